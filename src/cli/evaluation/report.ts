import { bootstrapMean, type Interval } from './bootstrap.ts';
import type { Measurement } from './measure.ts';

/** One line of the evaluation: a system on a set. Differences are against the lead, document by document. */
export interface Row {
  set: string;
  documents: number;
  sentences: number;
  system: string;
  rouge1: Interval;
  rouge2: Interval;
  rougeLsum: Interval;
  rouge1OverLead: Interval;
  rouge2OverLead: Interval;
  rougeLsumOverLead: Interval;
  /** The summary cut to the lead's words. */
  rouge1OverLeadAtItsLength: Interval;
  words: number;
  wordsToLead: number;
  danglingShare: number;
  repetitionShare: number;
  /** Share of chosen sentences in each tenth of the article. */
  places: number[];
}

const TENTHS = 10;
const mean = (values: readonly number[]): number =>
  values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);

function tenthsOf(places: readonly number[]): number[] {
  const counts = new Array<number>(TENTHS).fill(0);
  for (const place of places) {
    const tenth = Math.min(TENTHS - 1, Math.floor(place * TENTHS));
    counts[tenth] = (counts[tenth] ?? 0) + 1;
  }
  return counts.map((count) => Number((count / Math.max(1, places.length)).toFixed(3)));
}

export function makeRow(
  set: string,
  sentences: number,
  system: string,
  measured: readonly Measurement[],
  lead: readonly Measurement[],
): Row {
  const over = (read: (m: Measurement) => number, base: (m: Measurement) => number = read) =>
    bootstrapMean(measured.map((m, at) => read(m) - base(lead[at] as Measurement)));
  const words = mean(measured.map((m) => m.words));
  return {
    set,
    documents: measured.length,
    sentences,
    system,
    rouge1: bootstrapMean(measured.map((m) => m.rouge1)),
    rouge2: bootstrapMean(measured.map((m) => m.rouge2)),
    rougeLsum: bootstrapMean(measured.map((m) => m.rougeLsum)),
    rouge1OverLead: over((m) => m.rouge1),
    rouge2OverLead: over((m) => m.rouge2),
    rougeLsumOverLead: over((m) => m.rougeLsum),
    rouge1OverLeadAtItsLength: over(
      (m) => m.rouge1AtLeadLength,
      (m) => m.rouge1,
    ),
    words,
    wordsToLead: words / Math.max(1, mean(lead.map((m) => m.words))),
    danglingShare: mean(measured.map((m) => (m.dangling ? 1 : 0))),
    repetitionShare: mean(measured.map((m) => m.repetition)),
    places: tenthsOf(measured.flatMap((m) => m.places)),
  };
}

const points = ({ mean: value }: Interval): string => value.toFixed(2).padStart(6);
const signed = ({ mean: value, low, high }: Interval): string =>
  `${value >= 0 ? '+' : ''}${value.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;

export function printRows(rows: readonly Row[]): void {
  for (const row of rows) {
    const scores = `${points(row.rouge1)}/${points(row.rouge2)}/${points(row.rougeLsum)}`;
    const deltas =
      row.system === 'lead'
        ? ''
        : `  R1 ${signed(row.rouge1OverLead)}  R2 ${signed(row.rouge2OverLead)}  Lsum ${signed(row.rougeLsumOverLead)}  R1 at lead's length ${signed(row.rouge1OverLeadAtItsLength)}`;
    const shape = `  words ${row.words.toFixed(0)} (${row.wordsToLead.toFixed(2)})  dangling ${(100 * row.danglingShare).toFixed(1)} %  repetition ${(100 * row.repetitionShare).toFixed(2)} %`;
    console.log(`${row.set.padEnd(13)} ${row.system.padEnd(24)} ${scores}${deltas}${shape}`);
    console.log(
      `${''.padEnd(14)}chosen per tenth of the article: ${row.places.map((share) => (100 * share).toFixed(0)).join(' ')} %`,
    );
  }
}

const SEVEN = ['ar', 'bn', 'tr', 'ur', 'fr', 'nb', 'vi'];

/** Mean over the sets of seven languages; every language counts the same. */
export function printSeven(rows: readonly Row[]): void {
  const ours = rows.filter((row) => row.system === 'standfirst' && SEVEN.includes(row.set.slice(0, 2)));
  if (ours.length < SEVEN.length) return;
  const over = (read: (row: Row) => number) => mean(ours.map(read)).toFixed(2);
  console.log(
    `mean of ${SEVEN.join(' ')}: R1 ${over((row) => row.rouge1OverLead.mean)}  R2 ${over((row) => row.rouge2OverLead.mean)}  R1 at lead's length ${over((row) => row.rouge1OverLeadAtItsLength.mean)}  words ${over((row) => row.wordsToLead)}`,
  );
}
