import { Arena } from '../memory/arena.ts';
import { digitAt } from '../memory/digits.ts';
import { type Scan, scanText } from '../terms/scan-terms.ts';
import type { TermList } from '../terms/term-list.ts';
import { findQuotes } from './quotations.ts';
import { SCRIPTS, scriptOf } from './scripts.ts';
import { weighLetters } from './telling-letters.ts';
import { holdersOf, languageNumbers } from './word-holders.ts';

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

interface Verdict {
  language: string;
  hits: number;
  /** Share of the words that the language's list holds. */
  coverage: number;
  /** How many times as much speaks for it as for the next. */
  lead: number;
}

/** Adds what the letters of a text say, within bounds, to what its words say. */
function addLetters(tally: Tally, letters: ReadonlyMap<string, number>, words: number): void {
  const numbers = languageNumbers();
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
  languages: readonly string[],
  arena: Arena,
): Verdict {
  const count = languageNumbers().size;
  const tally = { scores: arena.float64(count), hits: arena.float64(count) };
  const { scores, hits } = tally;
  for (let place = 0; place < places.length; place += stride) {
    const holders = holdersOf(terms.hashAt(places[place] as number));
    if (holders === undefined) continue;
    // A word of many languages says little of each.
    const weight = 1 + 1 / (holders.length - 1);
    for (let held = 1; held < holders.length; held += 1) {
      const language = digitAt(holders, held);
      scores[language] = (scores[language] as number) + weight;
      hits[language] = (hits[language] as number) + 1;
    }
  }
  const words = Math.ceil(places.length / stride);
  addLetters(tally, letters, words);
  return verdictOf(tally, words, languages);
}

const known = new Map<readonly string[], readonly number[]>();

/** The numbers of the languages of a script; looked up once. */
function numbersOf(languages: readonly string[]): readonly number[] {
  let numbers = known.get(languages);
  if (numbers === undefined) {
    const all = languageNumbers();
    numbers = languages.map((language) => all.get(language) as number);
    known.set(languages, numbers);
  }
  return numbers;
}

function verdictOf({ scores, hits }: Tally, words: number, languages: readonly string[]): Verdict {
  const numbers = numbersOf(languages);
  let best = 0;
  let [first, second] = [0, 0];
  for (let at = 0; at < numbers.length; at += 1) {
    const score = scores[numbers[at] as number] as number;
    if (score > first) {
      second = first;
      first = score;
      best = at;
    } else if (score > second) second = score;
  }
  const hit = hits[numbers[best] as number] as number;
  return {
    language: languages[best] as string,
    hits: hit,
    coverage: hit / Math.max(1, words),
    lead: second === 0 ? Number.POSITIVE_INFINITY : first / second,
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
  const { offsets } = terms;
  const quotes = findQuotes(text, marks, Math.min(text.length, SAMPLE_LENGTH));
  if (quotes.length === 0) return allPlaces(count, arena);
  const places = arena.int32(count);
  let kept = 0;
  let quote = 0;
  for (let at = 0; at < count; at += 1) {
    const offset = offsets[at] as number;
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
function byWordsAndLetters(
  text: string,
  scan: Scan,
  count: number,
  languages: readonly string[],
  arena: Arena,
): string {
  const { terms } = scan;
  const letters = terms.isAscii ? NO_LETTERS : weighLetters(text, Math.min(text.length, SAMPLE_LENGTH));
  const places = placesOutsideQuotes(text, scan, count, arena);
  const glance = compare(terms, places, GLANCE_STRIDE, letters, languages, arena);
  if (glance.hits >= GLANCE_HITS && glance.lead >= GLANCE_LEAD)
    return TOLD_AS[glance.language] ?? glance.language;
  const own = decide(compare(terms, places, 1, letters, languages, arena));
  if (own !== 'und' || places.length === count) return own;
  return decide(compare(terms, allPlaces(count, arena), 1, letters, languages, arena));
}

/** How many terms end before `length`. One that ends there may go on behind it where only so much was scanned. */
function countBefore({ length: all, offsets, lengths }: TermList, length: number): number {
  let count = 0;
  while (count < all && (offsets[count] as number) + (lengths[count] as number) < length) count += 1;
  return count;
}

/** Number of the script that most letters of the first `count` terms are in, told by the first of each term. */
function findScript(text: string, { offsets, lengths, isAscii }: TermList, count: number): number {
  const letters = new Array<number>(SCRIPTS.length).fill(0);
  let best = -1;
  let end = 0;
  for (let at = 0; at < count; at += 1) {
    const offset = offsets[at] as number;
    const script = scriptOf(text.charCodeAt(offset));
    const from = Math.max(end, offset);
    end = offset + (lengths[at] as number);
    if (script < 0) continue;
    // No other script has letters of ASCII.
    if (isAscii) return script;
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
  return byWordsAndLetters(text, scan, count, found.languages, arena);
}

/** {@link languageOf} for a text that has not been scanned. */
export function detectLanguage(text: string): string {
  const sample = Math.min(text.length, SAMPLE_LENGTH);
  const arena = new Arena(0);
  return languageOf(text, scanText(text, arena, sample), arena);
}
