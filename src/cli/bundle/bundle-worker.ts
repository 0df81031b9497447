import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { parse } from 'smol-toml';
import * as z from 'zod/mini';
import { compileEarly } from './compile-early.ts';
import type { Bundle } from './rewrite.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** Where {@link writeWorker} puts the service. */
export const WORKER_FILE = join(ROOT, 'dist/worker/worker.js');

/** As wrangler bundles a Worker (`wrangler deploy --minify`): the same bytes for those that have no `[alias]`. */
export const WORKER_OPTIONS: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2024',
  conditions: ['workerd', 'worker', 'browser'],
  external: ['cloudflare:*'],
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  write: false,
  logLevel: 'error',
};

/** What runs between a request and a stored summary, or the summary of a text that was sent. */
const EARLY = [
  'node_modules/hono/dist/',
  'src/adapters/kv-copies.ts',
  'src/adapters/console-log.ts',
  'src/core/article/article.ts',
  'src/core/catalogue/etag.ts',
  'src/core/labels/labels.ts',
  'src/core/summarizer/',
  'src/core/summary/',
  'src/flows/read-article.ts',
  'src/flows/summarize-article.ts',
  'src/http/',
  'src/worker.ts',
];
/** Of those folders, what is for others: pages for people, and questions. */
const LATE = [
  'src/core/summarizer/question/',
  'src/core/summary/fragment/',
  'src/http/archive/',
  'src/http/desk/',
  'src/http/embed/',
  'src/http/openapi/',
  'src/http/routes/',
];

const isWithin = (source: string, paths: readonly string[]) => paths.some((path) => source.includes(path));

/** Whether a source of the Worker is compiled when an isolate starts. */
export function isEarly(source: string): boolean {
  return isWithin(source, EARLY) && !isWithin(source, LATE);
}

const configurationSchema = z.object({ main: z.string(), alias: z.record(z.string(), z.string()) });

/** The service as it is deployed; what it is made of stands in `wrangler.toml`. */
export async function bundleWorker(): Promise<Bundle> {
  const { main, alias } = configurationSchema.parse(
    parse(await readFile(join(ROOT, 'wrangler.toml'), 'utf8')),
  );
  const { outputFiles = [] } = await build({
    ...WORKER_OPTIONS,
    entryPoints: [main],
    alias,
    sourcemap: 'external',
    outfile: WORKER_FILE,
  });
  const textOf = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  return compileEarly({ code: textOf('.js'), map: JSON.parse(textOf('.map')) }, isEarly);
}

/** Writes the service and its source map where a deployment looks for them. */
export async function writeWorker(): Promise<void> {
  const { code, map } = await bundleWorker();
  await mkdir(dirname(WORKER_FILE), { recursive: true });
  await writeFile(WORKER_FILE, `${code}//# sourceMappingURL=${basename(WORKER_FILE)}.map\n`);
  await writeFile(`${WORKER_FILE}.map`, JSON.stringify(map));
}
