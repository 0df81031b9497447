import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, readImportGraph } from './import-graph.ts';

const graph = readImportGraph();
const guide = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');

/** "  - `src/http/app.ts` finds the route" */
const STEP = /^(?<indent> *)- `(?<path>src\/[^`]+)`/;
/** "| a limit | `src/core/limits.ts` |" */
const ANSWER = /^\| (?<question>[^|]+) \| `(?<path>[^`]+)` \|$/;

/** Every step of the walks with the file that it is indented under. */
function stepsOf(text: string): { path: string; under: string | undefined }[] {
  const trail: string[] = [];
  return text.split('\n').flatMap((line) => {
    const { indent, path } = STEP.exec(line)?.groups ?? {};
    if (indent === undefined || path === undefined) return [];
    trail.length = indent.length / 2;
    trail.push(path);
    return [{ path, under: trail.at(-2) }];
  });
}

const answersOf = (text: string): string[] =>
  text.split('\n').flatMap((line) => ANSWER.exec(line)?.groups?.path ?? []);

const steps = stepsOf(guide);

describe('the guide for newcomers', () => {
  it('walks through a request, a write, a page view and a training run', () => {
    expect(guide.match(/^\*\*A [a-z ]+\*\*/gm)).toHaveLength(4);
    expect(steps.filter(({ under }) => under === undefined).length).toBeGreaterThanOrEqual(4);
  });

  it.each(steps)('names a file that exists: $path', ({ path }) => {
    expect(graph.has(path)).toBe(true);
  });

  it.each(steps.filter(({ under }) => under !== undefined))(
    'goes from $under to $path by an import',
    ({ path, under }) => {
      expect(graph.get(under as string)).toContain(path);
    },
  );

  it('answers ten questions of where to change what, with files that exist', () => {
    const answers = answersOf(guide);
    expect(answers.length).toBeGreaterThanOrEqual(10);
    expect(answers.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
