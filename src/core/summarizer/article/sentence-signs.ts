import type { Article } from './read-article.ts';
import { isSpace } from '../sentences/paragraph.ts';
import { lastMark } from '../sentences/line-breaks.ts';
import type { MarkList } from '../characters/mark-list.ts';
import { CLOSER, COLON, isTerminator, OPENER, QUESTION, QUOTE, STRONG } from '../characters/mark-kinds.ts';

/** Beside one bit `1 << kind` for each kind of mark in a sentence: it holds words of somebody. */
const QUOTATION = 1 << 15;

const codesOf = (marks: string): ReadonlySet<number> =>
  new Set(Array.from(marks, (mark) => mark.charCodeAt(0)));
const DOUBLE_QUOTES = codesOf('"“”„«»「」『』');
/** An apostrophe as well, unless it stands before a word. */
const SINGLE_QUOTES = codesOf("'‘");
const OPENING_QUOTES = codesOf('"“„«\'‘「『');
const MAY_QUOTE = (1 << QUOTE) | (1 << OPENER) | (1 << CLOSER);

const QUESTION_MARK = /[?？؟]/u;
/** "Kate Middleton: …", "What happens next: …" */
const LEADING_COLON = /^[^.]{0,40}: /u;

function isQuotation(text: string, start: number, index: number): boolean {
  const code = text.charCodeAt(index);
  return (
    DOUBLE_QUOTES.has(code) ||
    (SINGLE_QUOTES.has(code) && (index === start || isSpace(text.charCodeAt(index - 1))))
  );
}

/** What the marks of a sentence say, as bits; looked for from mark `first` on. Spares most sentences all further search. */
export function signsOf(text: string, start: number, end: number, marks: MarkList, first: number): number {
  let signs = 0;
  for (let mark = first; marks.indexAt(mark) < end; mark += 1) {
    const kind = 1 << marks.kindAt(mark);
    signs |= kind;
    if ((kind & MAY_QUOTE) !== 0 && isQuotation(text, start, marks.indexAt(mark))) signs |= QUOTATION;
  }
  return signs;
}

const textOf = ({ sentences }: Article, sentence: number): string => sentences[sentence]?.text ?? '';

/** Whether a sentence has any of these signs; kinds of marks are signs. */
export const hasSigns = ({ signs }: Pick<Article, 'signs'>, sentence: number, wanted: number): boolean =>
  ((signs[sentence] as number) & wanted) !== 0;

export const holdsQuote = (article: Article, sentence: number): boolean =>
  hasSigns(article, sentence, QUOTATION);

export const opensWithQuote = ({ sentences, text }: Article, sentence: number): boolean =>
  OPENING_QUOTES.has(text.charCodeAt(sentences[sentence]?.offset ?? 0));

export const asks = (article: Article, sentence: number): boolean =>
  hasSigns(article, sentence, (1 << QUESTION) | (1 << STRONG)) &&
  QUESTION_MARK.test(textOf(article, sentence));

export const hasLeadingColon = (article: Article, sentence: number): boolean =>
  hasSigns(article, sentence, 1 << COLON) && LEADING_COLON.test(textOf(article, sentence));

/** Whether a sentence ends with a mark, closing quotes and brackets passed. */
export function endsWithMark({ sentences, text }: Article, sentence: number): boolean {
  const { offset = 0, length = 0 } = sentences[sentence] ?? {};
  return isTerminator(lastMark(text, offset, offset + length));
}
