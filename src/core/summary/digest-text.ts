import { saysMore } from '../article/description.ts';
import { SUMMARY_MAX_SENTENCES } from '../limits.ts';
import {
  chooseSentences,
  countWords,
  ENGINE,
  type Models,
  PLAIN,
  type RankedSentence,
  type Ranking,
  rankWith,
} from '../summarizer/index.ts';
import type { Digest, DigestSentence, TextFacts, TextSize } from './digest.ts';
import { createFragmentFinder, type PageWords } from './fragment/text-fragment.ts';
import { PRESET_SENTENCES } from './presets.ts';

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

/** Ranks a text once and keeps the choices for every length. Cost: one ranking plus 23 selections. */
export function digestText(input: DigestInput): Digest {
  const ranking = rankInput(input);
  const choose = (count: number, range: 'whole' | 'opening') =>
    chooseSentences(ranking, { sentences: count, range });
  const whole = choicesUpTo(SUMMARY_MAX_SENTENCES, (count) => choose(count, 'whole'));
  const opening = choicesUpTo(PRESET_SENTENCES.teaser.long, (count) => choose(count, 'opening'));
  return indexChoices(input, ranking, whole, opening);
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

/** Choices of 1, 2, … sentences, ending where no more can be had. */
function choicesUpTo(limit: number, choose: (count: number) => RankedSentence[]): RankedSentence[][] {
  const choices: RankedSentence[][] = [];
  for (let count = 1; count <= limit; count += 1) {
    const choice = choose(count);
    if (choice.length < count) break;
    choices.push(choice);
  }
  return choices;
}

export function factsOf({ sentences }: Ranking): TextFacts {
  return { engine: ENGINE, label: 'extracted', stale: false, sentenceCount: sentences.length };
}

export function measureText({ text, language }: Pick<DigestInput, 'text' | 'language'>): TextSize {
  const words = countWords(text, language);
  return { textLength: text.length, words, readingTimeSeconds: readingTimeSeconds(words) };
}

function indexChoices(
  input: DigestInput,
  ranking: Ranking,
  whole: RankedSentence[][],
  opening: RankedSentence[][],
): Digest {
  const byOffset = new Map<string, RankedSentence>();
  for (const sentence of [...whole, ...opening].flat()) byOffset.set(placeOf(sentence), sentence);
  const kept = [...byOffset.values()].sort((a, b) => a.offset - b.offset || a.length - b.length);
  const indexes = new Map(kept.map((sentence, index) => [placeOf(sentence), index]));
  const toIndexes = (choice: RankedSentence[]) =>
    choice.map((sentence) => indexes.get(placeOf(sentence)) ?? 0);
  return {
    ...factsOf(ranking),
    ...measureText(input),
    sentences: withFragments(kept, input),
    whole: whole.map(toIndexes),
    opening: opening.map(toIndexes),
    pinned: [...input.pinned],
    excluded: [...input.excluded],
    ...(input.linked && input.page !== undefined
      ? { page: { ...input.page, elsewhere: [...input.page.elsewhere] } }
      : {}),
  };
}

/** A sentence may be chosen with or without its leading connective, so the offset alone does not name it. */
function placeOf(sentence: RankedSentence): string {
  return `${sentence.offset}+${sentence.length}`;
}

export function withFragments(sentences: readonly RankedSentence[], input: DigestInput): DigestSentence[] {
  const findFragment = input.linked
    ? createFragmentFinder(input.text, input.language, wordsOfPage(input))
    : () => undefined;
  return sentences.map(({ text, offset, length, rankScore, paragraph }) => ({
    text,
    offset,
    length,
    rankScore: roundScore(rankScore),
    paragraph,
    fragment: findFragment(offset, length) ?? null,
  }));
}

/** Headline and description stand above the text on most pages. */
function wordsOfPage({ title, description, page }: DigestInput): PageWords {
  const above = [title, description].filter((line) => line !== undefined && line !== null);
  return {
    seams: page?.seams ?? { breaks: [], joints: [] },
    elsewhere: [...above, ...(page?.elsewhere ?? [])],
  };
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
