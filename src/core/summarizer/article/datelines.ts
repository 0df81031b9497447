import { flagsOf } from '../characters/character-classes.ts';
import { IS_DIGIT, IS_LETTER, IS_LOWER, IS_SPACE, IS_UPPER, IS_WORD } from '../characters/class-flags.ts';
import { isSpace, skipSpaces } from '../characters/white-space.ts';
import { lateExpression } from '../memory/late-expression.ts';
import { AGENCIES, LABELS } from './dateline-lists.ts';
import { codesOf } from './scan-signs.ts';

/** Longest place and date before the sign of an agency: "OSTREY (Kent) [England], November 3". */
const LONGEST_HEAD = 64;
const LONGEST_AGENCY = 40;
const MOST_HEAD_WORDS = 9;
const MOST_SMALL_WORDS = 4;
/** A place alone before a dash, or a place, a label or a name before a colon. */
const MOST_LABEL_WORDS = 3;
const LONGEST_LABEL = 40;
/** What is left has to be a sentence of its own (UTF-16 units). */
const SHORTEST_REST = 30;

const SEPARATORS = codesOf('-–—―:：.,=|/');
/** - – — ― */
const isDash = (code: number): boolean => code === 0x2d || (code >= 0x2013 && code <= 0x2015);

/** Past dashes, colons, stops and spaces: " - ", ".- ", ": ", " = ". */
function skipSeparators(text: string, from: number): number {
  let at = from;
  while (at < text.length && (SEPARATORS.has(text.charCodeAt(at)) || isSpace(text.charCodeAt(at)))) at += 1;
  return at;
}

/** "dpa", "dpa/lno", "AP, Reuters", "Reuters Health"; every part before a sign has to be known. */
function isAgency(name: string): boolean {
  if (AGENCIES.has(name)) return true;
  const cut = name.search(/[/,]| und | et | y | and /u);
  return cut > 0 && AGENCIES.has(name.slice(0, cut).trim());
}

/** A place with its region and a date: capitals, numbers, and few small words ("3 de noviembre"). */
function isPlaceAndDate(head: string): boolean {
  const words = head.split(/[\s,()[\]]+/u).filter((word) => word !== '');
  const small = words.filter((word) => (flagsOf(word.charCodeAt(0)) & IS_LOWER) !== 0).length;
  const first = words[0] ?? '';
  const opensLow = (flagsOf(first.charCodeAt(0)) & IS_LOWER) !== 0;
  return words.length <= MOST_HEAD_WORDS && small <= MOST_SMALL_WORDS && !opensLow;
}

const CLOSES: Readonly<Record<string, string>> = {
  '(': ')',
  '（': '）',
  '[': ']',
  '［': '］',
  '【': '】',
  '/': '/',
};

/** Length of a place, a date and an agency in brackets; the agency may come first: "(ANSA) - ROMA, 03 NOV - ". */
function signedLength(text: string): number {
  for (let open = 0; open < Math.min(text.length, LONGEST_HEAD); open += 1) {
    if ((flagsOf(text.charCodeAt(open)) & (IS_WORD | IS_SPACE)) !== 0) continue;
    const close = CLOSES[text.charAt(open)];
    if (close === undefined) continue;
    const end = text.indexOf(close, open + 1);
    if (end < 0 || end - open > LONGEST_AGENCY || !isAgency(text.slice(open + 1, end).trim())) continue;
    if (!isPlaceAndDate(text.slice(0, open))) return 0;
    const after = skipSeparators(text, end + 1);
    const place = open === 0 ? placedLength(text.slice(after)) : 0;
    const length = after + place;
    return (flagsOf(text.charCodeAt(length)) & IS_LOWER) === 0 ? length : 0;
  }
  return 0;
}

/** Whether a word is in capitals throughout, marks inside passed: "NEW", "ST.-DENIS". */
function isInCapitals(word: string): boolean {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1) {
    const flags = flagsOf(word.charCodeAt(index));
    if ((flags & IS_LETTER) === 0) continue;
    if ((flags & IS_UPPER) === 0) return false;
    letters += 1;
  }
  return letters > 1;
}

