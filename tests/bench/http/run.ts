import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { benchCases, seed } from './cases.ts';
import { GENERATOR, type Measurement, measure } from './load.ts';
import { formatTable, type Result, renderReport } from './report.ts';
import { startServers } from './servers.ts';
import { compareSummarizer } from './summarizer-cost.ts';

/**
 * `npm run bench:http`: the service on raw workerd beside a bare Worker, all cases in turn, round after round, so that
 * a busy minute of the machine hits all of them. Medians; ratios are taken within a round. BENCH_ROUNDS and
 * BENCH_SECONDS shorten it, BENCH_PORT moves its four ports.
 */
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 3);
const WARM_UP_SECONDS = 1;
const REPORT_FOLDER = 'reports';

const servers = await startServers();
try {
  const cases = benchCases(await seed());
  const results: Result[] = cases.map((benchCase) => ({ benchCase, rounds: [] as Measurement[] }));
  for (const { benchCase } of results) await measure(benchCase, servers.pid, WARM_UP_SECONDS);
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const { benchCase, rounds } of results) rounds.push(await measure(benchCase, servers.pid, SECONDS));
    console.log(`round ${round} of ${ROUNDS}, load average ${loadavg()[0]?.toFixed(1)}`);
  }
  const added = await compareSummarizer(results, servers.pid);
  const machine = `${cpus().length} cores shared with ${GENERATOR}, ${ROUNDS} rounds of ${SECONDS} s, load average ${loadavg()[0]?.toFixed(1)}`;
  console.log(`\n${machine}\n\n${formatTable(results)}\n\n${added}`);
  mkdirSync(REPORT_FOLDER, { recursive: true });
  writeFileSync(`${REPORT_FOLDER}/bench-http.html`, renderReport(results, machine, added));
  console.log(`\nWritten to ${REPORT_FOLDER}/bench-http.html`);
} finally {
  await servers.stop();
}
