import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build, type OutputFile } from 'esbuild';
import { bundleWorker, WORKER_OPTIONS } from './bundle/bundle-worker.ts';

/**
 * `npm run size`: bundles the Workers as a deployment would and fails above their budgets. Tells also what of the service is run
 * before a stored summary is answered, without what `import()` loads when it is asked for, and what the summariser
 * weighs by itself with its weights. workerd compiles a deployment whole at its start: what is lazy is only run later.
 */
const WORKER_MAX_GZIP_BYTES = 408 * 1024;
/** Nobody waits for it to start. */
const GENERATOR_MAX_GZIP_BYTES = 112 * 1024;
/** It stands before every page of a site, so it starts in an instant. */
const INJECTOR_MAX_GZIP_BYTES = 8 * 1024;
const START_MAX_GZIP_BYTES = 103 * 1024;
const SUMMARIZER_MAX_GZIP_BYTES = 106 * 1024;
const WHOLE_SUMMARIZER_MAX_GZIP_BYTES = 121 * 1024;

interface Weight {
  name: string;
  code: Uint8Array;
  maxBytes: number;
}

const weights: Weight[] = [
  { name: 'Worker', code: Buffer.from((await bundleWorker()).code), maxBytes: WORKER_MAX_GZIP_BYTES },
  { name: 'of it, run before a stored summary', code: await bundleStart(), maxBytes: START_MAX_GZIP_BYTES },
  {
    name: 'Injector',
    code: await bundleModule('injector'),
    maxBytes: INJECTOR_MAX_GZIP_BYTES,
  },
  {
    name: 'Generator',
    code: await bundleModule('generator'),
    maxBytes: GENERATOR_MAX_GZIP_BYTES,
  },
  {
    name: 'summariser with weights',
    code: await bundleSummarizer('plain.ts'),
    maxBytes: SUMMARIZER_MAX_GZIP_BYTES,
  },
  {
    name: 'the same with questions, keywords and reasons',
    code: await bundleSummarizer('index.ts'),
    maxBytes: WHOLE_SUMMARIZER_MAX_GZIP_BYTES,
  },
];
for (const weight of weights) check(weight);

function check({ name, code, maxBytes }: Weight): void {
  const bytes = gzipSync(code, { level: 9 }).length;
  const kilobytes = (count: number) => `${(count / 1024).toFixed(1)} KB`;
  console.log(
    `${name}: ${kilobytes(bytes)} gzip of ${kilobytes(maxBytes)} (${kilobytes(code.length)} minified)`,
  );
  if (bytes > maxBytes) process.exitCode = 1;
}

async function bundle(options: BuildOptions): Promise<OutputFile[]> {
  const { outputFiles = [] } = await build({ ...WORKER_OPTIONS, outdir: 'dist', ...options });
  return outputFiles;
}

async function bundleSummarizer(door: string): Promise<Uint8Array> {
  const [file] = await bundle({ entryPoints: [`src/core/summarizer/${door}`] });
  return file?.contents ?? new Uint8Array();
}

/** A Worker that wrangler bundles: the same bytes, in a tenth of the time. */
async function bundleModule(name: string): Promise<Uint8Array> {
  const [file] = await bundle({ entryPoints: [`src/${name}.ts`] });
  return file?.contents ?? new Uint8Array();
}

/** The Worker cut where `import()` stands: its entry and the pieces that the entry needs at once. */
async function bundleStart(): Promise<Uint8Array> {
  const files = await bundle({ entryPoints: ['src/worker.ts'], splitting: true });
  const byName = new Map(files.map((file) => [basename(file.path), file]));
  const start = new Set(['worker.js']);
  for (const name of start)
    for (const [, piece = ''] of byName.get(name)?.text.matchAll(/(?:from|import)"\.\/([^"]+)"/g) ?? [])
      start.add(piece);
  return Buffer.concat([...start].map((name) => byName.get(name)?.contents ?? new Uint8Array()));
}