/** "WASHINGTON — ", "PARIS, 3 mai - ", "NEW DELHI, India — ": a place in capitals, a region or a date, and a dash. */
function placedLength(text: string): number {
  let dash = 0;
  while (dash < LONGEST_HEAD && !(isDash(text.charCodeAt(dash)) && isSpace(text.charCodeAt(dash - 1))))
    dash += 1;
  const after = skipSeparators(text, dash);
  if (dash >= LONGEST_HEAD || !isSpace(text.charCodeAt(after - 1))) return 0;
  // "NATO — a club of many — meets": the sentence goes on.
  if ((flagsOf(text.charCodeAt(after)) & IS_LOWER) !== 0) return 0;
  const head = text.slice(0, dash).trim();
  const comma = head.search(/[,(]/u);
  const place = (comma < 0 ? head : head.slice(0, comma)).trim();
  const isPlace = place.length > 2 && place.split(' ').every((word) => isInCapitals(word));
  const dated = comma > 0 && /\d/u.test(head) && isPlaceAndDate(head) && !/[.!?] /u.test(head);
  return isPlace || dated ? after : 0;
}

/** 新华社奥斯特里11月3日电（记者李明）, 本报讯, （中央社記者李明台北3日電）, (서울=연합뉴스) 김철수 기자 =, 【東京共同】. */
const CHINESE_DATELINE = lateExpression(
  '^(?:(?:[\\u4e00-\\u9fff]{2,8}(?:社|网|網|报|報|台|在线))[\\u4e00-\\u9fff]{0,10}(?:\\d{1,2}月)?\\d{0,2}日?(?:电|電|讯|訊|消息|综合报道|報導)|本报(?:讯|記者|记者)[\\u4e00-\\u9fff]{0,8}(?:讯|报道)?)(?:\\s*[（(][^（）()]{2,24}[）)])?\\s*[:：]?\\s*',
  'u',
);
const BRACKETED_DATELINE = lateExpression(
  '^[(（[［【〈<](?:[^)）\\]］】〉>]{0,16}(?:=|＝|社|共同|時事|ロイター|연합뉴스|뉴시스|뉴스1|AFP|AP|CNN|Reuters)[^)）\\]］】〉>]{0,16}|[^)）\\]］】〉>]{0,20}日[電电]|[^)）\\]］】〉>]{2,12}(?:讯|訊|报道|報導))[)）\\]］】〉>]\\s*[-–—]?\\s*(?:[^=＝。]{2,16}기자\\s*[=＝]\\s*)?',
  'u',
);
const FIRST_CJK = 0x2e80;

function cjkLength(text: string): number {
  const length = CHINESE_DATELINE().exec(text)?.[0].length ?? 0;
  return length > 0 ? length : (BRACKETED_DATELINE().exec(text)?.[0].length ?? 0);
}

function holdsCjk(text: string): boolean {
  for (let index = 0; index < Math.min(text.length, SHORTEST_REST); index += 1) {
    if (text.charCodeAt(index) >= FIRST_CJK) return true;
  }
  return false;
}

/** Whether every word of a lead has a capital, or its script has none: "New Delhi", "नई दिल्ली". */
function isName(lead: string): boolean {
  const words = lead.split(/[ \u00a0]/u);
  return (
    words.length <= MOST_LABEL_WORDS &&
    words.every((word) => (flagsOf(word.charCodeAt(0)) & (IS_LETTER | IS_LOWER)) === IS_LETTER)
  );
}

const LABEL_COLONS = codesOf(':：');
const LABEL_BARS = codesOf('|｜');
const LABEL_DASHES = codesOf('-–—');
const SPACE = 32;

/** Where a label may end: at a colon, a bar, or a dash between spaces. */
const isLabelSign = (text: string, at: number): boolean =>
  LABEL_COLONS.has(text.charCodeAt(at)) ||
  LABEL_BARS.has(text.charCodeAt(at)) ||
  (text.charCodeAt(at) === SPACE &&
    LABEL_DASHES.has(text.charCodeAt(at + 1)) &&
    text.charCodeAt(at + 2) === SPACE);

/**
 * Length of a place, a label or a name before a colon: "New Delhi: ", "Exclusive: ". A colon behind other words
 * belongs to the sentence ("Publicité mensongère : le port …").
 */
function labelLength(text: string): number {
  const head = text.slice(0, LONGEST_LABEL);
  let sign = 0;
  while (sign < head.length && !isLabelSign(head, sign)) sign += 1;
  if (sign < 2 || sign === head.length) return 0;
  const lead = head.slice(0, sign).trim();
  const after = skipSpaces(text, sign + (text.charAt(sign) === ' ' ? 3 : 1), text.length);
  const isLabel = LABELS.has(lead.toLowerCase().replaceAll("'", '’'));
  if (isLabel) return after;
  if (text.charAt(sign) !== ':' || after === sign + 1 || !isName(lead)) return 0;
  return (flagsOf(text.charCodeAt(after)) & IS_LOWER) === 0 ? after : 0;
}

/**
 * Length of what stands before the first sentence of an article and is no part of it: the place and the agency, a
 * label, the sign of the desk. 0 when there is none.
 */
export function datelineLength(sentence: string): number {
  const signed = signedLength(sentence);
  const placed = signed > 0 ? signed : placedLength(sentence);
  const wide = placed > 0 || !holdsCjk(sentence) ? placed : cjkLength(sentence);
  const length = wide > 0 ? wide : labelLength(sentence);
  return sentence.length - length >= SHORTEST_REST || (holdsCjk(sentence) && length < sentence.length)
    ? length
    : 0;
}

/** The name before the colon that a sentence begins with, the colon included; "" when there is none. */
export function leadOf(sentence: string): string {
  const end = Math.min(sentence.length, LONGEST_LABEL);
  let colon = 0;
  while (colon < end && !LABEL_COLONS.has(sentence.charCodeAt(colon))) colon += 1;
  return colon === end ? '' : sentence.slice(0, colon + 1);
}

const LONGEST_TIME_MARK = 32;
const TIME = /^[[(]?\d{1,2}(?:[:.]|h)\d{2}(?::\d{2})?[\])]?/u;
const TIME_WORDS = lateExpression(
  '^\\s?(?:Uhr|h|[ap]\\.?\\s?m\\.?|[A-Z]{2,4}(?:\\+\\d)?|hrs|น\\.)(?![A-Za-z])',
  'u',
);

/** Where the time at the start of a text ends, its zone and "Uhr" included; 0 when there is none. */
function timeEnd(text: string): number {
  if ((flagsOf(text.charCodeAt(0)) & IS_DIGIT) === 0 && text.charAt(0) !== '[' && text.charAt(0) !== '(')
    return 0;
  let at = TIME.exec(text)?.[0].length ?? 0;
  if (at === 0) return 0;
  for (let count = 0; count < 2; count += 1) at += TIME_WORDS().exec(text.slice(at))?.[0].length ?? 0;
  return at;
}

/** "16:02 ", "10.45 Uhr: ", "[00:12:30] ": the mark of an entry in a live blog or a transcript; 0 when there is none. */
export function timeMarkLength(sentence: string): number {
  const start = sentence.slice(0, LONGEST_TIME_MARK);
  const end = timeEnd(start);
  if (end === 0) return 0;
  const after = skipSeparators(start, end);
  if (after === end || after >= sentence.length) return 0;
  const flags = flagsOf(start.charCodeAt(after));
  const begins =
    (flags & IS_WORD) !== 0 ? (flags & (IS_LOWER | IS_DIGIT)) === 0 : '"“„«\'‘'.includes(start.charAt(after));
  return begins ? after : 0;
}

/** "10.05am GMT": a time and nothing else. */
export function isTimeLine(sentence: string): boolean {
  if (sentence.length > LONGEST_TIME_MARK) return false;
  const end = timeEnd(sentence);
  if (end === 0) return false;
  for (let at = end; at < sentence.length; at += 1) {
    if ((flagsOf(sentence.charCodeAt(at)) & (IS_WORD | IS_SPACE)) === IS_WORD) return false;
  }
  return true;
}
