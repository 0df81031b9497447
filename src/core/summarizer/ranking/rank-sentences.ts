import { type Article, arenaFor, readArticle, termCount } from '../article/read-article.ts';
import { languageOf } from '../language/detect-language.ts';
import { primaryTag } from '../language/primary-tag.ts';
import { matchSource, repeatsSource } from '../matching/match-source.ts';
import { indexStems } from '../matching/stem-index.ts';
import type { Arena } from '../memory/arena.ts';
import { type Announcements, measureEditorFeatures } from '../model/editor-features.ts';
import { scoreRows } from '../model/editor-model.ts';
import { type Estimate, estimateUse } from '../model/estimate-use.ts';
import type { Profile } from '../model/language-profile.ts';
import { measureSentenceFeatures, SENTENCE_WIDTH } from '../model/sentence-features.ts';
import type { TermMarks } from '../model/term-features.ts';
import { profileOf } from '../model/trained-profiles.ts';
import type { Answers, QuestionMaterial } from '../question/answer-question.ts';
import { markBoilerplate } from '../screening/boilerplate.ts';
import { markDangling } from '../screening/dangling-starts.ts';
import { findIntroductions } from '../screening/introductions.ts';
import { weighStudyParts } from '../screening/study-parts.ts';
import { markTakingUp } from '../screening/taking-up.ts';
import { markUnprintable } from '../screening/unprintable.ts';
import { makeSelectionInput, type SelectionInput } from '../selection/selection-input.ts';
import { singleValues } from '../selection/summary-sums.ts';
import type { Sentence } from '../sentences/split-sentences.ts';
import { listTerms, scanText } from '../terms/scan-terms.ts';
import { findGist } from './find-gist.ts';
import type { Models } from './models.ts';

export interface RankOptions {
  title?: string;
  /** What the publisher says of the article in a sentence or two. */
  description?: string;
  /** BCP 47 tag; detected when absent. */
  language?: string;
  /** Ranks for a question, by models that find answers. */
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
  models: Models;
  profile: Profile;
  estimate: Estimate;
  input: SelectionInput;
  /** Rows of `SENTENCE_FEATURES`. */
  features: Float64Array;
  /** Rows of `EDITOR_FEATURES`. */
  editorRows: Float64Array;
  /** How much they count. */
  editorShare: number;
  /** How likely each sentence is the one that tells the story. */
  gists: Float64Array;
  questionMaterial: QuestionMaterial;
  /** What was found for the question; undefined when none was asked, or nothing in the article is near it. */
  answers: Answers | undefined;
  /** The one-sentence summary; undefined for a text without words. */
  lead: number | undefined;
  /** Sentence numbers, best first. */
  order: readonly number[];
  excluded: Uint8Array;
  /** Lines that are never printed. */
  barred: Uint8Array;
  pinned: Uint8Array;
}

export const DETAILS: unique symbol = Symbol('ranking details');

export interface Ranking {
  language: string;
  /** False when a question was asked that the article does not answer; the ranking is then the ordinary one. */
  answered: boolean;
  /** Every sentence that has words, in reading order. */
  sentences: readonly RankedSentence[];
  readonly [DETAILS]: RankingDetails;
}

/** Sentences are scored as members of a summary of this many. */
const SCORED_AT = 3;
/** Exclamations and fragments ("You got it, dude!") cost a summary what a good sentence brings. */
const SHORTEST_STATEMENT = 5;
const FRAGMENT_COST = 0.15;
/** What is never printed keeps its place in the order of the rest, far below it. */
const BARRED_SHARE = 0.05;
const SECOND_SHARE = 0.99;

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

/** Scales values to 0..1: the best sentence gets 1, one that adds nothing 0; what is never printed stays far below. */
function scaleScores(values: Float64Array, barred: Uint8Array): void {
  let lowest = 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < values.length; at += 1) {
    lowest = Math.min(lowest, values[at] as number);
    highest = Math.max(highest, values[at] as number);
  }
  const range = highest - lowest;
  for (let at = 0; at < values.length; at += 1) {
    const share = barred[at] === 1 ? BARRED_SHARE : 1;
    values[at] = range <= 0 ? 0 : (((values[at] as number) - lowest) / range) * share;
  }
}

/** The one-sentence summary stands first in the order of rank. */
function putFirst(scores: Float64Array, lead: number | undefined): void {
  if (lead === undefined) return;
  for (let at = 0; at < scores.length; at += 1) scores[at] = SECOND_SHARE * (scores[at] as number);
  scores[lead] = 1;
}

/** What a part of a study counts for: in the worth of a sentence, and in what an editor would say of it. */
const PART_WORTH = 0.2;
const PART_JUDGEMENT = 3;

