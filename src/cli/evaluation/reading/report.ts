import type { AnswerFigures, SummaryFigures } from './figures.ts';
import type { ProbeFigures } from './headline-probe.ts';

const percent = (share: number): string => (Number.isNaN(share) ? '-' : (100 * share).toFixed(1)).padStart(5);

function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  console.log(`| ${head.join(' | ')} |\n|${head.map(() => ' --- |').join('')}`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

const SUMMARY_HEAD = [
  'gist@1',
  'points',
  'gist in 3',
  'never@1',
  'never@3',
  'unsupported@3',
  'hanging@3',
  'weak@3',
];
const summaryCells = (f: SummaryFigures): string[] =>
  [f.gist1, f.points, f.gistIn3, f.never1, f.never3, f.unsupported3, f.hanging3, f.weak3].map(percent);

export function printSummaries(title: string, rows: readonly (readonly [string, SummaryFigures])[]): void {
  console.log(`\n## ${title}, per cent`);
  printTable(
    ['', 'articles', ...SUMMARY_HEAD],
    rows.map(([name, figures]) => [name, String(figures.articles), ...summaryCells(figures)]),
  );
}

export function printFaults({ faults }: SummaryFigures): void {
  const list = Object.entries(faults).sort(([, a], [, b]) => b - a);
  console.log(
    `\nnot to be printed, by reason: ${list.map(([why, n]) => `${why} ${n}`).join(', ') || 'none'}`,
  );
}

export function printAnswers(title: string, rows: readonly (readonly [string, AnswerFigures])[]): void {
  console.log(`\n## ${title}, per cent`);
  printTable(
    ['', 'questions', 'answer@1', 'answer@3', 'first never', 'without answer', 'found', 'falsely said'],
    rows.map(([name, f]) => [
      name,
      String(f.questions),
      percent(f.answer1),
      percent(f.answer3),
      percent(f.answerNever),
      String(f.open),
      percent(f.noneFound),
      percent(f.noneFalse),
    ]),
  );
}

export function printProbes(rows: readonly (readonly [string, ProbeFigures])[]): void {
  console.log(
    '\n## The headline, word for word, in the middle of the article: it is the one-sentence summary',
  );
  printTable(
    ['set', 'articles', 'per cent'],
    rows.map(([set, { articles, found }]) => [set, String(articles), percent(found)]),
  );
}

export interface StumbleRow {
  set: string;
  system: string;
  summaries: number;
  /** Per chosen sentence. */
  bareName: number;
  backReference: number;
  short: number;
  unended: number;
  caption: number;
  /** Summaries in which somebody is named whom nobody has introduced. */
  withBareName: number;
}

export function printStumbles(rows: readonly StumbleRow[]): void {
  console.log(
    '\n## What a reader stumbles over, per 100 chosen sentences; bare names also per 100 summaries',
  );
  printTable(
    [
      'set',
      'system',
      'summaries with a bare name',
      'bare name',
      'back-reference',
      'under 6 words',
      'no end mark',
      'caption',
    ],
    rows.map((row) => [
      row.set,
      row.system,
      ...[row.withBareName, row.bareName, row.backReference, row.short, row.unended, row.caption].map(
        percent,
      ),
    ]),
  );
}
