import type { Article } from '../article/read-article.ts';
import { termCount } from '../article/read-article.ts';
import { codesOf } from '../article/scan-signs.ts';
import { asks, endsWithMark, hasSigns, opensWithQuote } from '../article/sentence-signs.ts';
import { LINE, markOf, OPENER } from '../characters/mark-kinds.ts';
import { isSpace } from '../characters/white-space.ts';
import {
  CAPTION_PLACES,
  CLAIM_LABELS,
  foldLabel,
  isLabelledClaim,
  LONGEST_CLAIM_LABEL,
  opensOtherPart,
} from './labels.ts';
import { CALLS_IT_A_CLAIM } from './taking-up.ts';

/** A label that opens a part of the page says what its lines are; headings are short. */
const LONGEST_LABEL_TERMS = 6;
/** Where sentences end without marks, as in Thai or in verse, a missing mark says nothing. */
const MARKED_SHARE = 0.5;
const LONGEST_BRACKET = 40;
const LEGEND = /(?:^|[\s(])\p{Lu}[\p{L}\d]{0,5} = /u;
/** What {@link NOTE_MARK} and {@link STEP} may begin with: other sentences spare a cold isolate the expression. */
const NOTE_SIGNS = codesOf('[*^¹²³⁴⁵⁶⁷⁸⁹†‡0123456789');
const STEP_SIGNS = codesOf('(0123456789');
const NOTE_MARK = /^(?:\[\w{1,3}\]|\*{1,3} ?\p{L}|[¹²³⁴⁵⁶⁷⁸⁹†‡]|\^?\d{1,2}\])/u;
/** A line within a sentence that begins with a label: lines of a table or a score, joined for want of an end mark. */
const LABELLED_LINE = /\n[^\s:：]{1,14}[:：]\s/u;
const SPACE = 32;
const CLOSING_QUOTES = codesOf('"”“»«\'’」』');
/** Bullets that are also signs: only in front of a line. */
const LIST_SIGNS = codesOf('-–—+•·▪◦*✓✔►▶→>|');

/** Whether nothing but white space stands between a place and the end of its line. */
function closesLine(text: string, end: number): boolean {
  for (let at = end; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (markOf(code) === LINE) return true;
    if (!isSpace(code)) return false;
  }
  return true;
}

function endOfLine(text: string, from: number): number {
  let end = from;
  while (end < text.length && markOf(text.charCodeAt(end)) !== LINE) end += 1;
  return end;
}

function opensLine(text: string, offset: number): boolean {
  for (let at = offset - 1; at >= 0; at -= 1) {
    const code = text.charCodeAt(at);
    if (markOf(code) === LINE) return true;
    if (!isSpace(code)) return false;
  }
  return true;
}

/** What a double mark opens may close with, as one language or another writes it. A single one may be an apostrophe. */
const CLOSED_BY: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”"“',
  '„': '“”"',
  '«': '»',
  '「': '」',
  '『': '』',
};

/** Whether a quotation begins and goes on in the next sentence. */
function isLeftOpen(text: string): boolean {
  const closers = CLOSED_BY[text.charAt(0)];
  if (closers === undefined) return false;
  for (let at = 1; at < text.length; at += 1) if (closers.includes(text.charAt(at))) return false;
  return true;
}

/** Whether a quotation is all that a sentence holds, closed or not: nobody is said to have said it. */
function isBareQuote(article: Article, sentence: number): boolean {
  if (!opensWithQuote(article, sentence)) return false;
  const { text } = article.sentences[sentence] ?? { text: '' };
  let end = text.length - 1;
  while (end > 0 && (isSpace(text.charCodeAt(end)) || text.charCodeAt(end) === 46)) end -= 1;
  if (isLeftOpen(text)) return true;
  if (!CLOSING_QUOTES.has(text.charCodeAt(end))) return false;
  const opener = text.charAt(0);
  // Words between two quotations are the speaker's introduction.
  for (let at = 1; at < end; at += 1)
    if (
      CLOSING_QUOTES.has(text.charCodeAt(at)) &&
      text.charAt(at) !== opener &&
      isSpace(text.charCodeAt(at + 1))
    )
      return false;
  return opener !== text.charAt(end) || text.indexOf(opener, 1) === end;
}

/** A claim that the next sentence calls one; it says the wrong thing, or nobody's, by itself. */
function isClaim({ paragraphs }: Article, at: number, takingUp: Uint8Array): boolean {
  return (
    takingUp[at + 1] === CALLS_IT_A_CLAIM &&
    (paragraphs[at] === paragraphs[at + 1] || paragraphs[at] !== paragraphs[at - 1])
  );
}

/** Whether the line of a sentence is labelled a claim; reading may have cut the label off. */
function isUnderTest({ sentences, text }: Article, at: number): boolean {
  const { offset = 0 } = sentences[at] ?? {};
  const before = at === 0 ? 0 : endOf(sentences[at - 1]);
  // Nothing but a space parts it from the one before: no line begins here.
  if (offset === before + 1 && text.charCodeAt(before) === SPACE) return false;
  return isLabelledClaim(
    text.slice(Math.max(before, offset - LONGEST_CLAIM_LABEL), offset + LONGEST_CLAIM_LABEL),
  );
}

const endOf = (sentence: { offset: number; length: number } | undefined): number =>
  sentence === undefined ? 0 : sentence.offset + sentence.length;

