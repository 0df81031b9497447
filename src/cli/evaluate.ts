import { parseArgs } from 'node:util';
import { comparedSentences, listSets, readSet, type Specimen } from './evaluation/corpus.ts';
import { type Measurement, measureSystem } from './evaluation/measure.ts';
import { oracle } from './evaluation/oracle.ts';
import { peers } from './evaluation/peers.ts';
import { makeProgress } from './evaluation/progress.ts';
import { makeRow, printRows, printSeven, type Row } from './evaluation/report.ts';
import { lead, ours, oursUnaided, type System, textRank } from './evaluation/systems.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/summarization' },
    set: { type: 'string', multiple: true },
    /** Documents of the train split from this one on, instead of the dev split: what plans leave out of training. */
    'held-out': { type: 'string' },
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
  },
});

const systemsFor = (language: string): System[] =>
  (options.quick ? [ours] : [ours, oursUnaided, textRank, oracle, ...peers]).filter(
    (system) => system.languages?.includes(language) ?? true,
  );

async function evaluateSystem(
  system: System,
  set: string,
  specimens: Specimen[],
  lengths: number[],
): Promise<Measurement[]> {
  const progress = makeProgress(`${set} ${system.name}`, specimens.length);
  const measured = await measureSystem(system, specimens, comparedSentences(set), lengths, progress.tick);
  progress.end();
  return measured;
}

const heldOut = options['held-out'];
const split = heldOut === undefined ? 'dev' : 'train';

async function evaluateSet(set: string): Promise<Row[]> {
  const specimens = readSet(options.data, set, split).slice(Number(heldOut ?? 0));
  if (specimens.length === 0) throw new Error(`${set} has no ${split} document from ${heldOut} on`);
  const sentences = comparedSentences(set);
  const base = await evaluateSystem(lead, set, specimens, []);
  const lengths = base.map((measurement) => measurement.words);
  const rows = [makeRow(set, sentences, lead.name, base, base)];
  for (const system of systemsFor(set.slice(0, 2))) {
    rows.push(
      makeRow(set, sentences, system.name, await evaluateSystem(system, set, specimens, lengths), base),
    );
  }
  return rows;
}

const rows: Row[] = [];
for (const set of options.set ?? listSets(options.data, split)) {
  const measured = await evaluateSet(set);
  rows.push(...measured);
  if (!options.json) printRows(measured);
}
if (options.json) console.log(JSON.stringify(rows, undefined, 2));
else printSeven(rows);
