import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { bundleWorker } from './bundle/bundle-worker.ts';

/**
 * `npm run size`: bundles the Workers as a deployment would and fails above their budgets. Tells also what of the service is run
 * at the start of an isolate, without what `import()` loads when it is asked for, and what the summariser weighs by
 * itself with its weights.
 */
const WORKER_MAX_GZIP_BYTES = 403 * 1024;
/** Nobody waits for it to start. */
const GENERATOR_MAX_GZIP_BYTES = 112 * 1024;
/** It stands before every page of a site, so it starts in an instant. */
const INJECTOR_MAX_GZIP_BYTES = 8 * 1024;
const START_MAX_GZIP_BYTES = 20 * 1024;
const SUMMARIZER_MAX_GZIP_BYTES = 106 * 1024;
const WHOLE_SUMMARIZER_MAX_GZIP_BYTES = 121.5 * 1024;

interface Weight {
  name: string;
  code: Uint8Array;
  maxBytes: number;
}

const modules = await bundleWorker();
const codeOf = (some: typeof modules) => Buffer.from(some.map(({ code }) => code).join(''));

const weights: Weight[] = [
  { name: 'Worker', code: codeOf(modules), maxBytes: WORKER_MAX_GZIP_BYTES },
  {
    name: 'of it, run at the start',
    code: codeOf(modules.filter(({ isInitial }) => isInitial)),
    maxBytes: START_MAX_GZIP_BYTES,
  },
  {
    name: 'Injector',
    code: await bundle('src/injector.ts'),
    maxBytes: INJECTOR_MAX_GZIP_BYTES,
  },
  {
    name: 'Generator',
    code: await bundle('src/generator.ts'),
    maxBytes: GENERATOR_MAX_GZIP_BYTES,
  },
  {
    name: 'summariser with weights',
    code: await bundle('src/core/summarizer/plain.ts'),
    maxBytes: SUMMARIZER_MAX_GZIP_BYTES,
  },
  {
    name: 'the same with questions, keywords and reasons',
    code: await bundle('src/core/summarizer/index.ts'),
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

/** As wrangler bundles a Worker (`wrangler deploy --minify`): the same bytes, in a tenth of the time. */
async function bundle(entryPoint: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [entryPoint],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*'],
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}