/** "(left)", "(back right)", "(not pictured)": who stands where in a picture. */
function isCaption(article: Article, sentence: number, places: RegExp): boolean {
  if (!hasSigns(article, sentence, 1 << OPENER)) return false;
  const { text } = article.sentences[sentence] ?? { text: '' };
  for (let open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
    const close = text.indexOf(')', open);
    if (close < 0) return false;
    if (close - open <= LONGEST_BRACKET && places.test(text.slice(open + 1, close))) return true;
  }
  return false;
}

/** Share of the lines and sentences that end with a mark. */
function markedShare(article: Article): number {
  const { sentences } = article;
  let marked = 0;
  let counted = 0;
  for (let at = 0; at < sentences.length; at += 1) {
    if (termCount(article, at) <= LONGEST_LABEL_TERMS) continue;
    counted += 1;
    if (endsWithMark(article, at)) marked += 1;
  }
  return counted === 0 ? 0 : marked / counted;
}

/** An interview asks at least as often; its questions have an introduction ("You were a locksmith. Does that help?"). */
const FEWEST_QUESTIONS = 3;
const LONGEST_QUESTION = 3;

/** "1. Wash", "2. Slice the leeks.": steps say little without one another. */
const STEP = /^\(?\d{1,2}[.)]\s/u;
const FEWEST_STEPS = 2;

function markSteps({ sentences, text }: Article, marks: Uint8Array): void {
  const steps: number[] = [];
  sentences.forEach((sentence, at) => {
    if (
      STEP_SIGNS.has(text.charCodeAt(sentence.offset)) &&
      STEP.test(sentence.text) &&
      opensLine(text, sentence.offset)
    )
      steps.push(at);
  });
  if (steps.length >= FEWEST_STEPS) for (const step of steps) marks[step] = 1;
}

/** Marks what leads up to the questions of an interview. */
function markInterviewer(article: Article, marks: Uint8Array): void {
  const { sentences, paragraphs } = article;
  const questions: [number, number][] = [];
  let from = 0;
  for (let at = 0; at < sentences.length; at += 1) {
    if (paragraphs[at] !== paragraphs[from]) from = at;
    if (paragraphs[at] !== paragraphs[at + 1] && asks(article, at)) questions.push([from, at]);
  }
  if (questions.length < FEWEST_QUESTIONS) return;
  for (const [first, last] of questions) if (last - first < LONGEST_QUESTION) marks.fill(1, first, last);
}

/** Differs for nearly all sentences that differ; costs nothing, where a set of texts has to read every unit. */
const likenessOf = ({ text }: { text: string }): number =>
  ((text.length << 16) ^ (text.charCodeAt(text.length >> 1) << 8) ^ text.charCodeAt(text.length >> 2)) | 0;

/** Marks what the article has said before, word for word: tables and plans repeat their lines, a summary does not. */
function markRepeated({ sentences }: Article, marks: Uint8Array): void {
  const seen = new Set<number>();
  const shared = new Set<number>();
  for (const sentence of sentences) {
    const likeness = likenessOf(sentence);
    if (seen.has(likeness)) shared.add(likeness);
    else seen.add(likeness);
  }
  if (shared.size === 0) return;
  const said = new Set<string>();
  sentences.forEach((sentence, at) => {
    if (!shared.has(likenessOf(sentence))) return;
    if (said.has(sentence.text)) marks[at] = 1;
    else said.add(sentence.text);
  });
}

/** Marks the lines that an editor would not print in a summary, whatever they say. Linear. */
export function markUnprintable(article: Article, takingUp: Uint8Array): Uint8Array {
  const { sentences, text, arena, paragraphs } = article;
  const marks = arena.uint8(sentences.length);
  const needsMark = markedShare(article) >= MARKED_SHARE;
  const mayExplain = text.includes('=');
  const mayLabel = text.includes(':') || text.includes('：');
  /** The part that the last label opened is barred: to its end, or for its first line only. */
  let barred: 'no' | 'line' | 'part' = 'no';
  let barredParagraph = 0;
  /** Where the line ends that a label calls a claim. */
  let claimEnd = 0;
  sentences.forEach((sentence, at) => {
    const end = sentence.offset + sentence.length;
    const ended = endsWithMark(article, at);
    const alone = !ended && opensLine(text, sentence.offset) && closesLine(text, end);
    if (needsMark && alone && termCount(article, at) <= LONGEST_LABEL_TERMS) {
      marks[at] = 1;
      const label = foldLabel(sentence.text);
      if (CLAIM_LABELS.has(label)) barred = 'line';
      else barred = opensOtherPart(label) ? 'part' : 'no';
      barredParagraph = (paragraphs[at] as number) + 1;
      return;
    }
    if (barred === 'line' && paragraphs[at] !== barredParagraph) barred = 'no';
    if (mayLabel && sentence.offset >= claimEnd && isUnderTest(article, at)) claimEnd = endOfLine(text, end);
    const first = text.charCodeAt(sentence.offset);
    if (
      barred !== 'no' ||
      sentence.offset < claimEnd ||
      (needsMark && !ended && (alone || closesLine(text, end))) ||
      asks(article, at) ||
      (!ended && LIST_SIGNS.has(first) && opensLine(text, sentence.offset)) ||
      (NOTE_SIGNS.has(first) && NOTE_MARK.test(sentence.text)) ||
      (mayExplain && LEGEND.test(sentence.text)) ||
      (mayLabel && sentence.text.includes('\n') && LABELLED_LINE.test(sentence.text)) ||
      isClaim(article, at, takingUp) ||
      isBareQuote(article, at) ||
      isCaption(article, at, CAPTION_PLACES)
    )
      marks[at] = 1;
  });
  markInterviewer(article, marks);
  markSteps(article, marks);
  markRepeated(article, marks);
  return marks;
}
