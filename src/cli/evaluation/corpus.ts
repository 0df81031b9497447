import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface Specimen {
  id: string;
  language: string;
  title?: string;
  text: string;
  /** Whole references, each a list of sentences or highlights. */
  references: string[][];
}

interface Line {
  id: string;
  lang: string;
  title?: string;
  text: string;
  reference: string;
  references?: string[];
}

const EXTENSION = '.jsonl.gz';
/** Sentences a summary has when a set is compared; see the data's own README. */
const COMPARED_SENTENCES: Readonly<Record<string, number>> = {
  en: 3,
  fr: 1,
  vi: 1,
  ar: 4,
  bn: 4,
  tr: 4,
  nb: 4,
  ur: 6,
};
const ONE_SENTENCE_SETS = new Set(['en-newsroom', 'en-xsum']);

const linesOf = (reference: string): string[] => reference.split('\n').filter((line) => line.trim() !== '');

function parseLine(json: string): Specimen {
  const line = JSON.parse(json) as Line;
  const references = (line.references ?? [line.reference]).map(linesOf);
  const title = line.title === undefined ? {} : { title: line.title };
  return { id: line.id, language: line.lang, ...title, text: line.text, references };
}

/** Names of the sets of one split in a folder, such as `en-cnndm`; throws when the folder is absent. */
export function listSets(folder: string, split: 'train' | 'dev'): string[] {
  if (!existsSync(folder))
    throw new Error(`No data at ${folder}: give the folder of the summarisation sets with --data`);
  const suffix = `.${split}${EXTENSION}`;
  return readdirSync(folder)
    .filter((name) => name.endsWith(suffix))
    .map((name) => name.slice(0, -suffix.length))
    .sort();
}

export function readSet(folder: string, name: string, split: 'train' | 'dev'): Specimen[] {
  const lines = gunzipSync(readFileSync(join(folder, `${name}.${split}${EXTENSION}`))).toString('utf8');
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map(parseLine);
}

/** How many sentences a summary of this set has when it is compared. */
export function comparedSentences(name: string): number {
  return ONE_SENTENCE_SETS.has(name) ? 1 : (COMPARED_SENTENCES[name.slice(0, 2)] ?? 3);
}
