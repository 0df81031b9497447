import { Arena } from '../memory/arena.ts';
import { hashWords, type Scan, scanText } from '../terms/scan-terms.ts';
import type { TermList } from '../terms/term-list.ts';
import { TermTable } from '../terms/term-table.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import { findQuotes } from './quotations.ts';
import { SCRIPTS, scriptOf } from './scripts.ts';
import { weighLetters } from './telling-letters.ts';
import { TELLING_WORDS } from './telling-words.ts';

/** Enough of a text to tell its language (some 250 words); more costs time and changes nothing. */
const SAMPLE_LENGTH = 1600;
/** A language whose list covers a smaller share of the words is not the language of the text … */
const LEAST_COVERAGE = 0.13;
/** … unless it is far ahead of all others: languages that build long words have few function words. */
const LEAST_COVERAGE_FAR_AHEAD = 0.04;
const FAR_AHEAD = 1.7;
const FEWEST_HITS = 3;
/** Close relatives share most words; the winner has to be ahead of the next by this factor. */
const LEAST_LEAD = 1.02;

/** Letters count for at most this share of the words: a name with an accent decides nothing. */
const MOST_FROM_LETTERS = 0.5;
/** A first look at every third word decides when so many speak for a language so far ahead of all others. */
const GLANCE_STRIDE = 3;
const GLANCE_HITS = 12;
const GLANCE_LEAD = 2;
/** Words outside of quotations that make a text tell its language without what others said in it. */
const FEWEST_OUTSIDE_QUOTES = 10;

const NO_LETTERS: ReadonlyMap<string, number> = new Map();

interface WordIndex {
  languages: readonly string[];
  numbers: ReadonlyMap<string, number>;
  table: TermTable;
  /** By number of the word: in how many lists it stands, and which of {@link entries} is its last one. */
  counts: Uint8Array;
  last: Int16Array;
  /** A word in the list of a language: that one's number, and the entry of the same word before it. */
  entries: { language: Uint8Array; before: Int16Array };
}

const indexes = new Map<string, WordIndex>();
const EXPECTED_WORDS = 4096;

/** All that the lists of one script may hold. */
const MOST_ENTRIES = 2 * EXPECTED_WORDS;

/** The word lists of the languages that share a script, turned round; built on first use. */
function indexOf(script: string, languages: readonly string[]): WordIndex {
  const known = indexes.get(script);
  if (known !== undefined) return known;
  const table = new TermTable(EXPECTED_WORDS, new Arena(0));
  const counts = new Uint8Array(MOST_ENTRIES);
  const last = new Int16Array(MOST_ENTRIES);
  const entries = { language: new Uint8Array(MOST_ENTRIES), before: new Int16Array(MOST_ENTRIES) };
  let size = 0;
  const add = (list: string | undefined, language: number) => {
    if (list === undefined) return;
    for (const hash of hashWords(list)) {
      const word = table.add(hash);
      const before = last[word] as number;
      if ((counts[word] as number) > 0 && entries.language[before] === language) continue;
      if (size === MOST_ENTRIES) throw new RangeError('too many words');
      entries.language[size] = language;
      entries.before[size] = before;
      last[word] = size;
      counts[word] = (counts[word] as number) + 1;
      size += 1;
    }
  };
  for (let number = 0; number < languages.length; number += 1) {
    add(FUNCTION_WORDS[languages[number] as string], number);
    add(TELLING_WORDS[languages[number] as string], number);
  }
  const numbers = new Map(languages.map((language, number) => [language, number]));
  const index = { languages, numbers, table, counts, last, entries };
  indexes.set(script, index);
  return index;
}

interface Verdict {
  language: string;
  hits: number;
  /** Share of the words that the language's list holds. */
  coverage: number;
  /** How many times as much speaks for it as for the next. */
  lead: number;
}

/** Adds what the letters of a text say, within bounds, to what its words say. */
function addLetters(
  tally: Tally,
  letters: ReadonlyMap<string, number>,
  words: number,
  { numbers }: WordIndex,
): void {
  for (const [language, weight] of letters) {
    const number = numbers.get(language);
    if (number === undefined) continue;
    const counted = Math.min(weight, words * MOST_FROM_LETTERS);
    tally.scores[number] = (tally.scores[number] as number) + counted;
    tally.hits[number] = (tally.hits[number] as number) + Math.floor(counted);
  }
}

interface Tally {
  scores: Float64Array;
  hits: Float64Array;
}

/** Compares every `stride`th of the terms at `places`, and the letters of the text, with all languages of a script. */
function compare(
  terms: TermList,
  places: Int32Array,
  stride: number,
  letters: ReadonlyMap<string, number>,
  index: WordIndex,
  arena: Arena,
): Verdict {
  const { languages, table, counts, last, entries } = index;
  const tally = { scores: arena.float64(languages.length), hits: arena.float64(languages.length) };
  const { scores, hits } = tally;
  for (let place = 0; place < places.length; place += stride) {
    const word = table.find(terms.hashAt(places[place] as number));
    if (word < 0) continue;
    const count = counts[word] as number;
    // A word of many languages says little of each.
    const weight = 1 + 1 / count;
    let entry = last[word] as number;
    for (let held = 0; held < count; held += 1) {
      const language = entries.language[entry] as number;
      scores[language] = (scores[language] as number) + weight;
      hits[language] = (hits[language] as number) + 1;
      entry = entries.before[entry] as number;
    }
  }
  const words = Math.ceil(places.length / stride);
  addLetters(tally, letters, words, index);
  return verdictOf(tally, words, languages);
}

