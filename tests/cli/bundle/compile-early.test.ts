import { decode } from '@jridgewell/sourcemap-codec';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { compileEarly } from '../../../src/cli/bundle/compile-early.ts';
import type { Bundle } from '../../../src/cli/bundle/rewrite.ts';

const SOURCES: Record<string, string> = {
  'entry.js': `
    import { later } from './late.js';
    export const before = counted();
    function counted() { counted = () => 2; return 1; }
    export const again = counted();
    export const marks = [...'a – \\\\é'.matchAll(/–|\\\\é|\\p{Lu}/gu)].length;
    export const words = { é: \`‘\${'–'.length + \`’\`}’\`, 'ø': String.raw\`\\n\` };
    export const arrow = (value) => ({ value, nested: [1, 2].map((one) => one + value) });
    export const methods = { get three() { return 3; }, four() { return 4; }, async *five() { yield 5; } };
    export * from './classes.js';
    export * from './subtle-classes.js';
    export async function six() { const { default: seven } = await import('./seven.js'); return later(seven()); }
  `,
  'classes.js': `
    const one = 1;
    class Counter {
      #count = 40;
      #step;
      seen = new Set([1]);
      constructor(step = 1) { this.#step = step; this.#add(1); }
      #add(more) { this.#count += more; return this; }
      get count() { return this.#count + this.seen.size; }
      add(more) { return [more].map((one) => this.#add(one * this.#step))[0]; }
      again() { return new Counter(this.#step); }
      async later() { return this.#count; }
      *each() { yield* this.seen; }
    }
    class Hidden { #own = one; constructor(one) { this.given = one; } sum() { return this.#own + this.given; } }
    class Known { #own; unset; static made = 3; static is(other) { return #own in other; } }
    class Twice extends Counter { #count = 5; add(more) { return super.add(2 * more); } own() { return this.#count; } }
    class Named { 'a name'() { return 'named'; } }
    export const counts = [
      new Counter().add(2).count, new Counter(3).add(2).again().add(2).count, [...new Counter().each()],
      new Twice().add(2).count, new Twice().own(), new Hidden(20).sum(), new Named()['a name'](),
      Known.is(new Known()), Known.is({}), Known.made, 'unset' in new Known(), new Counter().constructor === Counter,
    ];
    export const later = new Counter().later();
  `,
  'subtle-classes.js': `
    let calls = 0;
    const call = () => (calls += 1);
    class Sequence { last = (call(), 'last'); ask = (call(), () => this.last); }
    class Above { toString() { return 'above ' + super.toString(); } }
    class Own { size = 3; constructor(size = this.size) { this.given = size; } }
    class Order { first = call(); constructor(second = [calls]) { this.second = second; } }
    export const subtle = [
      new Sequence().last, new Sequence().ask(), calls, String(new Above()), new Own().given, new Order().second[0] - calls,
    ];
  `,
  'late.js': `export function later(value) { return ['–'.length, value, /[–]/.test('–')]; }`,
  'seven.js': `export default function () { return helper() + 6; }\nfunction helper() { return 1; }`,
};

async function bundle(minify: boolean): Promise<Bundle> {
  const { outputFiles } = await build({
    entryPoints: ['entry.js'],
    plugins: [
      {
        name: 'sources',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /.*/ }, ({ path }) => ({ path: path.replace('./', ''), namespace: 'sources' }));
          onLoad({ filter: /.*/ }, ({ path }) => ({ contents: SOURCES[path] ?? '' }));
        },
      },
    ],
    bundle: true,
    format: 'esm',
    minify,
    write: false,
    sourcemap: 'external',
    charset: 'utf8',
    outdir: 'dist',
  });
  const [map, code] = outputFiles.map(({ text }) => text);
  return { code: code ?? '', map: JSON.parse(map ?? '') };
}

async function run({ code }: Bundle) {
  const module = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);
  const { before, again, marks, words, arrow, methods, counts, subtle, later, six } = module;
  const { value: five } = await methods.five().next();
  const called = [arrow(1), methods.three, methods.four(), five, await six(), six.name === ''];
  return [before, again, marks, words, counts, subtle, await later, ...called];
}

const isNotLate = (source: string) => !source.endsWith('late.js');

describe.each([true, false])('a bundle whose functions are compiled early, minified: %s', (minify) => {
  it('does what it did', async () => {
    const made = await bundle(minify);
    expect(await run(compileEarly(made, () => true))).toEqual(await run(made));
  });

  it('has no character beyond ASCII', async () => {
    const { code } = compileEarly(await bundle(minify), () => false);
    expect(code).not.toMatch(/[^\0-\x7F]/u);
  });

  it('has parentheses around the functions of chosen files, and around no others', async () => {
    const { code } = compileEarly(await bundle(minify), isNotLate);
    const parenthesised = code.match(/=\((?:async )?function ?\(/gu) ?? [];
    expect(parenthesised.length).toBeGreaterThanOrEqual(4);
    expect(code).toMatch(/[;}\s]function \w+\(\w+\) ?\{\s*return ?\[/u);
  });

  it('has functions for classes of chosen files that stand alone', async () => {
    const { code } = compileEarly(await bundle(minify), isNotLate);
    expect(code.match(/\.prototype\.\w+ ?= ?\((?:async )?function\*?\(/gu)?.length).toBeGreaterThanOrEqual(5);
    expect(code).toMatch(/function\(\w+ ?= ?1\) ?\{/u);
    expect(code).not.toMatch(/constructor\(\w+ ?= ?1\)/u);
  });

  it('is mapped to places of its sources where a class became a function', async () => {
    const made = await bundle(minify);
    const places = new Set(namesAndPlaces(made).map(placeOf));
    for (const mapped of namesAndPlaces(compileEarly(made, isNotLate)))
      expect(places).toContain(placeOf(mapped));
  });

  it('is mapped to the same places of its sources', async () => {
    const made = await bundle(minify);
    const early = compileEarly(made, (source) => isNotLate(source) && !source.endsWith('classes.js'));
    expect(namesAndPlaces(early)).toEqual(namesAndPlaces(made));
  });
});

const placeOf = (mapped: string): string | undefined => mapped.split(' ')[0];

/** Each mapped place of a source, with the character that stands there in the code. */
function namesAndPlaces({ code, map }: Bundle): string[] {
  const lines = code.split('\n');
  return decode(map.mappings)
    .flatMap((segments, line) =>
      segments.map(([column, source, sourceLine, sourceColumn]) => {
        const [character = ''] = (lines[line] ?? '').slice(column);
        return `${source}:${sourceLine}:${sourceColumn} ${/[(\\]|[^\0-\x7F]/.test(character) ? '' : character}`;
      }),
    )
    .sort();
}
