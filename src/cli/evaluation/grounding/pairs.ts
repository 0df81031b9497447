import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A summary of a document that people judged. */
export interface JudgedPair {
  id: string;
  domain: string;
  doc: string;
  summary: string;
  /** The summary that it was made from; nobody has it when a summary is judged. */
  original: string;
  consistent: boolean;
  edits: string[];
}

export interface JudgedPairs {
  documents: ReadonlyMap<string, string>;
  pairs: JudgedPair[];
}

const DOCUMENTS = 'summedits.dev.docs.jsonl.gz';
const PAIRS = 'summedits.dev.pairs.jsonl.gz';

function readLines<Line>(path: string): Line[] {
  const text = gunzipSync(readFileSync(path)).toString('utf8').trim();
  return text.split('\n').map((line) => JSON.parse(line) as Line);
}

/** Reads the judged summaries of a folder; throws with the folder's name where they are absent. */
export function readPairs(folder: string): JudgedPairs {
  if (!existsSync(join(folder, PAIRS))) throw new Error(`No judged summaries (${PAIRS}) in ${folder}`);
  const documents = readLines<{ doc: string; text: string }>(join(folder, DOCUMENTS));
  return {
    documents: new Map(documents.map(({ doc, text }) => [doc, text])),
    pairs: readLines<JudgedPair>(join(folder, PAIRS)),
  };
}
