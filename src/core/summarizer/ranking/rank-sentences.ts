import { type Article, arenaFor, readArticle, termCount } from '../article/read-article.ts';
import { languageOf } from '../language/detect-language.ts';
import { primaryTag } from '../language/primary-tag.ts';
import { type Estimate, estimateUse } from '../model/estimate-use.ts';
import type { Profile } from '../model/language-profile.ts';
import { measureSentenceFeatures, SENTENCE_WIDTH } from '../model/sentence-features.ts';
import type { TermMarks } from '../model/term-features.ts';
import { profileOf } from '../model/trained-profiles.ts';
import { aimAtQuery } from '../question/aim-at-query.ts';
import { markBoilerplate } from '../screening/boilerplate.ts';
import { markDangling } from '../screening/dangling-starts.ts';
import { makeSelectionInput, type SelectionInput } from '../selection/selection-input.ts';
import { singleValues } from '../selection/summary-sums.ts';
import type { Sentence } from '../sentences/split-sentences.ts';
import { listTerms, scanText } from '../terms/scan-terms.ts';

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
  profile: Profile;
  estimate: Estimate;
  input: SelectionInput;
  /** Rows of `SENTENCE_FEATURES`. */
  features: Float64Array;
  /** Sentence numbers, best first. */
  order: readonly number[];
  excluded: Uint8Array;
  boilerplate: Uint8Array;
  pinned: Uint8Array;
}

export const DETAILS: unique symbol = Symbol('ranking details');

export interface Ranking {
  language: string;
  /** Every sentence that has words, in reading order. */
  sentences: readonly RankedSentence[];
  readonly [DETAILS]: RankingDetails;
}

/** Sentences are scored as members of a summary of this many. */
const SCORED_AT = 3;
/** Exclamations and fragments ("You got it, dude!") cost a summary what a good sentence brings. */
const SHORTEST_STATEMENT = 5;
const FRAGMENT_COST = 0.15;
/** Boilerplate keeps its place in the order of the rest, far below it. */
const BOILERPLATE_SHARE = 0.05;

const foldSpaces = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function markPinned(article: Article, pinned: readonly number[]): Uint8Array {
  const marks = article.arena.uint8(article.sentences.length);
  if (pinned.length === 0) return marks;
  const wanted = new Set(pinned);
  let before = 0;
  article.paragraphs.forEach((paragraph, index) => {
    if (paragraph !== before && wanted.has(paragraph)) marks[index] = 1;
    before = paragraph;
  });
  return marks;
}

function markExcluded(article: Article, excluded: readonly string[]): Uint8Array {
  const marks = article.arena.uint8(article.sentences.length);
  if (excluded.length === 0) return marks;
  const barred = new Set(excluded.map(foldSpaces));
  article.sentences.forEach((sentence, index) => {
    if (barred.has(foldSpaces(sentence.text))) marks[index] = 1;
  });
  return marks;
}

/** Terms of a headline or a question that the article uses; undefined when there are none. */
export function markTerms({ table, arena }: Article, source: string | undefined): TermMarks | undefined {
  if (source === undefined) return undefined;
  const marks = arena.uint8(table.size);
  let found = false;
  const list = listTerms(source);
  for (let at = 0; at < list.length; at += 1) {
    const term = table.find(list.hashAt(at));
    if (term < 0) continue;
    marks[term] = 1;
    found = true;
  }
  return found ? marks : undefined;
}

/** Scales values to 0..1: the best sentence gets 1, one that adds nothing 0. */
function scaleScores(values: Float64Array, boilerplate: Uint8Array): void {
  let lowest = 0;
  let highest = 0;
  for (let at = 0; at < values.length; at += 1) {
    lowest = Math.min(lowest, values[at] as number);
    highest = Math.max(highest, values[at] as number);
  }
  const range = highest - lowest;
  for (let at = 0; at < values.length; at += 1) {
    const share = boilerplate[at] === 1 ? BOILERPLATE_SHARE : 1;
    values[at] = range === 0 ? 0 : (((values[at] as number) - lowest) / range) * share;
  }
}

/** Worth of every sentence beside its words. */
function measureBonuses(article: Article, features: Float64Array, profile: Profile): Float64Array {
  const bonuses = article.arena.float64(article.sentences.length);
  for (let sentence = 0; sentence < bonuses.length; sentence += 1) {
    let sum = termCount(article, sentence) < SHORTEST_STATEMENT ? -FRAGMENT_COST : 0;
    for (let at = 0; at < SENTENCE_WIDTH; at += 1)
      sum += (profile.sentence[at] as number) * (features[sentence * SENTENCE_WIDTH + at] as number);
    bonuses[sentence] = sum;
  }
  return bonuses;
}

function detailsOf(article: Article, options: RankOptions): Omit<RankingDetails, 'order'> {
  const profile = profileOf(article.language);
  const estimate = estimateUse(article, profile, markTerms(article, options.title));
  const dangling = markDangling(article);
  const features = measureSentenceFeatures(article, estimate, dangling);
  const bonuses = measureBonuses(article, features, profile);
  const query = markTerms(article, options.query);
  if (query !== undefined) aimAtQuery(article, estimate, bonuses, query);
  return {
    article,
    profile,
    estimate,
    input: makeSelectionInput(article, estimate, profile, bonuses, dangling),
    features,
    excluded: markExcluded(article, options.excluded ?? []),
    boilerplate: markBoilerplate(article),
    pinned: markPinned(article, options.pinned ?? []),
  };
}

/**
 * Ranks every sentence of a text by what it adds to a summary.
 *
 * @param source - Plain text; a blank line parts paragraphs.
 *
 * Cost: linear in the text. Deterministic: the same text, options and engine version give the same scores.
 */
export function rankSentences(source: string, options: RankOptions = {}): Ranking {
  const arena = arenaFor(source);
  const scan = scanText(source, arena);
  const language = primaryTag(options.language) ?? languageOf(source, scan.terms);
  const article = readArticle(source, language, arena, scan);
  const details = detailsOf(article, options);
  const scores = singleValues(details.input, SCORED_AT);
  scaleScores(scores, details.boilerplate);
  const sentences = article.sentences.map(({ text, offset, length }, index) => ({
    text,
    offset,
    length,
    rankScore: scores[index] as number,
    paragraph: article.paragraphs[index] as number,
  }));
  const order = Array.from(scores.keys()).sort(
    (a, b) => (scores[b] as number) - (scores[a] as number) || a - b,
  );
  return { language, sentences, [DETAILS]: { ...details, order } };
}
