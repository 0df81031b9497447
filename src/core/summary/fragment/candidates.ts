import { lateExpression } from '../../summarizer/memory/late-expression.ts';
import type { Directive } from './directive.ts';

/** A sentence in its text, with the places that the words of a link may not go across. */
export interface NamedSentence {
  text: string;
  offset: number;
  end: number;
  /** Ends of lines and seams of the page, in rising order. */
  cuts: readonly number[];
  /** Those of the cuts beside which the page may hold something that the text does not. */
  breaks: readonly number[];
  isWordBoundary: (offset: number) => boolean;
}

/** Longer sentences are named by their first and last words: short links survive mail programs. */
const WHOLE_SENTENCE_MAX_LENGTH = 80;
/** How many first and last words name a sentence, best first. */
const FIRST_AND_LAST = [
  [3, 3],
  [5, 5],
  [8, 8],
  [5, 3],
  [8, 3],
  [3, 2],
  [2, 3],
  [2, 2],
  [5, 1],
  [3, 1],
  [2, 1],
  [1, 5],
  [1, 3],
  [1, 2],
  [1, 1],
] as const;
const WORDS_MAX_COUNT = 8;
/** So much of a beginning is not met by chance on the rest of a page; letters of {@link dense} scripts count three. */
const NAMING_WEIGHT = 10;
const DENSE_WEIGHT = 3;

const dense = lateExpression(
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]',
  'u',
);
const letterOrDigit = lateExpression('[\\p{L}\\p{N}]', 'u');

/** Directives that name a sentence, best first: by its own words, then with the words beside it. */
export function listCandidates(sentence: NamedSentence): Directive[] {
  const { text, offset, end, cuts } = sentence;
  const whole = text.slice(offset, end);
  const isCut = cuts.some((cut) => cut > offset && cut < end);
  const ranges = isCut || whole.length > WHOLE_SENTENCE_MAX_LENGTH ? nameByEnds(sentence) : [];
  const cores = isCut ? ranges : [...ranges, { start: whole }];
  const prefix = wordsBefore(sentence);
  const suffix = wordsAfter(sentence);
  return [
    ...cores.filter(({ start }) => start === whole || weigh(start) >= NAMING_WEIGHT),
    ...cores.flatMap((core) => [
      ...(prefix === '' ? [] : [{ ...core, prefix }]),
      ...(suffix === '' ? [] : [{ ...core, suffix }]),
      ...(prefix === '' || suffix === '' ? [] : [{ ...core, prefix, suffix }]),
    ]),
  ];
}

function weigh(text: string): number {
  let weight = 0;
  for (const character of text) {
    if (dense().test(character)) weight += DENSE_WEIGHT;
    else if (letterOrDigit().test(character)) weight += 1;
  }
  return weight;
}

/** First and last words: from the start up to the first cut, and from the last cut to the end. */
function nameByEnds(sentence: NamedSentence): Directive[] {
  const { text, offset, end, cuts } = sentence;
  const inner = cuts.filter((cut) => cut > offset && cut < end);
  const headEnds = wordEnds(sentence, offset, inner[0] ?? end);
  const tailStarts = wordStarts(sentence, inner.at(-1) ?? offset, end);
  const ranges: Directive[] = [];
  for (const [first, last] of FIRST_AND_LAST) {
    const headEnd = headEnds[first - 1];
    const tailStart = tailStarts[last - 1];
    if (headEnd === undefined || tailStart === undefined || headEnd > tailStart) continue;
    ranges.push({ start: text.slice(offset, headEnd), end: text.slice(tailStart, end) });
  }
  return ranges;
}

/** Ends of the first words of a stretch; one that touches a cut is none, since the page may go on there. */
function wordEnds(sentence: NamedSentence, from: number, to: number): number[] {
  const ends: number[] = [];
  const isOpen = to < sentence.end && !isLineEnd(sentence.text, to);
  for (let at = from + 1; at <= to && ends.length < WORDS_MAX_COUNT; at += 1) {
    if (at === to && isOpen) break;
    if (isWordBorder(sentence, at, at - 1)) ends.push(at);
  }
  return ends;
}

/** Starts of the last words of a stretch, the last first. */
function wordStarts(sentence: NamedSentence, from: number, to: number): number[] {
  const starts: number[] = [];
  const isOpen = from > sentence.offset && !isLineEnd(sentence.text, from);
  for (let at = to - 1; at >= from && starts.length < WORDS_MAX_COUNT; at -= 1) {
    if (at === from && isOpen) break;
    if (isWordBorder(sentence, at, at)) starts.push(at);
  }
  return starts;
}

/** Whether a word ends or starts at `at`; `inside` is its character there. Scripts without spaces are asked by word. */
function isWordBorder({ text, isWordBoundary }: NamedSentence, at: number, inside: number): boolean {
  const outside = inside === at ? at - 1 : at;
  if (/\s/u.test(text.charAt(inside))) return false;
  if (outside < 0 || outside >= text.length || /\s/u.test(text.charAt(outside))) return true;
  return dense().test(text.charAt(inside)) && dense().test(text.charAt(outside)) && isWordBoundary(at);
}

function isLineEnd(text: string, at: number): boolean {
  return text.charAt(at) === '\n' || text.charAt(at - 1) === '\n';
}

const CONTEXT_MAX_LENGTH = 64;

/** Whole words before the sentence on its line; none where something stands between on the page. */
function wordsBefore({ text, offset, cuts, breaks }: NamedSentence): string {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trimEnd();
  const to = text.lastIndexOf('\n', offset - 1) + 1 + before.length;
  if (offset === 0 || breaks.some((at) => at >= to && at <= offset)) return '';
  const cut = cuts.findLast((at) => at < to) ?? 0;
  const from = Math.max(to - before.length, to - CONTEXT_MAX_LENGTH, cut);
  const words = text.slice(from, to);
  return from === to - before.length || isLineEnd(text, from) ? words : words.replace(/^\S*\s*/u, '');
}

function wordsAfter({ text, end, cuts, breaks }: NamedSentence): string {
  const lineEnd = text.indexOf('\n', end);
  const after = text.slice(end, lineEnd === -1 ? text.length : lineEnd).trimStart();
  const from = (lineEnd === -1 ? text.length : lineEnd) - after.length;
  if (breaks.some((at) => at >= end && at <= from)) return '';
  const cut = cuts.find((at) => at > from) ?? text.length;
  const to = Math.min(from + after.length, from + CONTEXT_MAX_LENGTH, cut);
  const words = text.slice(from, to);
  return to === from + after.length ? words : withoutLastWord(words);
}

/** The cut may have gone through the last word; a word that fills the line alone stays. */
function withoutLastWord(text: string): string {
  let end = text.length;
  while (end > 0 && !/\s/u.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end).trimEnd();
}
