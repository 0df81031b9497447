import type { Article } from '../article/read-article.ts';
import { functionWordsOf } from '../language/word-holders.ts';
import type { StemIndex } from '../matching/stem-index.ts';
import { hashStem } from '../matching/stems.ts';
import { listTerms } from '../terms/scan-terms.ts';
import { TERM_UNSPACED, type TermList } from '../terms/term-list.ts';
import { type AnswerKind, type HashedQuestionWords, hashPair, questionWordsOf } from './question-words.ts';
import { relatedStems } from './related-words.ts';

/** A word that a question asks with, by its stem. */
export interface AskedStem {
  /** The rarer in the article, the more it says. */
  weight: number;
  /** Whether the article holds it, or a word for the same thing. */
  known: boolean;
  /** Whether the headline holds it: it says what the article is about, not what is asked. */
  announced: boolean;
}

export interface Question {
  kind: AnswerKind | undefined;
  /** Different telling words, in the order in which they are asked. */
  stems: readonly AskedStem[];
  /** For each stem of the article, which asked stems it stands for and how well; undefined for most. */
  meanings: ReadonlyMap<number, readonly (readonly [asked: number, share: number])[]>;
}

/** A word for the same thing counts less than the word itself. */
const RELATED_SHARE = 0.7;

/** What the words at a place of a question ask for, alone or with the next one. */
const askedAt = (
  list: TermList,
  at: number,
  { kinds }: HashedQuestionWords,
): AnswerKind | 'other' | undefined =>
  (at + 1 < list.length ? kinds.get(hashPair(list.hashAt(at), list.hashAt(at + 1))) : undefined) ??
  kinds.get(list.hashAt(at));

/** Kinds whose words also tie sentences together: "what happened when …". */
const ALSO_TYING: ReadonlySet<string> = new Set(['name', 'time', 'place', 'which', 'manner']);

/** What a question asks for; undefined where its words do not tell. The first word that tells decides. */
export function kindOf(query: string, language: string): AnswerKind | undefined {
  const words = questionWordsOf(language);
  const list = listTerms(query);
  let found: AnswerKind | undefined;
  let hasAsked = false;
  if (list.length > 0 && words.closed.has(list.hashAt(0))) return undefined;
  for (let at = 0; at < list.length; at += 1) {
    const kind = askedAt(list, at, words);
    if (kind === undefined) continue;
    if (kind === 'money' && found === 'number') return kind;
    if (kind !== 'other' && !(hasAsked && ALSO_TYING.has(kind))) found ??= kind;
    hasAsked = true;
  }
  return found;
}

/** Marks the terms of a question that only ask, or name the text itself. */
function isAsking(
  list: TermList,
  at: number,
  kind: AnswerKind | undefined,
  words: HashedQuestionWords,
): boolean {
  const asked = askedAt(list, at, words);
  if (asked !== undefined && asked !== 'money') return true;
  if (at > 0 && words.kinds.has(hashPair(list.hashAt(at - 1), list.hashAt(at)))) return true;
  return kind === 'advice' && words.text.has(list.hashAt(at));
}

/** Different stems of the words that tell, in order; all but those that ask where nothing else is there. */
function listStems(query: string, { language }: Article, kind: AnswerKind | undefined): number[] {
  const list = listTerms(query);
  const words = questionWordsOf(language);
  const isFunctionWord = functionWordsOf(language);
  const stems = new Set<number>();
  for (let at = 0; at < list.length; at += 1) {
    const from = list.offsetAt(at);
    if (isFunctionWord(list.hashAt(at)) || isAsking(list, at, kind, words)) continue;
    const unspaced = (list.shapeAt(at) & TERM_UNSPACED) !== 0;
    stems.add(unspaced ? list.hashAt(at) : hashStem(query, from, from + list.lengthAt(at), language));
  }
  return [...stems];
}

const rarityOf = (held: number, sentences: number): number =>
  Math.log(1 + (sentences - held + 0.5) / (held + 0.5));

/**
 * Reads a question about an article. Linear in the question.
 *
 * @param announced - Weights of the headline's stems, by stem of the article.
 */
export function readQuestion(
  article: Article,
  index: StemIndex,
  query: string,
  announced: Float64Array | undefined,
): Question {
  const { language, sentences } = article;
  const kind = kindOf(query, language);
  const related = relatedStems(language);
  const meanings = new Map<number, [number, number][]>();
  const stems = listStems(query, article, kind).map((hash, asked) => {
    const own = index.table.find(hash);
    const alike = (related.get(hash) ?? []).map((other) => index.table.find(other));
    let known = false;
    for (const stem of new Set([own, ...alike])) {
      if (stem < 0) continue;
      known = true;
      const entry: [number, number] = [asked, stem === own ? 1 : RELATED_SHARE];
      const entries = meanings.get(stem);
      if (entries === undefined) meanings.set(stem, [entry]);
      else entries.push(entry);
    }
    return {
      weight: rarityOf(own < 0 ? 0 : (index.held[own] as number), sentences.length),
      known,
      announced: own >= 0 && (announced?.[own] ?? 0) > 0,
    };
  });
  return { kind, stems, meanings };
}
