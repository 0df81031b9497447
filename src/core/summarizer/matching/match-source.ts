import type { Article } from '../article/read-article.ts';
import { functionWordsOf } from '../language/word-holders.ts';
import { listTerms } from '../terms/scan-terms.ts';
import { TERM_UNSPACED } from '../terms/term-list.ts';
import type { StemIndex } from './stem-index.ts';
import { hashStem } from './stems.ts';

/** How well each sentence of an article matches a headline, a description or a question. */
export interface SourceMatch {
  /** Rarity of each stem of the article that the source has, 0 for the others. */
  weights: Float64Array;
  /** BM25 (Robertson & Zaragoza, 2009) over stems, each counted once a sentence. */
  scores: Float64Array;
  best: number;
  /** Share of the source, weighed by rarity, that each sentence holds. */
  covered: Float64Array;
  /** Different stems of the source that each sentence holds. */
  hits: Int32Array;
  /** Different stems of the source, those included that the article does not hold. */
  stems: number;
  /** Share of the source's stems that the article holds at all. */
  known: number;
}

const NONE_RELATED: ReadonlyMap<number, readonly number[]> = new Map();
/** A word for the same thing counts less than the word itself. */
const RELATED_SHARE = 0.7;
const K1 = 1.2;
const B = 0.75;

/** Different stems of a source that are no function words, unless it has no others, as hashes. */
function stemsOf(source: string, { language }: Article): number[] {
  const list = listTerms(source);
  const isFunctionWord = functionWordsOf(language);
  const hashes = new Set<number>();
  const telling = new Set<number>();
  for (let at = 0; at < list.length; at += 1) {
    const from = list.offsetAt(at);
    const unspaced = (list.shapeAt(at) & TERM_UNSPACED) !== 0;
    const hash = unspaced ? list.hashAt(at) : hashStem(source, from, from + list.lengthAt(at), language);
    hashes.add(hash);
    if (!isFunctionWord(list.hashAt(at))) telling.add(hash);
  }
  return [...(telling.size > 0 ? telling : hashes)];
}

/** What a stem that a share of the sentences holds says: the rarer, the more. */
const rarityOf = (held: number, sentences: number): number =>
  Math.log(1 + (sentences - held + 0.5) / (held + 0.5));

/** Matches every sentence with a source; undefined where they share no word. Linear in both. */
export function matchSource(
  article: Article,
  index: StemIndex,
  source: string | undefined,
  related: ReadonlyMap<number, readonly number[]> = NONE_RELATED,
): SourceMatch | undefined {
  if (source === undefined) return undefined;
  const { arena, distinct, sentences } = article;
  const stems = stemsOf(source, article);
  const weights = arena.float64(index.table.size);
  let whole = 0;
  let known = 0;
  let found = false;
  for (const hash of stems) {
    const stem = index.table.find(hash);
    const rarity = rarityOf(stem < 0 ? 0 : (index.held[stem] as number), sentences.length);
    whole += rarity;
    if (stem >= 0) {
      weights[stem] = rarity;
      known += 1;
      found = true;
    }
    for (const other of related.get(hash) ?? []) {
      const alike = index.table.find(other);
      if (alike < 0 || alike === stem) continue;
      const weight = RELATED_SHARE * rarityOf(index.held[alike] as number, sentences.length);
      weights[alike] = Math.max(weights[alike] as number, weight);
      found = true;
    }
  }
  if (!found) return undefined;
  const scores = arena.float64(sentences.length);
  const covered = arena.float64(sentences.length);
  const hits = arena.int32(sentences.length);
  const seenIn = arena.int32(index.table.size);
  let best = 0;
  for (let sentence = 0; sentence < sentences.length; sentence += 1) {
    const end = distinct.starts[sentence + 1] as number;
    let sum = 0;
    for (let at = distinct.starts[sentence] as number; at < end; at += 1) {
      const stem = index.ofTerm[distinct.items[at] as number] as number;
      if (stem < 0 || weights[stem] === 0 || seenIn[stem] === sentence + 1) continue;
      seenIn[stem] = sentence + 1;
      hits[sentence] = (hits[sentence] as number) + 1;
      sum += weights[stem] as number;
    }
    const length = (index.counts[sentence] as number) / index.meanCount;
    scores[sentence] = (sum * (K1 + 1)) / (1 + K1 * (1 - B + B * length));
    covered[sentence] = Math.min(1, sum / whole);
    best = Math.max(best, scores[sentence] as number);
  }
  return { weights, scores, best, covered, hits, stems: stems.length, known: known / stems.length };
}

/** A headline may carry a word or two beside the sentence: "Video.", the paper's name. */
const REPEATED_SHARE = 0.75;
const FEWEST_REPEATED = 3;

/** Whether a sentence says what the source says and hardly a word more. */
export function repeatsSource(match: SourceMatch, { counts }: StemIndex, sentence: number): boolean {
  const hits = match.hits[sentence] as number;
  const enough = hits === match.stems ? hits > 1 : hits >= FEWEST_REPEATED;
  return enough && hits >= REPEATED_SHARE * match.stems && (counts[sentence] as number) <= hits + 1;
}
