import { flagsOf } from '../characters/character-classes.ts';
import {
  IS_DIGIT,
  IS_IDEOGRAPH,
  IS_LETTER,
  IS_LOWER,
  IS_UNSPACED,
  IS_UPPER,
} from '../characters/class-flags.ts';
import {
  BULLET,
  CLOSER,
  COLON,
  ELLIPSIS,
  FULL_STOP,
  isTerminator,
  LINE,
  markOf,
  OPENER,
  QUOTE,
  SEAM,
  SEMICOLON,
  STRONG,
} from '../characters/mark-kinds.ts';
import { isSpace, skipSpaces } from '../characters/white-space.ts';
import { attributesQuote } from './attributions.ts';
import { skipClosers, skipSpacedQuote } from './closing-marks.ts';
import { skipEmoji } from './emoji.ts';
import { fullStopEnds } from './full-stops.ts';
import { breaksLine } from './line-breaks.ts';
import { findListItems } from './list-markers.ts';
import { endsMissingSpace } from './missing-spaces.ts';
import { noteLength } from './note-numbers.ts';
import type { Paragraph } from './paragraph.ts';
import { mayStart, skipOpeners } from './sentence-starts.ts';
import { endOfRun, kindOfRun, opensEllipsis } from './terminator-runs.ts';

/** Thai, Lao, Khmer and Burmese without marks are cut at a space once a stretch is this long (UTF-16 units). */
const UNSPACED_STRETCH = 90;

/** Verbs of speech before a comma and a quotation: 他说，“…”. */
const CHINESE_SPEECH = '说說道称稱问問喊答叫';
const ASKS_OR_SHOUTS: ReadonlySet<number> = new Set(Array.from('!?！？؟', (mark) => mark.charCodeAt(0)));

/** Walks one paragraph from mark to mark and finds where its sentences begin. */
export class ParagraphSplitter {
  readonly cuts: number[] = [];
  #sentenceStart: number;
  #lineStart: number;
  #mayList = false;
  #span = 0;
  #mark: number;
  readonly #paragraph: Paragraph;

  constructor(paragraph: Paragraph) {
    this.#paragraph = paragraph;
    this.#sentenceStart = paragraph.start;
    this.#lineStart = paragraph.start;
    this.#mark = paragraph.firstMark;
  }

