import { CAPITALS, COUNTRY_NAMES, UNITED } from '../language/countries.ts';
import { hashText } from '../language/hash.ts';
import type { LanguagePack } from '../language/language-pack.ts';
import { ORDINAL_ENDINGS, PERCENT_PAIRS, PERCENT_WORDS } from '../language/number-words.ts';
import { joinsTens, scaleOf, valueOfDigits } from './read-numbers.ts';

export type WordKind = 'number' | 'negation' | 'function' | 'name' | 'content';

/** One word, or one number with its scale ("3.5 million"), of a text. */
export interface Word {
  /** Lower case, without possessive and elision. */
  form: string;
  /** What it shares with its other forms; the same for all ways to write a number or a country. */
  stem: number;
  offset: number;
  length: number;
  kind: WordKind;
  capital: boolean;
  /** Of a number. */
  value?: number;
  percent?: boolean;
  /** Of a capital: the key of its country. */
  country?: number;
}

/**
 * Runs of scripts without spaces, abbreviations with dots, words with an apostrophe, digits in threes with spaces,
 * digits with their marks, and the sign of percent.
 */
const PIECE =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+|\p{L}\.(?:\p{L}\.)+|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)?|\p{Nd}{1,3}(?:[ \u00a0\u202f]\p{Nd}{3})+(?!\p{Nd})|\p{Nd}+(?:[.,:]\p{Nd}+)*|%/gu;
const UNSPACED = /^[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/u;
const CAPITAL = /^\p{Lu}/u;
const DIGIT = /^\p{Nd}/u;
/** "l'", "d'", "qu'": what is left of an article before a vowel. */
const LONGEST_ELISION = 2;
const PAIR = 2;

/** The month, which is no verb; so it stands in the list of months. */
const MAY = '@may';

interface Piece {
  form: string;
  offset: number;
  length: number;
  capital: boolean;
  digits: boolean;
}

function lettersOf(written: string, offset: number): Piece[] {
  const capital = CAPITAL.test(written);
  const plain = written.toLowerCase().replace('’', "'").replaceAll('.', '');
  const [first = '', second] = plain.split("'");
  const whole = { offset, length: written.length, capital, digits: false };
  if (second === undefined) return [{ ...whole, form: first }];
  if (second === 't' && first.endsWith('n')) {
    const verb = { can: 'can', won: 'will', shan: 'shall' }[first] ?? first.slice(0, -1);
    return [
      { ...whole, form: verb },
      { ...whole, form: 'not', capital: false },
    ];
  }
  if (first.length > LONGEST_ELISION || second.length <= PAIR) return [{ ...whole, form: first }];
  const from = first.length + 1;
  return [
    {
      form: second,
      offset: offset + from,
      length: written.length - from,
      capital: CAPITAL.test(written.slice(from)),
      digits: false,
    },
  ];
}

/** Overlapping pairs of characters stand in for words. */
function pairsOf(run: string, offset: number): Piece[] {
  const count = Math.max(1, run.length - 1);
  return Array.from({ length: count }, (_, at) => ({
    form: run.slice(at, at + PAIR),
    offset: offset + at,
    length: Math.min(PAIR, run.length - at),
    capital: false,
    digits: false,
  }));
}

function piecesOf(text: string): Piece[] {
  return Array.from(text.matchAll(PIECE)).flatMap(({ 0: written, index }) => {
    if (UNSPACED.test(written)) return pairsOf(written, index);
    if (written === '%') return [{ form: '%', offset: index, length: 1, capital: false, digits: false }];
    if (!DIGIT.test(written)) return lettersOf(written, index);
    return [{ form: written, offset: index, length: written.length, capital: false, digits: true }];
  });
}

/** Reads the number that begins at a piece; undefined where none does. */
function numberAt(
  pieces: readonly Piece[],
  at: number,
  pack: LanguagePack,
): { word: Word; next: number } | undefined {
  const first = pieces[at] as Piece;
  const followsDirectly = (next: Piece) => {
    const before = pieces[at] as Piece;
    return next.offset - before.offset - before.length <= 1;
  };
  let value = first.digits ? valueOfDigits(first.form, pack.language) : pack.numbers.get(first.form);
  if (value === undefined && !first.digits) return undefined;
  let end = at + 1;
  const follower = pieces[end];
  if (value !== undefined && !first.digits && follower !== undefined) {
    const units = follower.form === 'one' ? 1 : pack.numbers.get(follower.form);
    if (units !== undefined && joinsTens(value, units) && followsDirectly(follower)) {
      value += units;
      end += 1;
    }
  }
  for (let next = pieces[end]; next !== undefined && value !== undefined; next = pieces[end]) {
    const touches = next.offset === (pieces[end - 1] as Piece).offset + (pieces[end - 1] as Piece).length;
    const scale = next.form.length > PAIR || (first.digits && touches) ? scaleOf(next.form) : undefined;
    if (scale !== undefined) value = Math.round(value * scale * 1e6) / 1e6;
    else if (!(first.digits && touches && ORDINAL_ENDINGS.has(next.form))) break;
    end += 1;
  }
  let percent = false;
  const sign = pieces[end];
  if (sign !== undefined && PERCENT_WORDS.has(sign.form)) percent = true;
  else if (
    sign !== undefined &&
    PERCENT_PAIRS[sign.form] === pieces[end + 1]?.form &&
    sign.form in PERCENT_PAIRS
  ) {
    percent = true;
    end += 1;
  }
  if (percent) end += 1;
  const last = pieces[end - 1] as Piece;
  const form = value === undefined ? first.form : String(value);
  const word: Word = {
    form,
    stem: hashText(form),
    offset: first.offset,
    length: last.offset + last.length - first.offset,
    kind: 'number',
    capital: first.capital,
    percent,
  };
  if (value !== undefined) word.value = value;
  return { word, next: end };
}

function kindOf(piece: Piece, isKnownName: boolean, pack: LanguagePack): WordKind {
  if (pack.negations.has(piece.form)) return 'negation';
  if (isKnownName && piece.capital) return 'name';
  if (pack.isFunction(piece.form)) return 'function';
  return piece.capital ? 'name' : 'content';
}

/** Cuts a text into words, numbers made one whatever their writing. Linear. */
export function readWords(text: string, pack: LanguagePack): Word[] {
  const pieces = piecesOf(text);
  const words: Word[] = [];
  for (let at = 0; at < pieces.length; ) {
    const number = numberAt(pieces, at, pack);
    if (number !== undefined) {
      words.push(number.word);
      at = number.next;
      continue;
    }
    const piece = pieces[at] as Piece;
    const united = pieces[at - 1]?.form === 'united' ? UNITED.get(piece.form) : undefined;
    const isMonth = piece.form === 'may' && piece.capital && at > 0;
    const country = united ?? (piece.capital ? COUNTRY_NAMES.get(piece.form) : undefined);
    const word: Word = {
      form: piece.form,
      stem: isMonth ? pack.stemOf(MAY) : country === undefined ? pack.stemOf(piece.form) : hashText(country),
      offset: piece.offset,
      length: piece.length,
      kind: kindOf(piece, isMonth || country !== undefined, pack),
      capital: piece.capital,
    };
    const capital = CAPITALS.get(piece.form);
    if (capital !== undefined) word.country = hashText(capital);
    words.push(word);
    at += 1;
  }
  return words;
}
