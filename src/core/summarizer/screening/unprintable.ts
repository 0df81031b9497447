import { type Article, termCount } from '../article/read-article.ts';
import { codesOf } from '../article/scan-signs.ts';
import { asks, endsWithMark } from '../article/sentence-signs.ts';
import { lateExpression } from '../memory/late-expression.ts';
import { isBareQuote } from './bare-quotes.ts';
import { isClaim, isUnderTest } from './claims.ts';
import { markInterviewer } from './interviewer.ts';
import { CLAIM_LABELS, foldLabel, opensOtherPart } from './labels.ts';
import { closesLine, endOfLine, opensLine } from './line-edges.ts';
import { namesPicturePlaces } from './picture-places.ts';
import { markRepeated } from './repeated.ts';
import { markSteps } from './steps.ts';

/** A label that opens a part of the page says what its lines are; headings are short. */
const LONGEST_LABEL_TERMS = 6;
/** Where sentences end without marks, as in Thai or in verse, a missing mark says nothing. */
const MARKED_SHARE = 0.5;
const LEGEND = lateExpression('(?:^|[\\s(])\\p{Lu}[\\p{L}\\d]{0,5} = ', 'u');
/** What {@link NOTE_MARK} may begin with: other sentences spare a cold isolate the expression. */
const NOTE_SIGNS = codesOf('[*^¹²³⁴⁵⁶⁷⁸⁹†‡0123456789');
const NOTE_MARK = lateExpression('^(?:\\[\\w{1,3}\\]|\\*{1,3} ?\\p{L}|[¹²³⁴⁵⁶⁷⁸⁹†‡]|\\^?\\d{1,2}\\])', 'u');
/** A line within a sentence that begins with a label: lines of a table or a score, joined for want of an end mark. */
const LABELLED_LINE = lateExpression('\\n[^\\s:：]{1,14}[:：]\\s', 'u');
/** What ends so says what follows: "Tour dates:". */
const COLONS = codesOf(':：');
/** Bullets that are also signs: only in front of a line. */
const LIST_SIGNS = codesOf('-–—+•·▪◦*✓✔►▶→>|');

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
      (mayLabel && COLONS.has(text.charCodeAt(end - 1)) && closesLine(text, end)) ||
      (!ended && LIST_SIGNS.has(first) && opensLine(text, sentence.offset)) ||
      (NOTE_SIGNS.has(first) && NOTE_MARK().test(sentence.text)) ||
      (mayExplain && LEGEND().test(sentence.text)) ||
      (mayLabel && sentence.text.includes('\n') && LABELLED_LINE().test(sentence.text)) ||
      isClaim(article, at, takingUp) ||
      isBareQuote(article, at) ||
      namesPicturePlaces(article, at)
    )
      marks[at] = 1;
  });
  markInterviewer(article, marks);
  markSteps(article, marks);
  markRepeated(article, marks);
  return marks;
}