  #cut(at: number): void {
    this.cuts.push(at);
    this.#sentenceStart = at;
  }

  /** Index of the mark that closes the quotation opening at `index`, or -1. */
  #closeOf(index: number): number {
    const { opens, closes } = this.#paragraph.spans;
    while (this.#span < opens.length && (opens[this.#span] as number) < index) this.#span += 1;
    return opens[this.#span] === index ? (closes[this.#span] as number) : -1;
  }

  #atLine(index: number): number {
    const { text, end, lines } = this.#paragraph;
    const next = skipSpaces(text, index, end);
    if (lines !== undefined && next < end && breaksLine(lines, text, index, this.#lineStart, end))
      this.#cut(next);
    this.#lineStart = next;
    return next;
  }

  /** Past a quotation; a sentence ends with it when one ended inside it. */
  #afterSpan(open: number, close: number): number {
    const { text, end } = this.#paragraph;
    let inner = close - 1;
    while (inner > open && (markOf(text.charCodeAt(inner)) === QUOTE || isSpace(text.charCodeAt(inner))))
      inner -= 1;
    const after = skipClosers(text, close + 1, end);
    const kind = markOf(text.charCodeAt(inner));
    if (isTerminator(kind) && inner > open && !isTerminator(markOf(text.charCodeAt(after)))) {
      const next = skipSpaces(text, after, end);
      const strong = kind === STRONG && (flagsOf(text.charCodeAt(next)) & IS_IDEOGRAPH) === 0;
      if (next === after && next < end && this.#isReported(open)) this.#cut(next);
      if (
        next > after &&
        next < end &&
        (strong || mayStart(this.#paragraph, next)) &&
        !(text.charCodeAt(close) === 39 && text.charCodeAt(next) === 40) &&
        !this.#isAttributed(inner, next) &&
        !this.#isAbbreviationInside(inner, kind, next)
      )
        this.#cut(next);
    }
    return after;
  }

  /** 他说：“桥要修十一周。渡轮停航。” is over with its quotation; 「はい。」と言った is not. */
  #isReported(open: number): boolean {
    const { text, start } = this.#paragraph;
    const before = open > start ? text.charAt(open - 1) : '';
    return before === '：' || (before === '，' && CHINESE_SPEECH.includes(text.charAt(open - 2)));
  }

  #isAttributed(mark: number, next: number): boolean {
    const { text, language, end } = this.#paragraph;
    return ASKS_OR_SHOUTS.has(text.charCodeAt(mark)) && attributesQuote(text, next, end, language);
  }

  #isAbbreviationInside(stop: number, kind: number, next: number): boolean {
    if (kind !== FULL_STOP) return false;
    const { text, language, end } = this.#paragraph;
    return (
      !fullStopEnds({ text, language, stop, next, sentenceStart: this.#sentenceStart, end }) &&
      (flagsOf(text.charCodeAt(next)) & IS_UPPER) === 0
    );
  }

  #atTerminator(index: number): number {
    const { text, end } = this.#paragraph;
    const ellipsis = opensEllipsis(this.#paragraph, index);
    if (ellipsis > 0) {
      this.#cut(index + 2);
      return index + ellipsis;
    }
    const run = endOfRun(this.#paragraph, index);
    const kind = kindOfRun(this.#paragraph, index, run);
    const after = isSpace(text.charCodeAt(index - 1))
      ? skipSpacedQuote(this.#paragraph, run)
      : skipClosers(text, run, end);
    const next = skipEmoji(text, skipSpaces(text, after, end), end);
    if (next >= end) return after;
    if (after > run && isTerminator(markOf(text.charCodeAt(next)))) return after;
    if (kind === STRONG) {
      this.#atStrong(index, next, after);
    } else if (next === after) {
      const note = kind === FULL_STOP ? noteLength(this.#paragraph, index, after, this.#sentenceStart) : 0;
      if (note > 0) {
        this.#cut(skipSpaces(text, after + note, end));
        return after + note;
      }
      if (kind !== ELLIPSIS && endsMissingSpace(text, index, after, end)) this.#cut(after);
    } else if (this.#ends(index, kind, next)) this.#cut(next);
    return Math.max(after, index + 1);
  }

  #atStrong(index: number, next: number, after: number): void {
    const { text } = this.#paragraph;
    // 12．5 and a mark inside 「…」 that was left open do not end anything.
    if (
      next === after &&
      (flagsOf(text.charCodeAt(index - 1)) & flagsOf(text.charCodeAt(next)) & IS_DIGIT) !== 0
    )
      return;
    if ((flagsOf(text.charCodeAt(next)) & IS_LOWER) !== 0 && next > after) return;
    this.#cut(next);
  }

  #ends(index: number, kind: number, next: number): boolean {
    if (!mayStart(this.#paragraph, next)) return false;
    const { text, language, end } = this.#paragraph;
    // "I thought... I would go": the pronoun keeps its capital everywhere.
    if (
      kind === ELLIPSIS &&
      language === 'en' &&
      text.charCodeAt(next) === 73 &&
      isSpace(text.charCodeAt(next + 1))
    )
      return false;
    if (kind !== FULL_STOP) return true;
    const at = skipOpeners(text, next, end);
    return fullStopEnds({ text, language, stop: index, next: at, sentenceStart: this.#sentenceStart, end });
  }

  #atColon(index: number): void {
    const { text, language, end } = this.#paragraph;
    if (language !== 'hy') return;
    const next = skipSpaces(text, index + 1, end);
    if (next > index + 1 && next < end && mayStart(this.#paragraph, next)) this.#cut(next);
  }

  #atSemicolon(index: number): void {
    const { text, language, end } = this.#paragraph;
    if (language !== 'el') return;
    const next = skipSpaces(text, index + 1, end);
    if (next > index + 1 && next < end && (flagsOf(text.charCodeAt(next)) & IS_UPPER) !== 0) this.#cut(next);
  }

  /** Writing without spaces has few marks; a space after a long stretch is the best seam there is. */
  #atSeam(index: number): void {
    const { text, end } = this.#paragraph;
    if (index - this.#sentenceStart < UNSPACED_STRETCH) return;
    const next = skipSpaces(text, index, end);
    if (
      next < end &&
      (flagsOf(text.charCodeAt(next)) & (IS_UNSPACED | IS_LETTER)) === (IS_UNSPACED | IS_LETTER)
    )
      this.#cut(next);
  }

  #at(index: number, kind: number): number {
    if (kind === LINE) return this.#atLine(index);
    if (kind === OPENER || kind === QUOTE) {
      const close = this.#closeOf(index);
      if (kind === OPENER && close > index && close - index < 6) this.#mayList = true;
      return close > index ? this.#afterSpan(index, close) : index + 1;
    }
    if (isTerminator(kind)) return this.#atTerminator(index);
    if (kind === BULLET) this.#mayList = true;
    else if (kind === SEAM) this.#atSeam(index);
    else if (kind === COLON) this.#atColon(index);
    else if (kind === SEMICOLON) this.#atSemicolon(index);
    return index + 1;
  }

  #looksLikeMarker(index: number): boolean {
    if ((flagsOf(this.#paragraph.text.charCodeAt(index + 1)) & IS_LETTER) !== 0) return false;
    const code = this.#paragraph.text.charCodeAt(index - 2);
    return (
      index - 2 < this.#paragraph.start ||
      isSpace(code) ||
      markOf(code) === OPENER ||
      isSpace(this.#paragraph.text.charCodeAt(index - 3))
    );
  }

  /** The next mark from `from` on, or the end. */
  #findMark(from: number): number {
    const { end, marks } = this.#paragraph;
    this.#mark = marks.firstFrom(from, this.#mark);
    return Math.min(end, marks.indexAt(this.#mark));
  }

  run(): number[] {
    const { start, end, marks } = this.#paragraph;
    let index = this.#findMark(start);
    while (index < end) {
      const kind = marks.kindAt(this.#mark);
      if (!this.#mayList && (kind === FULL_STOP || kind === CLOSER) && this.#looksLikeMarker(index))
        this.#mayList = true;
      index = this.#findMark(this.#at(index, kind));
    }
    return this.#mayList ? withListItems(this.cuts, this.#paragraph) : this.cuts;
  }
}

/** Adds the starts of list items to the cuts and takes away those right after their marks. */
function withListItems(cuts: number[], paragraph: Paragraph): number[] {
  const { text, start, end } = paragraph;
  const items = findListItems(paragraph);
  if (items.length === 0) return cuts;
  const afterMark = new Set(items.map((item) => skipSpaces(text, item.end, end)));
  const merged = new Set([...cuts.filter((cut) => !afterMark.has(cut)), ...items.map((item) => item.start)]);
  return [...merged].filter((cut) => cut > start && cut < end).sort((a, b) => a - b);
}
