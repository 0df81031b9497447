import { BULLET, CLOSER, COLON, FULL_STOP, isTerminator, LINE, markOf } from '../characters/mark-kinds.ts';
import { isSpace } from '../characters/white-space.ts';
import { lateExpression } from '../memory/late-expression.ts';
import { lastMark } from './line-shape.ts';
import { ORDINAL_LANGUAGES } from './ordinals.ts';
import type { Paragraph } from './paragraph.ts';

/** Item marks of enumerations: "1.", "2)", "a.", "(iii)", "•", "*". */
const LINE_MARKER = lateExpression(
  '^\\s*(?:[•⁃*·▪◦‣–—-]\\s|[•⁃]|\\(?(?:\\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})(?:\\.\\)|[.)])[\\s)])',
  'u',
);
const BULLET_MARKER = lateExpression('^[•⁃]\\s?(?:\\d{1,3}[.)])?(?=\\s)', 'u');
/** Longest start of a line or an item that a marker may need, the white space behind it included. */
const MARKER_LENGTH = 12;

export function startsWithMarker(text: string, start: number): boolean {
  return LINE_MARKER().test(text.slice(start, start + MARKER_LENGTH));
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const LETTERS = 1000;
const ROMANS = 2000;

/** Place of a label in its own series; letters and Roman numbers may be either, so both are tried. */
function ordinalsOf(label: string): number[] {
  if (label === '') return [];
  if (isDigit(label.charCodeAt(0))) return [Number(label)];
  const ordinals = label.length === 1 ? [label.charCodeAt(0) + LETTERS] : [];
  const roman = ROMAN.indexOf(label);
  if (roman >= 0) ordinals.push(roman + ROMANS);
  return ordinals;
}

interface Marker {
  start: number;
  end: number;
  style: string;
  ordinals: number[];
}

/** Where the word that a mark belongs to begins; a list's mark is never far from it. */
function wordStart(text: string, mark: number, from: number): number {
  let at = mark;
  while (at > from && mark - at < MARKER_LENGTH && !isSpace(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

const OPENING_BRACKET = 40;
const CLOSING_BRACKET = 41;
const STOP = 46;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isSmall = (code: number): boolean => code >= 97 && code <= 122;
/** i, v, x */
const isRomanDigit = (code: number): boolean => code === 105 || code === 118 || code === 120;
const MOST_DIGITS = 3;
const LONGEST_ROMAN = 5;

/** Where the label that begins at `from` ends: a number, a Roman one, or a letter; `from` where none begins. */
function labelEnd(text: string, from: number): number {
  const first = text.charCodeAt(from);
  const isPart = isDigit(first) ? isDigit : isRomanDigit;
  const longest = from + (isDigit(first) ? MOST_DIGITS : LONGEST_ROMAN);
  let to = from;
  while (to < longest && isPart(text.charCodeAt(to))) to += 1;
  return to === from && isSmall(first) ? from + 1 : to;
}

/** White space as expressions know it: one without width joins a number to its word. */
const isBlank = (character: string): boolean => character.trim() === '';

/** "•", "• 1." */
function bulletAt(text: string, start: number, end: number): Marker | undefined {
  const [mark] = BULLET_MARKER().exec(text.slice(start, Math.min(end, start + MARKER_LENGTH))) ?? [];
  return mark === undefined
    ? undefined
    : { start, end: start + mark.length, style: mark.charAt(0), ordinals: [] };
}

/** "1.", "2)", "(iii)", "b.)", with white space behind. No expression, since most sentences end near none of them. */
function markerAt(text: string, start: number, end: number): Marker | undefined {
  const code = text.charCodeAt(start);
  if (markOf(code) === BULLET) return bulletAt(text, start, end);
  const from = code === OPENING_BRACKET ? start + 1 : start;
  const to = labelEnd(text, from);
  if (to === from) return undefined;
  let close = to;
  if (text.charCodeAt(close) === STOP) close += 1;
  if (text.charCodeAt(close) === CLOSING_BRACKET) close += 1;
  if (close === to || close >= end || !isBlank(text.charAt(close))) return undefined;
  return {
    start,
    end: close,
    style: text.slice(start, from) + text.slice(to, close),
    ordinals: ordinalsOf(text.slice(from, to)),
  };
}

function findMarkers({ text, start, end, marks, firstMark }: Paragraph): Marker[] {
  const markers: Marker[] = [];
  let from = start;
  for (let number = firstMark; marks.indexAt(number) < end; number += 1) {
    const kind = marks.kindAt(number);
    if (kind !== FULL_STOP && kind !== CLOSER && kind !== BULLET) continue;
    const at = wordStart(text, marks.indexAt(number), from);
    const marker = at > start && !isSpace(text.charCodeAt(at - 1)) ? undefined : markerAt(text, at, end);
    if (marker === undefined) continue;
    markers.push(marker);
    from = marker.end;
  }
  return markers;
}

const follows = (before: Marker | undefined, after: Marker | undefined): boolean =>
  before !== undefined &&
  after !== undefined &&
  before.style === after.style &&
  (after.ordinals.length === 0 || after.ordinals.some((ordinal) => before.ordinals.includes(ordinal - 1)));

function firstOfRun(markers: readonly Marker[], at: number): Marker {
  let first = at;
  while (follows(markers[first - 1], markers[first])) first -= 1;
  return markers[first] as Marker;
}

/** "am 1. Mai oder am 2. Mai": numbers with a full stop are ordinals there, unless a mark stands before the first. */
function isOrdinalInText({ text, language, start }: Paragraph, { style, start: at }: Marker): boolean {
  if (style !== '.' || !ORDINAL_LANGUAGES.has(language)) return false;
  const mark = lastMark(text, start, at);
  return at > start && !isTerminator(mark) && mark !== COLON && mark !== LINE;
}

/**
 * Where items of an enumeration written in one line begin: "1. The first 2. The second". Only marks that count on
 * from one another are taken, so a lone "5." or "a." stays text.
 *
 * @returns Ranges of the marks, as indexes into `text`, in order.
 */
export function findListItems(paragraph: Paragraph): { start: number; end: number }[] {
  const markers = findMarkers(paragraph);
  return markers.filter(
    (marker, at) =>
      (follows(markers[at - 1], marker) || follows(marker, markers[at + 1])) &&
      !isOrdinalInText(paragraph, firstOfRun(markers, at)),
  );
}
