import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type BodyKind, renderContent } from '../../../src/core/content/render-content.ts';
import { judge } from '../../suites/xss-judge.ts';
import { HOSTILE_BODIES, TINY_UNITS } from './hostile-bodies.ts';
import { renderWithin } from './within-heap.ts';

const suites = process.env.SUITES ?? fileURLToPath(new URL('../../../../shared/suites', import.meta.url));
const generator = `${suites}/bad-bodies/generate-large.mjs`;
const kinds: BodyKind[] = ['html', 'markdown', 'text'];

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
  ...HOSTILE_BODIES,
  ...Object.fromEntries(outsideNames().map((name) => [name, (size: number) => generate(name, size)])),
};

describe.each(Object.keys(bodies))('a body of %s', (name) => {
  it.each([2_000, 50_000])('of size %i is answered with a harmless body or refused', (size) => {
    const source = bodies[name]?.(size) ?? '';
    for (const kind of kinds) {
      const result = renderContent(kind, source);
      if (result.ok) {
        expect(result.content.html.length).toBeLessThan(40 * source.length + 2_000_000);
        expect(
          judge(result.content.html.slice(0, 20_000)).filter((finding) => !/^parsing/.test(finding)),
        ).toEqual([]);
      } else {
        expect(['nested-too-deeply', 'too-many-elements']).toContain(result.fault.kind);
      }
    }
  });
});

describe('a MiB of', () => {
  it.each(TINY_UNITS)(
    '$unit in $kind fits into the memory of an isolate, answered or refused',
    async (body) => {
      const outcome = await renderWithin(100, body);
      expect(['rendered', 'too-many-elements', 'article-too-large']).toContain(outcome);
    },
  );
});
