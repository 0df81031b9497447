import { saysMore } from '../article/description.ts';
import {
  countWords,
  ENGINE,
  type Models,
  PLAIN,
  type RankedSentence,
  type Ranking,
  rankWith,
} from '../summarizer/index.ts';
import type { DigestSentence, TextFacts, TextSize } from './digest.ts';
import type { PageWords } from './fragment/text-fragment.ts';

/** A text, and what is known of it where it is summarised. */
export interface DigestInput {
  text: string;
  title: string | undefined;
  /** What the publisher says of the article; counts only where it says more than the opening. */
  description?: string | null | undefined;
  language: string;
  /** Paragraph numbers, from 1, whose first sentence is always chosen. */
  pinned: readonly number[];
  /** Sentences an editor has barred. */
  excluded: readonly string[];
  /** Whether sentences need a text fragment: only where the text stands on a page of the publisher's. */
  linked: boolean;
  /** What is known of that page beside the text. */
  page?: PageWords | undefined;
}

/** @param models - With those that answer questions, where there is a `query`. */
export function rankInput(input: DigestInput, query?: string, models: Models = PLAIN): Ranking {
  const description = tellingDescription(input);
  const options = {
    language: input.language,
    pinned: input.pinned,
    excluded: input.excluded,
    ...(input.title === undefined ? {} : { title: input.title }),
    ...(description === undefined ? {} : { description }),
    ...(query === undefined ? {} : { query }),
  };
  return rankWith(input.text, options, models);
}

function tellingDescription({ description, title = '', text }: DigestInput): string | undefined {
  return description != null && saysMore(description, title, text) ? description : undefined;
}

export function factsOf({ sentences }: Ranking): TextFacts {
  return { engine: ENGINE, label: 'extracted', stale: false, sentenceCount: sentences.length };
}

export function measureText({ text, language }: Pick<DigestInput, 'text' | 'language'>): TextSize {
  const words = countWords(text, language);
  return { textLength: text.length, words, readingTimeSeconds: readingTimeSeconds(words) };
}

export function toDigestSentence(
  { text, offset, length, rankScore, paragraph }: RankedSentence,
  fragment: string | null = null,
): DigestSentence {
  return { text, offset, length, rankScore: roundScore(rankScore), paragraph, fragment };
}

/** Four digits say all that a score can; the rest would be bytes. */
export function roundScore(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}

/** Silent reading of non-fiction in English, the mean of 190 studies (Brysbaert, J. Mem. Lang. 109, 2019). */
const WORDS_PER_MINUTE = 238;

export function readingTimeSeconds(words: number): number {
  return Math.round((words / WORDS_PER_MINUTE) * 60);
}
