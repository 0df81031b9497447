import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { medianOf } from '../figures/quantiles.ts';
import type { Figure } from './figures.ts';
import type { FirstCalls } from './first-calls.ts';
import { bundleSubjects, PEERS, SUBJECT_NAMES, type SubjectName } from './subjects.ts';

const PROGRAM = fileURLToPath(new URL('first-calls.ts', import.meta.url));

type Runs = Record<SubjectName, FirstCalls[]>;
type Start = (file: string) => Promise<FirstCalls>;

/** Intl's tables are loaded once a process: what runs after this does not pay for them again. */
function warmIntl(): void {
  [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment('One. Two.')];
  new Intl.Collator('en').compare('a', 'b');
  new Intl.NumberFormat('en').format(1);
}

function inIsolate(text: string): Start {
  return (file) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(PROGRAM, { workerData: { file, text } });
      worker.once('message', (message: FirstCalls) => resolve(message));
      worker.once('error', reject);
    });
}

function inProcess(article: string): Start {
  return async (file) =>
    JSON.parse(
      execFileSync(process.execPath, ['--disable-warning=DEP0040', PROGRAM, file, article], {
        encoding: 'utf8',
      }),
    ) as FirstCalls;
}

/** All subjects in turn, round after round, so that a busy second of the machine hits each of them. */
async function runInTurn(files: Record<SubjectName, string>, start: Start, rounds: number): Promise<Runs> {
  const runs = Object.fromEntries(SUBJECT_NAMES.map((name) => [name, [] as FirstCalls[]])) as Runs;
  for (let round = 0; round < rounds; round += 1)
    for (const name of SUBJECT_NAMES) runs[name].push(await start(files[name]));
  return runs;
}

function figuresOf(where: string, runs: Runs, targets: { first: number; ten?: number }): Figure[] {
  const median = (name: SubjectName, member: keyof FirstCalls) =>
    medianOf(runs[name].map((calls) => calls[member]));
  const against = (member: keyof FirstCalls) => Math.min(...PEERS.map((peer) => median(peer, member)));
  const figure = (what: string, member: keyof FirstCalls, atMost?: number): Figure => ({
    name: `${what} of a fresh ${where} / fastest peer's`,
    own: median('ours', member),
    reference: against(member),
    unit: member.endsWith('CpuMs') ? 'ms CPU' : 'ms',
    ...(atMost === undefined ? {} : { atMost }),
  });
  return [
    figure('loading', 'loadMs'),
    figure('first summarize()', 'firstMs', targets.first),
    figure('the same, CPU of its thread,', 'firstCpuMs'),
    figure('first ten', 'tenMs', targets.ten),
    figure('the same, CPU of its thread,', 'tenCpuMs'),
  ];
}

/** What the first calls cost a fresh process and a fresh isolate, beside the peers. */
export async function measureSummarizers(folder: string, text: string, rounds: number): Promise<Figure[]> {
  const files = await bundleSubjects(folder);
  const article = join(folder, 'article.txt');
  writeFileSync(article, text);
  warmIntl();
  const isolates = await runInTurn(files, inIsolate(text), rounds);
  const processes = await runInTurn(files, inProcess(article), rounds);
  return [
    ...figuresOf('isolate', isolates, { first: 0.5, ten: 0.5 }),
    ...figuresOf('process', processes, { first: 1 }),
  ];
}
