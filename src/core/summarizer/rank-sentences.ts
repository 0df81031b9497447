import { type Article, readArticle } from './article.ts';
import { isBoilerplate } from './boilerplate.ts';
import { detectLanguage } from './detect-language.ts';
import { functionWordsOf } from './full-stops.ts';
import { hashWord, scanTerms } from './scan-terms.ts';
import type { Sentence } from './split-sentences.ts';
import { primaryTag } from './split-text.ts';

export interface RankOptions {
  title?: string;
  /** BCP 47 tag; detected when absent. */
  language?: string;
  /** Ranks for a question. */
  query?: string;
  /** Paragraph numbers, from 1, whose first sentence is always chosen. */
  pinned?: readonly number[];
  /** Sentences barred by the editor; white space is folded before comparing. */
  excluded?: readonly string[];
}

export interface RankedSentence extends Sentence {
  /** 0 to 1, higher is better; comparable within one ranking only. */
  rankScore: number;
  /** From 1; paragraphs are parted by a blank line. */
  paragraph: number;
}

/** What choosing and explaining need beside the scores. */
export interface RankingDetails {
  article: Article;
  scores: Float64Array;
  weights: Float64Array;
  barred: Uint8Array;
  boilerplate: Uint8Array;
  pinned: Uint8Array;
  contributions: readonly Record<string, number>[];
}

export const DETAILS: unique symbol = Symbol('ranking details');

export interface Ranking {
  language: string;
  /** Every sentence that has words, in reading order. */
  sentences: readonly RankedSentence[];
  readonly [DETAILS]: RankingDetails;
}

const foldSpaces = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function markPinned(article: Article, pinned: readonly number[]): Uint8Array {
  const marks = new Uint8Array(article.sentences.length);
  const wanted = new Set(pinned);
  let before = 0;
  article.paragraphs.forEach((paragraph, index) => {
    if (paragraph !== before && wanted.has(paragraph)) marks[index] = 1;
    before = paragraph;
  });
  return marks;
}

function markExcluded(article: Article, excluded: readonly string[]): Uint8Array {
  const marks = new Uint8Array(article.sentences.length);
  if (excluded.length === 0) return marks;
  const barred = new Set(excluded.map(foldSpaces));
  article.sentences.forEach((sentence, index) => {
    if (barred.has(foldSpaces(sentence.text))) marks[index] = 1;
  });
  return marks;
}

function weighTerms(article: Article, options: RankOptions): Float64Array {
  const weights = new Float64Array(article.table.size);
  const { terms, table } = article;
  const length = article.starts.at(-1) ?? 0;
  for (let at = 0; at < length; at += 1)
    weights[terms[at] as number] = (weights[terms[at] as number] as number) + 1;
  for (let id = 0; id < weights.length; id += 1) weights[id] = Math.log1p(weights[id] as number);
  for (const word of functionWordsOf(article.language)) {
    const id = table.find(hashWord(word));
    if (id >= 0) weights[id] = 0;
  }
  const boost = (source: string, factor: number) =>
    scanTerms(source, 0, source.length, (hash) => {
      const id = table.find(hash);
      if (id >= 0) weights[id] = (weights[id] as number) * factor;
    });
  if (options.title !== undefined) boost(options.title, 1.5);
  if (options.query !== undefined) boost(options.query, 8);
  return weights;
}

function centrality(article: Article, weights: Float64Array, index: number): number {
  const from = article.starts[index] as number;
  const to = article.starts[index + 1] as number;
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += weights[article.terms[at] as number] as number;
  return sum / (to - from + 8);
}

/** Ranks every sentence of a text. Linear in the text. */
export function rankSentences(text: string, options: RankOptions = {}): Ranking {
  const language = primaryTag(options.language) ?? detectLanguage(text);
  const article = readArticle(text, language);
  const weights = weighTerms(article, options);
  const scores = new Float64Array(article.sentences.length);
  const boilerplate = new Uint8Array(article.sentences.length);
  const contributions = article.sentences.map((sentence, index) => {
    boilerplate[index] = isBoilerplate(sentence.text) ? 1 : 0;
    const content = centrality(article, weights, index);
    const position = options.query === undefined ? 1 / (1 + index) : 0;
    scores[index] = content + position;
    return { position, content };
  });
  const highest = scores.reduce((a, b) => Math.max(a, b), 0);
  const sentences = article.sentences.map((sentence, index) => ({
    ...sentence,
    rankScore: highest === 0 ? 0 : Math.max(0, Math.min(1, (scores[index] as number) / highest)),
    paragraph: article.paragraphs[index] as number,
  }));
  const details: RankingDetails = {
    article,
    scores,
    weights,
    barred: markExcluded(article, options.excluded ?? []),
    boilerplate,
    pinned: markPinned(article, options.pinned ?? []),
    contributions,
  };
  return { language, sentences, [DETAILS]: details };
}
