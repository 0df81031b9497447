import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type BodyKind, renderContent } from '../../../src/core/content/render-content.ts';
import { judge } from '../../suites/xss-judge.ts';

const suites = process.env.SUITES ?? fileURLToPath(new URL('../../../../shared/suites', import.meta.url));
const generator = `${suites}/bad-bodies/generate-large.mjs`;
const kinds: BodyKind[] = ['html', 'markdown', 'text'];

/** The bodies that our own suites found worse than the outside ones. */
const OWN: Record<string, (size: number) => string> = {
  'formatting opened again in every paragraph': (size) =>
    `<p>${Array.from({ length: 200 }, (_, index) => `<b a${index}>`).join('')}${'<p>x'.repeat(size)}`,
  'formatting around many blocks': (size) =>
    `${Array.from({ length: 200 }, (_, index) => `<q a${index}>`).join('')}${'<p>x</p>'.repeat(size)}`,
  'attributes without end': (size) => `<p ${'a=b '.repeat(size)}`,
  'brackets to both sides': (size) => '['.repeat(size) + ']'.repeat(size),
  'notes that refer to each other': (size) =>
    `${Array.from({ length: size }, (_, index) => `[^${index}]: [^${index + 1}]\n`).join('')}[^0]`,
  'lines that go on with a deep quotation': (size) => `${'> '.repeat(250)}x\n${'y\n'.repeat(size)}`,
  'deep quotations in every line': (size) => `${'>'.repeat(250)}x\n\n`.repeat(size / 10),
  'lines of one letter': (size) => 'a\n'.repeat(size),
  'links of www alone': (size) => 'www.'.repeat(size),
  'cells that span': (size) => `<table><tr>${'<td colspan=1000>x'.repeat(size)}`,
  'list items without a list': (size) => '<li>x<b>'.repeat(size),
};

function generate(name: string, size: number): string {
  const { stdout } = spawnSync(process.execPath, [generator, name, String(size)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return stdout;
}

function outsideNames(): string[] {
  if (!existsSync(generator)) {
    console.log(`skipped: no generators at ${generator} (the folder is taken from SUITES)`);
    return [];
  }
  return spawnSync(process.execPath, [generator, '?'], { encoding: 'utf8' }).stderr.trim().split(/\s+/);
}

const bodies: Record<string, (size: number) => string> = {
  ...OWN,
  ...Object.fromEntries(outsideNames().map((name) => [name, (size: number) => generate(name, size)])),
};

describe.each(Object.keys(bodies))('a body of %s', (name) => {
  it.each([2_000, 50_000])(
    'of size %i is answered with a harmless body or refused',
    { timeout: 60_000 },
    (size) => {
      const source = bodies[name]?.(size) ?? '';
      for (const kind of kinds) {
        const result = renderContent(kind, source);
        if (result.ok) {
          expect(result.content.html.length).toBeLessThan(40 * source.length + 2_000_000);
          expect(
            judge(result.content.html.slice(0, 20_000)).filter((finding) => !/^parsing/.test(finding)),
          ).toEqual([]);
        } else {
          expect(result).toEqual({
            ok: false,
            reason: 'nested-too-deeply',
            limit: 256,
            found: expect.any(Number),
          });
          expect(result.found).toBeGreaterThan(256);
        }
      }
    },
  );
});
