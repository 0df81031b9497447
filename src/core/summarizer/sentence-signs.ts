import type { Article } from './article.ts';
import { lastMark } from './line-breaks.ts';
import { COLON, isTerminator, OPENER, QUESTION, QUOTE, STRONG } from './sentence-marks.ts';

const QUOTE_MARK = /["“”„«»「」『』]|(?:^|\s)['‘]/u;
const OPENS_WITH_QUOTE = /^["“„«'‘「『]/u;
const QUESTION_MARK = /[?？؟]/u;
/** "Kate Middleton: …", "What happens next: …" */
const LEADING_COLON = /^[^.]{0,40}: /u;

const textOf = ({ sentences }: Article, sentence: number): string => sentences[sentence]?.text ?? '';

/** Whether a sentence holds any mark of these kinds; spares most sentences a regular expression. */
const hasMarks = ({ marks }: Article, sentence: number, kinds: number): boolean =>
  ((marks[sentence] as number) & kinds) !== 0;

export const holdsQuote = (article: Article, sentence: number): boolean =>
  hasMarks(article, sentence, (1 << QUOTE) | (1 << OPENER)) && QUOTE_MARK.test(textOf(article, sentence));

export const opensWithQuote = (article: Article, sentence: number): boolean =>
  hasMarks(article, sentence, (1 << QUOTE) | (1 << OPENER)) &&
  OPENS_WITH_QUOTE.test(textOf(article, sentence));

export const asks = (article: Article, sentence: number): boolean =>
  hasMarks(article, sentence, (1 << QUESTION) | (1 << STRONG)) &&
  QUESTION_MARK.test(textOf(article, sentence));

export const hasLeadingColon = (article: Article, sentence: number): boolean =>
  hasMarks(article, sentence, 1 << COLON) && LEADING_COLON.test(textOf(article, sentence));

/** Whether a sentence ends with a mark, closing quotes and brackets passed. */
export function endsWithMark({ sentences, text }: Article, sentence: number): boolean {
  const { offset = 0, length = 0 } = sentences[sentence] ?? {};
  return isTerminator(lastMark(text, offset, offset + length));
}
