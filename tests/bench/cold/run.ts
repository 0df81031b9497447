import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ARTICLE_TEXT } from '../http/cases.ts';
import { formatFigures, renderFigures } from './figures.ts';
import { measureSummarizers } from './summarizers.ts';
import { measureWorkers } from './workers.ts';

/**
 * `npm run bench:cold`: what the first answers cost where nothing is warm. An edge function is mostly cold: fresh
 * processes and fresh isolates beside the npm peers, fresh workerd processes beside a bare Worker on Hono. Every round
 * starts everybody anew, in turn; medians. BENCH_ROUNDS shortens it, BENCH_PORT moves its port.
 */
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 11);
const REPORT_FOLDER = 'reports';
/** About what a news page holds. */
const ARTICLE_LENGTH = 2500;

const folder = mkdtempSync(join(tmpdir(), 'standfirst-cold-'));
try {
  const text = ARTICLE_TEXT.slice(0, ARTICLE_LENGTH);
  const figures = [
    ...(await measureSummarizers(folder, text, ROUNDS)),
    ...(await measureWorkers(folder, ROUNDS)),
  ];
  const machine = `Node ${process.version}, ${cpus().length} cores, ${ROUNDS} rounds, load average ${loadavg()[0]?.toFixed(1)}`;
  console.log(`${machine}\n\n${formatFigures(figures)}`);
  mkdirSync(REPORT_FOLDER, { recursive: true });
  writeFileSync(join(REPORT_FOLDER, 'bench-cold.html'), renderFigures(figures, machine));
  console.log(`\nWritten to ${REPORT_FOLDER}/bench-cold.html`);
} finally {
  rmSync(folder, { recursive: true });
}