function verdictOf({ scores, hits }: Tally, words: number, languages: readonly string[]): Verdict {
  let best = 0;
  let second = 0;
  for (let language = 1; language < scores.length; language += 1) {
    const score = scores[language] as number;
    if (score > (scores[best] as number)) {
      second = scores[best] as number;
      best = language;
    } else second = Math.max(second, score);
  }
  return {
    language: languages[best] as string,
    hits: hits[best] as number,
    coverage: (hits[best] as number) / Math.max(1, words),
    lead: second === 0 ? Number.POSITIVE_INFINITY : (scores[best] as number) / second,
  };
}

/** Serbian is Serbian in either script; Hindi in Latin letters has no rules of its own here. */
const TOLD_AS: Readonly<Record<string, string>> = { srl: 'sr', hilatn: 'und' };

function decide({ language, hits, coverage, lead }: Verdict): string {
  const enough = lead >= FAR_AHEAD ? LEAST_COVERAGE_FAR_AHEAD : LEAST_COVERAGE;
  const isSure = hits >= FEWEST_HITS && coverage >= enough && lead >= LEAST_LEAD;
  return isSure ? (TOLD_AS[language] ?? language) : 'und';
}

/** Places of the terms that stand outside of quotations; of all where those are few. */
function placesOutsideQuotes(text: string, { terms, marks }: Scan, count: number, arena: Arena): Int32Array {
  const quotes = findQuotes(text, marks, Math.min(text.length, SAMPLE_LENGTH));
  if (quotes.length === 0) return allPlaces(count, arena);
  const places = arena.int32(count);
  let kept = 0;
  let quote = 0;
  for (let at = 0; at < count; at += 1) {
    const offset = terms.offsetAt(at);
    while (quote < quotes.length && (quotes[quote]?.[1] ?? 0) <= offset) quote += 1;
    if (quote < quotes.length && (quotes[quote]?.[0] ?? 0) <= offset) continue;
    places[kept] = at;
    kept += 1;
  }
  return kept < FEWEST_OUTSIDE_QUOTES ? allPlaces(count, arena) : places.subarray(0, kept);
}

function allPlaces(count: number, arena: Arena): Int32Array {
  const places = arena.int32(count);
  for (let at = 0; at < count; at += 1) places[at] = at;
  return places;
}

/**
 * The whole sample speaks, what is quoted in it only where little else is said. A glance at some words of all of it
 * decides where a language is far ahead.
 */
function byWordsAndLetters(text: string, scan: Scan, count: number, index: WordIndex, arena: Arena): string {
  const { terms } = scan;
  const letters = terms.isAscii ? NO_LETTERS : weighLetters(text, Math.min(text.length, SAMPLE_LENGTH));
  const places = placesOutsideQuotes(text, scan, count, arena);
  const glance = compare(terms, places, GLANCE_STRIDE, letters, index, arena);
  if (glance.hits >= GLANCE_HITS && glance.lead >= GLANCE_LEAD)
    return TOLD_AS[glance.language] ?? glance.language;
  const own = decide(compare(terms, places, 1, letters, index, arena));
  if (own !== 'und' || places.length === count) return own;
  return decide(compare(terms, allPlaces(count, arena), 1, letters, index, arena));
}

/** How many terms end before `length`. One that ends there may go on behind it where only so much was scanned. */
function countBefore(terms: TermList, length: number): number {
  let count = 0;
  while (count < terms.length && terms.offsetAt(count) + terms.lengthAt(count) < length) count += 1;
  return count;
}

/** Number of the script that most letters of the first `count` terms are in, told by the first of each term. */
function findScript(text: string, terms: TermList, count: number): number {
  const letters = new Array<number>(SCRIPTS.length).fill(0);
  let best = -1;
  let end = 0;
  for (let at = 0; at < count; at += 1) {
    const from = Math.max(end, terms.offsetAt(at));
    const script = scriptOf(text.charCodeAt(terms.offsetAt(at)));
    end = terms.offsetAt(at) + terms.lengthAt(at);
    if (script < 0) continue;
    letters[script] = (letters[script] as number) + end - from;
    if (best < 0 || (letters[script] as number) > (letters[best] as number)) best = script;
  }
  return best;
}

const KANA = SCRIPTS.findIndex(({ name }) => name === 'kana');

/** Whether a text in Chinese characters is Japanese. */
function holdsKana(text: string): boolean {
  const end = Math.min(text.length, SAMPLE_LENGTH);
  let index = 0;
  while (index < end && scriptOf(text.charCodeAt(index)) !== KANA) index += 1;
  return index < end;
}

/**
 * Tells the language of a text from its terms: from their script, the function words among them
 * and its letters. What is quoted speaks only where little else is said.
 *
 * @returns A BCP 47 primary tag, `und` when not sure. Deterministic; looks at the first 1,600 units, whatever the
 * length of the text.
 */
export function languageOf(text: string, scan: Scan, arena: Arena): string {
  const { terms } = scan;
  const count = countBefore(terms, SAMPLE_LENGTH);
  const found = SCRIPTS[findScript(text, terms, count)];
  if (found === undefined) return 'und';
  if (found.name === 'han' && holdsKana(text)) return 'ja';
  if (found.languages.length === 1) return found.languages[0] as string;
  return byWordsAndLetters(text, scan, count, indexOf(found.name, found.languages), arena);
}

/** {@link languageOf} for a text that has not been scanned. */
export function detectLanguage(text: string): string {
  const sample = Math.min(text.length, SAMPLE_LENGTH);
  const arena = new Arena(0);
  return languageOf(text, scanText(text, arena, sample), arena);
}
