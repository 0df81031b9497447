import type { Article } from '../article/read-article.ts';
import type { SourceMatch } from '../matching/match-source.ts';
import type { StemIndex } from '../matching/stem-index.ts';
import { ANSWER_FEATURES } from './answer-features.ts';

/** What tells whether the best sentence answers the question, or is only about the same thing. */
export const EVIDENCE_FEATURES = [
  'known words',
  'words held',
  'telling words held',
  'telling words before',
  'covered',
  'holds what is asked for',
  'lacks what is asked for',
  'whatever it is',
] as const;

export const EVIDENCE_WIDTH: number = EVIDENCE_FEATURES.length;

const MANY_HITS = 3;
const MANY_TELLING = 2;
/** A word of a fifth of the sentences says what the article is about, not what is asked. */
const COMMON_SHARE = 0.2;
const COMMON_COUNT = 2;
const COVERED = ANSWER_FEATURES.indexOf('covered');
const HOLDS = ANSWER_FEATURES.indexOf('holds what is asked for');
const LACKS = ANSWER_FEATURES.indexOf('lacks what is asked for');

export interface EvidenceMaterial {
  index: StemIndex;
  match: SourceMatch;
  title: SourceMatch | undefined;
  /** Answer features of the best sentence, and its number. */
  row: Float64Array;
  best: number;
}

/** Different stems of the question in a sentence that neither the headline nor every other sentence has. */
function countTelling(article: Article, { index, match, title }: EvidenceMaterial, sentence: number): number {
  const { distinct, sentences } = article;
  const most = Math.max(COMMON_COUNT, COMMON_SHARE * sentences.length);
  const seen = new Set<number>();
  const end = distinct.starts[sentence + 1] as number;
  for (let at = distinct.starts[sentence] as number; at < end; at += 1) {
    const stem = index.ofTerm[distinct.items[at] as number] as number;
    if (stem < 0 || match.weights[stem] === 0 || (title?.weights[stem] ?? 0) > 0) continue;
    if ((index.held[stem] as number) <= most) seen.add(stem);
  }
  return seen.size;
}

export function measureEvidence(article: Article, material: EvidenceMaterial): Float64Array {
  const { match, row, best } = material;
  const before = best > 0 ? countTelling(article, material, best - 1) : 0;
  return Float64Array.of(
    match.known,
    Math.min(MANY_HITS, match.hits[best] as number) / MANY_HITS,
    Math.min(MANY_TELLING, countTelling(article, material, best)),
    before > 0 ? 1 : 0,
    row[COVERED] as number,
    row[HOLDS] as number,
    row[LACKS] as number,
    1,
  );
}
