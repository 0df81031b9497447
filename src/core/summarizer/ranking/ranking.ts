import type { Article } from '../article/read-article.ts';
import type { Estimate } from '../model/estimate-use.ts';
import type { Profile } from '../model/language-profile.ts';
import type { Answers, QuestionMaterial } from '../question/answer-question.ts';
import type { SelectionInput } from '../selection/selection-input.ts';
import type { Sentence } from '../sentences/split-sentences.ts';
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
