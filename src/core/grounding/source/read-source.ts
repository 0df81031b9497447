import { detectLanguage, splitSentences } from '../../summarizer/index.ts';
import { joinHashes } from '../language/hash.ts';
import { type LanguagePack, packOf } from '../language/language-pack.ts';
import { readWords, type Word } from '../text/words.ts';

/** What a sentence is held against. */
export interface GroundingArticle {
  /** Paragraphs joined by one blank line. */
  text: string;
  /** BCP 47; detected when absent. */
  language?: string | undefined;
  title?: string | undefined;
}

/** An article's words with the ways to find them. */
export interface Source {
  /** The article's text, its title behind it. */
  text: string;
  /** Without the title. */
  textLength: number;
  pack: LanguagePack;
  words: readonly Word[];
  /** Sentence of each word. */
  sentenceOf: Int32Array;
  sentences: readonly { offset: number; length: number }[];
  /** Where each stem stands, ascending. */
  places: ReadonlyMap<number, readonly number[]>;
  /** Where forms stand whose capital or exact form matters. */
  forms: ReadonlySet<string>;
  capitals: ReadonlySet<string>;
  /** First four letters of every word of four and more. */
  openings: ReadonlySet<string>;
  pairs: ReadonlySet<number>;
  triples: ReadonlySet<number>;
  /** Sentences that hold each stem. */
  spread: ReadonlyMap<number, number>;
  /** Initials of names of several words: "uk", "bbc". */
  initials: ReadonlySet<string>;
  negations: readonly number[];
  /** Where something is left open: "may", "reportedly". */
  modals: readonly number[];
  /** First word of each sentence, and the end of all. */
  starts: Int32Array;
  /** Neighbours of a negation, as if it were not there. */
  bridged: ReadonlySet<number>;
}

const OPENING_LETTERS = 4;
const LONGEST_NAME = 6;

function push(map: Map<number, number[]>, key: number, at: number): void {
  const held = map.get(key);
  if (held === undefined) map.set(key, [at]);
  else held.push(at);
}

function initialsOf(words: readonly Word[]): Set<string> {
  const found = new Set<string>();
  words.forEach((first, at) => {
    if (!first.capital) return;
    let initials = '';
    for (const word of words.slice(at, at + LONGEST_NAME)) {
      if (!word.capital && word.kind !== 'function') break;
      if (word.capital) initials += word.form.charAt(0);
      if (initials.length > 1) found.add(initials);
    }
  });
  return found;
}

function indexPlaces(words: readonly Word[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  words.forEach((word, at) => {
    push(places, word.stem, at);
    if (word.country !== undefined) push(places, word.country, at);
  });
  return places;
}

function numberSentences(words: readonly Word[], sentences: Source['sentences']): Int32Array {
  const sentenceOf = new Int32Array(words.length);
  let sentence = 0;
  words.forEach((word, at) => {
    while (sentence + 1 < sentences.length && (sentences[sentence + 1]?.offset ?? 0) <= word.offset)
      sentence += 1;
    sentenceOf[at] = sentence;
  });
  return sentenceOf;
}

function findStarts(sentenceOf: Int32Array, sentences: number): Int32Array {
  const starts = new Int32Array(sentences + 1).fill(sentenceOf.length);
  for (let at = sentenceOf.length - 1; at >= 0; at -= 1) starts[sentenceOf[at] as number] = at;
  for (let one = sentences - 1; one >= 0; one -= 1)
    starts[one] = Math.min(starts[one] as number, starts[one + 1] as number);
  return starts;
}

function countSpread(words: readonly Word[], sentenceOf: Int32Array): Map<number, number> {
  const spread = new Map<number, number>();
  const seenIn = new Map<number, number>();
  words.forEach(({ stem }, at) => {
    if (seenIn.get(stem) === sentenceOf[at]) return;
    seenIn.set(stem, sentenceOf[at] as number);
    spread.set(stem, (spread.get(stem) ?? 0) + 1);
  });
  return spread;
}

function bridge(words: readonly Word[], negations: readonly number[]): Set<number> {
  return new Set(
    negations.flatMap((at) => {
      const [before, behind] = [words[at - 1], words[at + 1]];
      return before === undefined || behind === undefined ? [] : [joinHashes(before.stem, behind.stem)];
    }),
  );
}

/** Indexes an article once for all sentences that are held against it. Linear in its text. */
export function readSource({ text, language, title }: GroundingArticle): Source {
  const tag = language?.split('-')[0]?.toLowerCase() || detectLanguage(text);
  const pack = packOf(tag);
  const whole = title === undefined || title === '' ? text : `${text}\n\n${title}`;
  const words = readWords(whole, pack);
  const sentences = splitSentences(whole, tag);
  const sentenceOf = numberSentences(words, sentences);
  const pairs = new Set<number>();
  const triples = new Set<number>();
  for (let at = 1; at < words.length; at += 1) {
    const pair = joinHashes((words[at - 1] as Word).stem, (words[at] as Word).stem);
    pairs.add(pair);
    if (at + 1 < words.length) triples.add(joinHashes(pair, (words[at + 1] as Word).stem));
  }
  const negations = [...words.keys()].filter((at) => words[at]?.kind === 'negation');
  const long = words.filter(({ form, kind }) => kind !== 'number' && form.length >= OPENING_LETTERS);
  return {
    text: whole,
    textLength: text.length,
    pack,
    words,
    sentenceOf,
    sentences,
    places: indexPlaces(words),
    forms: new Set(words.map(({ form }) => form)),
    capitals: new Set(words.filter(({ capital }) => capital).map(({ form }) => form)),
    openings: new Set(long.map(({ form }) => form.slice(0, OPENING_LETTERS))),
    pairs,
    triples,
    spread: countSpread(words, sentenceOf),
    initials: initialsOf(words),
    negations,
    modals: [...words.keys()].filter((at) => pack.modals.has((words[at] as Word).form)),
    starts: findStarts(sentenceOf, sentences.length),
    bridged: bridge(words, negations),
  };
}

const NOWHERE: readonly number[] = [];

export const placesOf = (source: Source, stem: number): readonly number[] =>
  source.places.get(stem) ?? NOWHERE;
