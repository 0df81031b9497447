import { flagsOf } from '../characters/character-classes.ts';
import { IS_DIGIT, IS_IDEOGRAPH, IS_WORD } from '../characters/class-flags.ts';
import { hashWord } from '../terms/scan-terms.ts';
import { LINES_AROUND_STORY, type LinesAroundStory, NETWORKS } from './lines-around-story.ts';

const PREFIX = 0;
const LABEL = 1;
const WHOLE = 2;

interface Opening {
  /** In small letters, opening brackets left out. */
  words: string;
  kind: number;
}

/** The lines of a language, found by their first term. */
export interface LineIndex {
  opens: ReadonlyMap<number, readonly Opening[]>;
  follow: ReadonlyMap<number, readonly Opening[]>;
  /** Words that only such a line holds, with the hash of their longest term: a text without it has none of them. */
  holds: readonly { words: string; key: number }[];
}

const SAME: Readonly<Record<string, readonly string[]>> = {
  nn: ['nb'],
  no: ['nb'],
  bs: ['hr'],
  sr: ['sr', 'hr'],
  ms: ['id'],
};

const isLetterOrDigit = (code: number): boolean => (flagsOf(code) & IS_WORD) !== 0;

/** Marks that may stand before the first word of a line. */
const LEADING_MARKS: ReadonlySet<string> = new Set(
  ' \u00a0\u3000"\'“”„«([{<|>»•*–—-/【［（〈《■▶►▼▲◆●○→↓➡⇒#~+_=',
);

export function skipLeadingMarks(text: string): number {
  let at = 0;
  while (at < text.length && LEADING_MARKS.has(text.charAt(at))) at += 1;
  return at;
}

function openingOf(line: string): Opening {
  const words = line.slice(skipLeadingMarks(line));
  if (words.endsWith('$')) return { words: words.slice(0, -1).trimEnd(), kind: WHOLE };
  if (words.endsWith(':')) return { words: words.slice(0, -1).trimEnd(), kind: LABEL };
  return { words: words.trimEnd(), kind: PREFIX };
}

/** Hash of the term at `from` as scanning would give it: a word, or a pair of characters without spaces. */
function termAt(text: string, from: number): { hash: number; end: number } {
  const isPair = (flagsOf(text.charCodeAt(from)) & IS_IDEOGRAPH) !== 0;
  let end = from;
  while (
    end < text.length &&
    (flagsOf(text.charCodeAt(end)) & IS_WORD) !== 0 &&
    !(isPair && end - from === 2)
  )
    end += 1;
  return { hash: hashWord(text.slice(from, end)), end };
}

function byFirstTerm(lines: readonly string[]): Map<number, Opening[]> {
  const index = new Map<number, Opening[]>();
  for (const line of lines) {
    const opening = openingOf(line);
    const first = termAt(opening.words, 0).hash;
    const known = index.get(first);
    if (known === undefined) index.set(first, [opening]);
    else known.push(opening);
  }
  return index;
}

function keyOf(words: string): number {
  let longest = { hash: 0, length: 0 };
  for (let at = 0; at < words.length; at += 1) {
    if (!isLetterOrDigit(words.charCodeAt(at))) continue;
    const { hash, end } = termAt(words, at);
    if (end - at > longest.length) longest = { hash, length: end - at };
    at = end;
  }
  return longest.hash;
}

const indexes = new Map<string, LineIndex>();

/** English lines stand around texts of every language. Built on first use of a language. */
export function lineIndexOf(language: string): LineIndex {
  const known = indexes.get(language);
  if (known !== undefined) return known;
  const lists = [...new Set([...(SAME[language] ?? [language]), 'en'])]
    .map((name) => LINES_AROUND_STORY[name])
    .filter((lines): lines is LinesAroundStory => lines !== undefined);
  const index = {
    opens: byFirstTerm(lists.flatMap(({ opens }) => opens())),
    follow: byFirstTerm(lists.flatMap(({ follow }) => follow?.() ?? [])),
    holds: [...new Set(lists.flatMap(({ holds }) => holds?.() ?? []))].map((words) => ({
      words,
      key: keyOf(words),
    })),
  };
  indexes.set(language, index);
  return index;
}

let terms: readonly number[] | undefined;

/** Hashes of the names of networks. */
export function networkTerms(): readonly number[] {
  terms ??= [...new Set(NETWORKS.map(hashWord))];
  return terms;
}

const LABEL_SIGNS: ReadonlySet<string> = new Set(':：|｜–—＝=');
/** "Clarification, 3 November: …", "Photo (archive): …" */
const LONGEST_ASIDE = 30;
/** "Updated 3 November": a date stands for the colon behind a word that is long enough to be no other. */
const LONG_LABEL = 7;

function isLabelled(text: string, from: number, label: string): boolean {
  let at = from;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\u00a0') at += 1;
  const sign = text.charAt(at);
  if (LABEL_SIGNS.has(sign)) return true;
  if (sign === '-' && at > from && text.charAt(at + 1) === ' ') return true;
  if (label.length >= LONG_LABEL && (flagsOf(text.charCodeAt(at)) & IS_DIGIT) !== 0) return true;
  if (sign !== ',' && sign !== '(' && sign !== '（') return false;
  const colon = text.indexOf(':', at);
  return colon > at && colon - at <= LONGEST_ASIDE;
}

function isWhole(text: string, from: number): boolean {
  for (let at = from; at < text.length; at += 1) if (isLetterOrDigit(text.charCodeAt(at))) return false;
  return true;
}

/** Whether a word ends at `at`: another script, a mark or the end follows. */
function endsWord(text: string, at: number): boolean {
  const before = flagsOf(text.charCodeAt(at - 1));
  const after = flagsOf(text.charCodeAt(at));
  return (
    at >= text.length || (before & IS_WORD) === 0 || (after & IS_WORD) === 0 || (before & IS_IDEOGRAPH) !== 0
  );
}

/** Whether a text, in small letters and without leading marks, begins with one of these. */
export function opensWith(text: string, openings: readonly Opening[] | undefined): boolean {
  return (
    openings?.some(({ words, kind }) => {
      if (!text.startsWith(words) || !endsWord(text, words.length)) return false;
      if (kind === LABEL) return isLabelled(text, words.length, words);
      return kind === PREFIX || isWhole(text, words.length);
    }) === true
  );
}
