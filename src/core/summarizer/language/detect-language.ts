import { Arena } from '../memory/arena.ts';
import { hashWord, scanText } from '../terms/scan-terms.ts';
import type { TermList } from '../terms/term-list.ts';
import { TermTable } from '../terms/term-table.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import { findQuotes, isQuoted } from './quotations.ts';
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
/** Words outside of quotations that make a text tell its language without what others said in it. */
const FEWEST_OUTSIDE_QUOTES = 10;

interface WordIndex {
  languages: readonly string[];
  table: TermTable;
  /** By number of the word: the languages, by number, whose list has it. */
  holders: readonly (readonly number[])[];
}

const indexes = new Map<string, WordIndex>();
const EXPECTED_WORDS = 2048;

const wordsOf = (language: string): readonly string[] =>
  `${FUNCTION_WORDS[language] ?? ''} ${TELLING_WORDS[language] ?? ''}`
    .split(' ')
    .filter((word) => word !== '');

/** The word lists of the languages that share a script, turned round; built on first use. */
function indexOf(script: string, languages: readonly string[]): WordIndex {
  const known = indexes.get(script);
  if (known !== undefined) return known;
  const table = new TermTable(EXPECTED_WORDS, new Arena(0));
  const holders: number[][] = [];
  languages.forEach((language, number) => {
    for (const word of wordsOf(language)) {
      const found = table.add(hashWord(word));
      const list = holders[found] ?? [];
      holders[found] = list;
      if (list.at(-1) !== number) list.push(number);
    }
  });
  const index = { languages, table, holders };
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

/** Compares terms, by their place in the list, and the letters of the text with all languages of a script. */
function compare(
  terms: TermList,
  places: readonly number[],
  letters: ReadonlyMap<string, number>,
  { languages, table, holders }: WordIndex,
): Verdict {
  const scores = new Array<number>(languages.length).fill(0);
  const hits = new Array<number>(languages.length).fill(0);
  for (const at of places) {
    const word = table.find(terms.hashAt(at));
    if (word < 0) continue;
    const found = holders[word] as readonly number[];
    // A word of many languages says little of each.
    const weight = 1 + 1 / found.length;
    for (const language of found) {
      scores[language] = (scores[language] as number) + weight;
      hits[language] = (hits[language] as number) + 1;
    }
  }
  languages.forEach((language, number) => {
    const weight = Math.min(letters.get(language) ?? 0, places.length * MOST_FROM_LETTERS);
    scores[number] = (scores[number] as number) + weight;
    hits[number] = (hits[number] as number) + Math.floor(weight);
  });
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
    coverage: (hits[best] as number) / Math.max(1, places.length),
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

/** The whole sample speaks, what is quoted in it only where little else is said. */
function byWordsAndLetters(text: string, terms: TermList, count: number, index: WordIndex): string {
  const letters = weighLetters(text, Math.min(text.length, SAMPLE_LENGTH));
  const all = Array.from({ length: count }, (_, at) => at);
  const verdict = compare(terms, all, letters, index);
  const quotes = findQuotes(text, Math.min(text.length, SAMPLE_LENGTH));
  if (quotes.length === 0) return decide(verdict);
  const outside = all.filter((at) => !isQuoted(terms.offsetAt(at), quotes));
  if (outside.length < FEWEST_OUTSIDE_QUOTES) return decide(verdict);
  const own = decide(compare(terms, outside, letters, index));
  return own === 'und' ? decide(verdict) : own;
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
export function languageOf(text: string, terms: TermList): string {
  const count = countBefore(terms, SAMPLE_LENGTH);
  const found = SCRIPTS[findScript(text, terms, count)];
  if (found === undefined) return 'und';
  if (found.name === 'han' && holdsKana(text)) return 'ja';
  if (found.languages.length === 1) return found.languages[0] as string;
  return byWordsAndLetters(text, terms, count, indexOf(found.name, found.languages));
}

/** {@link languageOf} for a text that has not been scanned. */
export function detectLanguage(text: string): string {
  const sample = Math.min(text.length, SAMPLE_LENGTH);
  return languageOf(text, scanText(text, new Arena(0), sample).terms);
}
