import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { medianOf } from './report.ts';

/**
 * `npm run bench:startup`: how long the Worker's top-level code runs before the first request, against a bare Worker on
 * Hono, by `wrangler check startup` in turn; medians of eleven, time in which nothing ran left out.
 */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** The profile samples every few milliseconds, which a bare Worker may pass unseen in some of them. */
const RUNS = 11;
const AT_MOST = 8;

interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string } }[];
  samples: number[];
  timeDeltas: number[];
}

const folder = mkdtempSync(join(tmpdir(), 'standfirst-startup-'));
try {
  const bare = join(folder, 'wrangler.toml');
  const entry = fileURLToPath(new URL('workers/bare-hono.ts', import.meta.url));
  writeFileSync(bare, `name = "bare"\nmain = "${entry}"\ncompatibility_date = "2026-10-01"\n`);
  const [own, reference]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    reference.push(busyMs(bare));
    own.push(busyMs(join(ROOT, 'wrangler.toml')));
  }
  const ratio = medianOf(own) / medianOf(reference);
  console.log(`Worker ${medianOf(own).toFixed(0)} ms, bare Hono ${medianOf(reference).toFixed(0)} ms`);
  console.log(`${ratio.toFixed(1)} x (target <= ${AT_MOST}) ${ratio <= AT_MOST ? 'met' : 'MISSED'}`);
} finally {
  rmSync(folder, { recursive: true });
}

function busyMs(config: string): number {
  const outfile = join(folder, 'startup.cpuprofile');
  execFileSync('wrangler', ['check', 'startup', '--outfile', outfile, `--args=--minify --config ${config}`], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' },
  });
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(outfile, 'utf8')) as CpuProfile;
  const idle = new Set(
    nodes.filter(({ callFrame }) => callFrame.functionName === '(idle)').map(({ id }) => id),
  );
  const busyUs = samples.reduce(
    (sum, node, index) => sum + (idle.has(node) ? 0 : (timeDeltas[index] ?? 0)),
    0,
  );
  return busyUs / 1000;
}
