import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WORKER_FILE } from '../../../src/cli/bundle/bundle-worker.ts';
import { medianOf } from '../figures/quantiles.ts';

/**
 * `npm run bench:startup`: how long `wrangler check startup` takes over the Worker's top-level code, against a bare
 * Worker on Hono, in turn; medians of eleven. The share of it in which something ran is printed beside: the profile
 * samples every few milliseconds, so a bare Worker shows up in one run and not in the next, and only a mean tells.
 */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const RUNS = 11;
const AT_MOST = 1.6;
const BUSY_AT_MOST = 2;

interface CpuProfile {
  startTime: number;
  endTime: number;
  nodes: { id: number; callFrame: { functionName: string } }[];
  samples: number[];
  timeDeltas: number[];
}

const folder = mkdtempSync(join(tmpdir(), 'standfirst-startup-'));
try {
  execFileSync('npm', ['run', '--silent', 'build:worker'], { cwd: ROOT });
  const bare = join(folder, 'wrangler.toml');
  const entry = fileURLToPath(new URL('workers/bare-hono.ts', import.meta.url));
  writeFileSync(bare, `name = "bare"\nmain = "${entry}"\ncompatibility_date = "2026-11-17"\n`);
  const [own, reference]: [StartUp[], StartUp[]] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    reference.push(profileStart(`--minify --config ${bare}`));
    own.push(profileStart(`${WORKER_FILE} --no-bundle`));
  }
  const wholeOf = (runs: readonly StartUp[]) => medianOf(runs.map(({ wholeMs }) => wholeMs));
  const busyOf = (runs: readonly StartUp[]) => runs.reduce((sum, { busyMs }) => sum + busyMs / RUNS, 0);
  const ratio = wholeOf(own) / wholeOf(reference);
  console.log(`Worker ${wholeOf(own).toFixed(0)} ms, bare Hono ${wholeOf(reference).toFixed(0)} ms`);
  console.log(`${ratio.toFixed(1)} x (target <= ${AT_MOST}) ${ratio <= AT_MOST ? 'met' : 'MISSED'}`);
  const busy = busyOf(own) / busyOf(reference);
  console.log(
    `busy, means: Worker ${busyOf(own).toFixed(0)} ms, bare Hono ${busyOf(reference).toFixed(0)} ms`,
  );
  console.log(`${busy.toFixed(1)} x (target <= ${BUSY_AT_MOST}) ${busy <= BUSY_AT_MOST ? 'met' : 'MISSED'}`);
} finally {
  rmSync(folder, { recursive: true });
}

interface StartUp {
  wholeMs: number;
  busyMs: number;
}

function profileStart(deployment: string): StartUp {
  const outfile = join(folder, 'startup.cpuprofile');
  execFileSync('wrangler', ['check', 'startup', '--outfile', outfile, `--args=${deployment}`], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' },
  });
  const profile = JSON.parse(readFileSync(outfile, 'utf8')) as CpuProfile;
  const { nodes, samples, timeDeltas, startTime, endTime } = profile;
  const idle = new Set(
    nodes.filter(({ callFrame }) => callFrame.functionName === '(idle)').map(({ id }) => id),
  );
  const busyUs = samples.reduce(
    (sum, node, index) => sum + (idle.has(node) ? 0 : (timeDeltas[index] ?? 0)),
    0,
  );
  return { wholeMs: (endTime - startTime) / 1000, busyMs: busyUs / 1000 };
}