/** The values with what the parts of a study count for; the same ones where the text is no study. */
function withParts(parts: Float64Array | undefined, share: number, values: Float64Array): Float64Array {
  return parts === undefined ? values : values.map((value, at) => value + share * (parts[at] as number));
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

/** Lines of the page, and lines that mislead or hang in the air by themselves. */
function markBarred(
  article: Article,
  { index, title }: Announcements,
  dangling: Uint8Array,
  takingUp: Uint8Array,
): Uint8Array {
  const marks = markUnprintable(article, takingUp);
  const boilerplate = markBoilerplate(article);
  for (let at = 0; at < marks.length; at += 1) {
    const repeats = title !== undefined && index !== undefined && repeatsSource(title, index, at);
    if (boilerplate[at] === 1 && !repeats) marks[at] = 1;
    if (repeats) dangling[at] = 0;
  }
  return marks;
}

function readAnnouncements(article: Article, { title, description }: RankOptions): Announcements {
  if (title === undefined && description === undefined)
    return { index: undefined, title: undefined, description: undefined };
  const index = indexStems(article);
  return {
    index,
    title: matchSource(article, index, title),
    description: matchSource(article, index, description),
  };
}

/** How much an editor's judgement counts beside the words that a summary should use. */
const REPEATED_HEADLINE = 10;
const EDITOR_SHARE = 0.15;
const EDITOR_SHARE_BARE = 0.03;

/** What an editor has pinned leads; else the gist of what may be printed. */
function findLead({
  gists,
  input,
  excluded,
  barred,
  pinned,
}: Pick<RankingDetails, 'gists' | 'input' | 'excluded' | 'barred' | 'pinned'>): number | undefined {
  const open: number[] = [];
  const printable: number[] = [];
  for (let at = 0; at < barred.length; at += 1) {
    if (excluded[at] === 1) continue;
    if (pinned[at] === 1) return at;
    open.push(at);
    if (barred[at] === 0) printable.push(at);
  }
  return findGist(gists, input, printable.length > 0 ? printable : open);
}

/** What an editor would say of each sentence: whether it is the gist, or a point. */
function judgeSentences(
  { arena, sentences }: Article,
  rows: Float64Array,
  { index, title }: Announcements,
  { editor }: Models,
): { gists: Float64Array; points: Float64Array } {
  const gists = scoreRows(rows, editor.gist, arena.float64(sentences.length));
  const points = scoreRows(rows, editor.point, arena.float64(sentences.length));
  if (index !== undefined && title !== undefined)
    for (let at = 0; at < gists.length; at += 1)
      if (repeatsSource(title, index, at)) gists[at] = (gists[at] as number) + REPEATED_HEADLINE;
  return { gists, points };
}

function detailsOf(article: Article, options: RankOptions, models: Models): Omit<RankingDetails, 'order'> {
  const profile = profileOf(article.language);
  const estimate = estimateUse(article, profile, markTerms(article, options.title));
  const dangling = markDangling(article);
  const features = measureSentenceFeatures(article, estimate, dangling);
  const parts = weighStudyParts(article);
  const bonuses = withParts(parts, PART_WORTH, measureBonuses(article, features, profile));
  const announcements = readAnnouncements(article, options);
  const takingUp = markTakingUp(article);
  const barred = markBarred(article, announcements, dangling, takingUp);
  const input = makeSelectionInput(
    article,
    estimate,
    profile,
    bonuses,
    dangling,
    takingUp.subarray(1),
    findIntroductions(article, options.title),
  );
  const values = singleValues(input, SCORED_AT);
  const material = { announcements, dangling, takingUp, barred, values, features };
  const editorRows = measureEditorFeatures(article, material);
  const { index, title } = announcements;
  const judged = judgeSentences(article, editorRows, announcements, models);
  const points = withParts(parts, PART_JUDGEMENT, judged.points);
  const editorShare = index === undefined ? EDITOR_SHARE_BARE : EDITOR_SHARE;
  for (let at = 0; at < bonuses.length; at += 1)
    bonuses[at] = (bonuses[at] as number) + editorShare * (points[at] as number);
  if (index === undefined) judged.gists.set(singleValues(input, SCORED_AT));
  const gists = index === undefined ? judged.gists : withParts(parts, PART_JUDGEMENT, judged.gists);
  // Readers ask how a study was made as well: its parts count for nothing there.
  const questionMaterial = { index, title, dangling, barred, ...judged };
  const answers =
    options.query === undefined ? undefined : models.findAnswers?.(article, options.query, questionMaterial);
  const excluded = markExcluded(article, options.excluded ?? []);
  const pinned = markPinned(article, options.pinned ?? []);
  return {
    article,
    models,
    profile,
    estimate,
    input,
    features,
    editorRows,
    editorShare,
    gists,
    questionMaterial,
    answers,
    lead: findLead({ gists, input, excluded, barred, pinned }),
    excluded,
    barred,
    pinned,
  };
}

/**
 * Ranks every sentence of a text by what it adds to a summary.
 *
 * @param source - Plain text; a blank line parts paragraphs.
 *
 * Cost: linear in the text. Deterministic: the same text, options and engine version give the same scores.
 */
export function rankSentences(source: string, options: RankOptions, models: Models): Ranking {
  return rankIn(arenaFor(source), source, options, models);
}

/** {@link rankSentences} in memory of the caller's, which the ranking needs for as long as it is used. */
export function rankIn(arena: Arena, source: string, options: RankOptions, models: Models): Ranking {
  const scan = scanText(source, arena);
  const language = primaryTag(options.language) ?? languageOf(source, scan, arena);
  const article = readArticle(source, language, arena, scan);
  const details = detailsOf(article, options, models);
  const { answers } = details;
  const scores = answers?.answered === true ? answers.scores.slice() : singleValues(details.input, SCORED_AT);
  scaleScores(scores, details.barred);
  if (answers?.answered !== true) putFirst(scores, details.lead);
  const sentences = article.sentences.map(({ text, offset, length }, index) => ({
    text,
    offset,
    length,
    rankScore: scores[index] as number,
    paragraph: article.paragraphs[index] as number,
  }));
  const order: number[] = [];
  for (let at = 0; at < scores.length; at += 1) order.push(at);
  order.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
  const answered = options.query === undefined || answers?.answered === true;
  return { language, answered, sentences, [DETAILS]: { ...details, order } };
}
