import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** `npm run size`: bundles the Workers as a deployment would and fails above their budgets. */
const WORKER_MAX_GZIP_BYTES = 450 * 1024;
/** It stands before every page of a site, so it starts in an instant. */
const INJECTOR_MAX_GZIP_BYTES = 8 * 1024;

const WORKERS = [
  { name: 'Worker', config: 'wrangler.toml', file: 'worker.js', maxBytes: WORKER_MAX_GZIP_BYTES },
  {
    name: 'Injector',
    config: 'wrangler.injector.toml',
    file: 'injector.js',
    maxBytes: INJECTOR_MAX_GZIP_BYTES,
  },
];

const kilobytes = (count: number) => `${(count / 1024).toFixed(1)} KB`;

for (const { name, config, file, maxBytes } of WORKERS) {
  const folder = await mkdtemp(join(tmpdir(), 'standfirst-size-'));
  try {
    execFileSync('wrangler', ['deploy', '--dry-run', '--minify', '--outdir', folder, '--config', config], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' },
    });
    const bundle = await readFile(join(folder, file));
    const bytes = gzipSync(bundle, { level: 9 }).length;
    console.log(
      `${name}: ${kilobytes(bytes)} gzip of ${kilobytes(maxBytes)} (${kilobytes(bundle.length)} minified)`,
    );
    if (bytes > maxBytes) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true });
  }
}
