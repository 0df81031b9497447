import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const suites = process.env.SUITES ?? fileURLToPath(new URL('../../../shared/suites', import.meta.url));
const KINDS_FOLDER = `${suites}/kinds`;

interface Labelled {
  id: string;
  /** Begins with the number of the kind: "K04 abbreviation, unit or firm …"; a neighbour that has to keep passing has none. */
  kind?: string | null | undefined;
}

export interface SplitCase extends Labelled {
  area: 'split';
  lang: string;
  input: string;
  expected: string[];
}

export interface DetectCase extends Labelled {
  area: 'detect';
  lang: string;
  input: string;
  /** One language, or several parted by `/`. */
  expected: string;
}

export interface FragmentCase extends Labelled {
  area: 'fragment';
  input: string;
  page: string;
}

export type TextCase = SplitCase | DetectCase | FragmentCase;

export interface SummaryCase extends Labelled {
  lang: string;
  text: string;
  options: { sentences?: number };
  chosen?: string[];
  neverChosen?: string[];
}

export interface SummaryResult {
  text: string;
  sentences: { text: string }[];
}

export type StructureCase = [
  id: string,
  options: Record<string, unknown>,
  text: string,
  check: (result: SummaryResult) => string | true,
];

/** Lines of a file of the suite; undefined, with a line that says so, where the suite is absent. */
function readLines<Case>(name: string): Case[] | undefined {
  const file = `${KINDS_FOLDER}/${name}`;
  if (!existsSync(file)) {
    console.log(`skipped: no cases at ${file} (the folder is taken from SUITES)`);
    return undefined;
  }
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case);
}

export const readTextCases = (): TextCase[] | undefined => readLines<TextCase>('text.dev.jsonl.gz');
export const readSummaryCases = (): SummaryCase[] | undefined =>
  readLines<SummaryCase>('summary.dev.jsonl.gz');

export async function readStructureCases(): Promise<StructureCase[] | undefined> {
  const file = `${KINDS_FOLDER}/summary-structure.mjs`;
  if (!existsSync(file)) {
    console.log(`skipped: no cases at ${file} (the folder is taken from SUITES)`);
    return undefined;
  }
  return ((await import(file)) as { default: StructureCase[] }).default;
}

export interface Failure extends Labelled {
  found: unknown;
  wanted: unknown;
}

const nameOf = ({ kind }: Labelled): string => kind?.split(' ')[0] ?? 'neighbours';

/** Prints how many cases of each kind hold, and gives back those that fail and that no exception names. */
export function report(
  title: string,
  cases: readonly Labelled[],
  failures: readonly Failure[],
  exceptions: Readonly<Record<string, string>>,
): Failure[] {
  const kinds = new Map<string, { all: number; failed: number }>();
  for (const one of cases) {
    const counts = kinds.get(nameOf(one)) ?? { all: 0, failed: 0 };
    counts.all += 1;
    if (failures.some(({ id }) => id === one.id)) counts.failed += 1;
    kinds.set(nameOf(one), counts);
  }
  const counts = [...kinds].sort().map(([kind, { all, failed }]) => `${kind} ${all - failed}/${all}`);
  console.log(`${title}: ${cases.length - failures.length} of ${cases.length} hold (${counts.join(', ')})`);
  return failures.filter(({ id }) => exceptions[id] === undefined);
}
