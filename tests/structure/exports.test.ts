import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './import-graph.ts';

const EXPORTED_VALUE = /^export (?:async )?(?:const|let|function\*?|class) (\w+)/gm;

/** What packages bring, generators of clients write, and tests of the import guards put there for a moment. */
const NOT_OURS = /(?:^|\/)(?:node_modules|generated|guard-[^/]*)\//;

/** Every script of the folders, by its path. */
function readScripts(folders: readonly string[]): Map<string, string> {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:tsx?|mjs)$/.test(path) && !NOT_OURS.test(path))
      .map((path) => join(folder, path)),
  );
  return new Map(paths.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));
}

describe('what a file exports', () => {
  it('is named by another file, or stays inside', () => {
    const scripts = readScripts(['src', 'tests']);
    const namedIn = new Map<string, Set<string>>();
    for (const [path, script] of scripts)
      for (const [word] of script.matchAll(/\w+/g)) {
        const paths = namedIn.get(word);
        if (paths === undefined) namedIn.set(word, new Set([path]));
        else paths.add(path);
      }
    const dead = [...scripts].flatMap(([path, script]) =>
      Array.from(script.matchAll(EXPORTED_VALUE), ([, name = '']) => name)
        .filter((name) => namedIn.get(name)?.size === 1)
        .map((name) => `${path}: ${name}`),
    );
    expect(dead).toEqual([]);
  });
});
