import * as z from 'zod';
import { saysMore } from '../article/description.ts';
import { PRESET_MAX_SENTENCES, SUMMARY_MAX_SENTENCES } from '../limits.ts';
import {
  chooseSentences,
  countWords,
  ENGINE,
  type RankedSentence,
  type Ranking,
  rankSentences,
} from '../summarizer/index.ts';
import { createFragmentFinder, type PageWords } from './fragment/text-fragment.ts';
import { PRESET_SENTENCES } from './summary-options.ts';

const digestSentenceSchema = z.object({
  text: z.string(),
  /** UTF-16 units into the article's text; null for a sentence that an editor wrote freely. */
  offset: z.int().nullable(),
  length: z.int().nullable(),
  rankScore: z.number(),
  paragraph: z.int().nullable(),
  /** `text=…` directive that selects this sentence and no other in the page's text, where there is one. */
  fragment: z.string().nullable(),
});
export type DigestSentence = z.infer<typeof digestSentenceSchema>;

/**
 * What is worked out once, when an article changes, so that a read only picks: the choice for every number of
 * sentences, as indexes into `sentences`. Entry `n - 1` of `whole` and `opening` is the choice of n sentences; asking
 * for more than there are entries means the last.
 */
export const digestSchema = z.object({
  engine: z.object({ name: z.string(), version: z.string() }),
  label: z.enum(['extracted', 'edited']),
  stale: z.boolean(),
  /** Sentences of the article, not of the digest. */
  sentenceCount: z.int(),
  /** UTF-16 units of the whole text. */
  textLength: z.int(),
  words: z.int(),
  readingTimeSeconds: z.int(),
  sentences: z.array(digestSentenceSchema),
  whole: z.array(z.array(z.int())),
  opening: z.array(z.array(z.int())),
  /** What a ranking on the spot has to know besides the text. */
  pinned: z.array(z.int()),
  excluded: z.array(z.string()),
  /** What a link found on the spot has to know of the page; absent in copies of before. */
  page: z
    .object({
      seams: z.object({ breaks: z.array(z.int()), joints: z.array(z.int()) }),
      elsewhere: z.array(z.string()),
    })
    .optional(),
});
export type Digest = z.infer<typeof digestSchema>;

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

export function rankInput(input: DigestInput, query?: string): Ranking {
  const description = tellingDescription(input);
  return rankSentences(input.text, {
    language: input.language,
    pinned: input.pinned,
    excluded: input.excluded,
    ...(input.title === undefined ? {} : { title: input.title }),
    ...(description === undefined ? {} : { description }),
    ...(query === undefined ? {} : { query }),
  });
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

/** What a digest says of the text as a whole. */
export type TextFacts = Pick<Digest, 'engine' | 'label' | 'stale' | 'sentenceCount'>;

export function factsOf({ sentences }: Ranking): TextFacts {
  return { engine: ENGINE, label: 'extracted', stale: false, sentenceCount: sentences.length };
}

/** Its size, which has to be counted. */
export type TextSize = Pick<Digest, 'textLength' | 'words' | 'readingTimeSeconds'>;

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

/**
 * Cuts a digest down to what the presets can show: no more travels where only the summary is public.
 *
 * A number of sentences that is no preset's (4, 6) gets the next longer preset without its weakest sentence, since a
 * choice of its own could hold one that no preset shows. A link that needs the words around a sentence to find it
 * gives those away too, so it goes; what names the sentence by its own words stays.
 */
export function presetsOnly(digest: Digest): Digest {
  const whole = choicesOfPresets(digest);
  const opening = digest.opening.slice(0, PRESET_SENTENCES.teaser.long);
  const used = [...new Set([...whole, ...opening].flat())].sort((a, b) => a - b);
  const renumber = new Map(used.map((old, index) => [old, index]));
  const renumbered = (choices: number[][]) =>
    choices.map((choice) => choice.map((old) => renumber.get(old) ?? 0));
  return {
    ...digest,
    sentences: digest.sentences
      .filter((_, index) => renumber.has(index))
      .map((sentence) => (hasContext(sentence.fragment) ? { ...sentence, fragment: null } : sentence)),
    whole: renumbered(whole),
    opening: renumbered(opening),
    pinned: [],
    excluded: [],
    page: undefined,
  };
}

const PRESET_COUNTS = new Set<number>(
  [PRESET_SENTENCES['key-points'], PRESET_SENTENCES.tldr].flatMap((lengths) => Object.values(lengths)),
);

function choicesOfPresets({ whole, sentences }: Digest): number[][] {
  const choices = whole.slice(0, PRESET_MAX_SENTENCES);
  for (let count = choices.length - 1; count > 0; count -= 1) {
    const longer = choices[count];
    if (PRESET_COUNTS.has(count) || longer === undefined) continue;
    const scores = longer.map((index) => sentences[index]?.rankScore ?? 0);
    const weakest = scores.lastIndexOf(Math.min(...scores));
    choices[count - 1] = longer.filter((_, place) => place !== weakest);
  }
  return choices;
}

/** `text=prefix-,…` or `text=…,-suffix`: a hyphen of the text itself is percent-encoded. */
function hasContext(fragment: string | null): boolean {
  return fragment !== null && /-,|,-/u.test(fragment);
}

/** The choice of `count` sentences, in reading order; fewer where there are fewer. */
export function chooseFromDigest(
  digest: Digest,
  count: number,
  range: 'whole' | 'opening',
): DigestSentence[] {
  const choices = range === 'opening' ? digest.opening : digest.whole;
  const choice = choices[Math.min(count, choices.length) - 1] ?? [];
  return choice.flatMap((index) => digest.sentences[index] ?? []);
}
