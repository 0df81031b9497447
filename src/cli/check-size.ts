import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** `npm run size`: bundles the Worker as a deployment would and fails above the budget. */
const WORKER_MAX_GZIP_BYTES = 450 * 1024;

const folder = await mkdtemp(join(tmpdir(), 'standfirst-size-'));
try {
  execFileSync('wrangler', ['deploy', '--dry-run', '--minify', '--outdir', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' },
  });
  const bundle = await readFile(join(folder, 'worker.js'));
  const bytes = gzipSync(bundle, { level: 9 }).length;
  const kilobytes = (count: number) => `${(count / 1024).toFixed(1)} KB`;
  console.log(
    `Worker: ${kilobytes(bytes)} gzip of ${kilobytes(WORKER_MAX_GZIP_BYTES)} (${kilobytes(bundle.length)} minified)`,
  );
  if (bytes > WORKER_MAX_GZIP_BYTES) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}
