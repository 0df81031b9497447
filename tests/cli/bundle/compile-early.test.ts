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
    class Counter {
      #count = 1;
      static #made = 0;
      static make() { Counter.#made += 1; return new Counter(); }
      static has(other) { return #count in other; }
      constructor() { this.#add(1); }
      #add(more) { this.#count += more; return this; }
      get count() { return this.#count + Counter.#made; }
      add(more) { return [more].map((one) => this.#add(one))[0]; }
      async later() { return this.#count; }
      'a name'() { return this.add(1); }
    }
    class Twice extends Counter { #count = 5; add(more) { return super.add(2 * more); } own() { return this.#count; } }
    export const counts = [Counter.make().add(2)['a name']().count, new Twice().add(2).count, new Twice().own()];
    export const holds = [Counter.has(new Twice()), Counter.has({})];
    export async function six() { const { default: seven } = await import('./seven.js'); return later(seven()); }
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
  const { before, again, marks, words, arrow, methods, counts, holds, six } = module;
  const { value: five } = await methods.five().next();
  const called = [arrow(1), methods.three, methods.four(), five, await six(), six.name === ''];
  return [before, again, marks, words, counts, holds, ...called];
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

  it('has no method of chosen files that could be a function', async () => {
    const { code } = compileEarly(await bundle(minify), isNotLate);
    expect(code).toMatch(/static ?\{this\.prototype\. ?\w+=\(function\(\w+\)/u);
    expect(code).not.toMatch(/[\s;}]#\w+\(\w+\) ?\{/u);
  });

  it('is mapped to the same places of its sources', async () => {
    const made = await bundle(minify);
    const early = compileEarly(made, isNotLate);
    expect(namesAndPlaces(early)).toEqual(namesAndPlaces(made));
  });
});

/** Each mapped place of a source, with the character that stands there in the code. */
function namesAndPlaces({ code, map }: Bundle): string[] {
  const lines = code.split('\n');
  return decode(map.mappings)
    .flatMap((segments, line) =>
      segments.map(([column, source, sourceLine, sourceColumn]) => {
        const [character = ''] = (lines[line] ?? '').slice(column);
        return `${source}:${sourceLine}:${sourceColumn} ${/[(\\#_"]|[^\0-\x7F]/.test(character) ? '' : character}`;
      }),
    )
    .sort();
}
