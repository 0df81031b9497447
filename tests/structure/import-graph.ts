import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Files of `src/` by their path from the root, and what each imports of the others, types included. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

export const ROOT: string = fileURLToPath(new URL('../..', import.meta.url));

/** `import-guards.test.ts` puts files that break rules where the rules hold, perhaps at this very moment. */
const BREAKS_RULES = /(?:^|\/)guard-/;

/** `import … from '…'`, `export … from '…'`, `import '…'`, `import('…')`, of files beside or above. */
const RELATIVE_IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g;

const importsOf = (source: string): string[] =>
  Array.from(source.matchAll(RELATIVE_IMPORT), ([, specifier]) => specifier as string);

/** Reads the imports of every TypeScript file below a folder. Linear in its bytes. */
export function readImportGraph(folder = 'src'): ImportGraph {
  const paths = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !BREAKS_RULES.test(path))
    .map((path) => join(folder, path));
  return new Map(
    paths.map((path) => [
      path,
      importsOf(readFileSync(join(ROOT, path), 'utf8')).map((to) => normalize(join(dirname(path), to))),
    ]),
  );
}

/** Circles of imports as paths that come back to their first file; one for each way back that a walk meets. */
export function findCircles(graph: ImportGraph): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): void => {
    const back = trail.indexOf(path);
    if (back >= 0) circles.push([...trail.slice(back), path]);
    if (back >= 0 || done.has(path)) return;
    trail.push(path);
    for (const next of graph.get(path) ?? []) visit(next);
    trail.pop();
    done.add(path);
  };
  for (const path of graph.keys()) visit(path);
  return circles;
}
