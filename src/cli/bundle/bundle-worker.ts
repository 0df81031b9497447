import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type OutputOptions, rolldown } from 'rolldown';
import { parse } from 'smol-toml';
import * as z from 'zod/mini';
import { compileEarly } from './compile-early.ts';
import { isEarly } from './early-sources.ts';
import type { Bundle } from './rewrite.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** The module that a deployment begins with; those that it imports stand beside it. */
export const WORKER_FILE = join(ROOT, 'dist/worker/worker.js');
const WORKER_FOLDER = dirname(WORKER_FILE);

/**
 * The Worker in pieces, since workerd compiles a module when it is first imported: one of all that every isolate runs at
 * its start (`served`), and others of what is loaded by `import()`.
 */
const OUTPUT: OutputOptions = {
  format: 'esm',
  minify: true,
  comments: { annotation: false, jsdoc: false },
  sourcemap: 'hidden',
  codeSplitting: { groups: [{ name: 'served', tags: ['$initial'] }] },
  entryFileNames: '[name].js',
  chunkFileNames: '[name].mjs',
};

/** Of a module that only hands on what others export. */
const NO_SOURCES = { sources: [], mappings: '' };

const configurationSchema = z.object({ main: z.string(), alias: z.record(z.string(), z.string()) });

/** A module of the Worker as it is deployed. */
export interface WorkerModule extends Bundle {
  fileName: string;
  /** Whether each isolate compiles and runs it at its start. */
  isInitial: boolean;
}

/** The service as it is deployed, the module that it begins with first; what it is made of stands in `wrangler.toml`. */
export async function bundleWorker(): Promise<WorkerModule[]> {
  const { main, alias } = configurationSchema.parse(
    parse(await readFile(join(ROOT, 'wrangler.toml'), 'utf8')),
  );
  const bundle = await rolldown({
    cwd: ROOT,
    input: { worker: main },
    platform: 'neutral',
    external: /^cloudflare:/,
    resolve: {
      alias: Object.fromEntries(Object.entries(alias).map(([name, file]) => [name, join(ROOT, file)])),
      // As wrangler resolves packages.
      conditionNames: ['workerd', 'worker', 'browser', 'import', 'default'],
      mainFields: ['browser', 'module', 'main'],
    },
    transform: { target: 'es2024' },
    // So that who comes through the summariser's door for one thing loads that alone.
    treeshake: { moduleSideEffects: [{ test: /\/src\/core\/summarizer\//, sideEffects: false }] },
  });
  const { output } = await bundle.generate(OUTPUT);
  const chunks = output.filter((file) => file.type === 'chunk');
  const initial = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  for (const name of initial)
    for (const needed of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) initial.add(needed);
  return chunks.map(({ fileName, code, map }) => ({
    fileName,
    isInitial: initial.has(fileName),
    // What runs at the start holds little that the first answer does not call.
    ...compileEarly({ code, map: map ?? NO_SOURCES }, initial.has(fileName) ? () => true : isEarly),
  }));
}

/**
 * Writes the service and its source maps where a deployment looks for them, and nothing of a build before. A file that is
 * the same is left alone: a `wrangler dev` that serves it would cut off its answers and begin anew.
 */
export async function writeWorker(): Promise<void> {
  const files = new Map<string, string>();
  for (const { fileName, code, map } of await bundleWorker()) {
    files.set(fileName, `${code}//# sourceMappingURL=${fileName}.map\n`);
    files.set(`${fileName}.map`, JSON.stringify(map));
  }
  await mkdir(WORKER_FOLDER, { recursive: true });
  for (const name of await readdir(WORKER_FOLDER)) {
    const file = join(WORKER_FOLDER, name);
    const text = files.get(name);
    if (text === undefined) await rm(file);
    else if (text === (await readFile(file, 'utf8'))) files.delete(name);
  }
  for (const [name, text] of files) await writeFile(join(WORKER_FOLDER, name), text);
}
