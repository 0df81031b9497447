import { COLON, isTerminator, markOf, NONE, QUESTION, STRONG } from '../characters/mark-kinds.ts';
import { lateExpression } from '../memory/late-expression.ts';
import { lastMark } from '../sentences/line-shape.ts';
import type { Article } from './read-article.ts';
import { codesOf, QUOTATION } from './scan-signs.ts';

const OPENING_QUOTES = codesOf('"“„«\'‘「『');
const QUESTION_MARK = lateExpression('[?？؟]', 'u');
/** "Kate Middleton: …", "What happens next: …" */
const LEADING_COLON = /^[^.]{0,40}: /u;

const textOf = ({ sentences }: Article, sentence: number): string => sentences[sentence]?.text ?? '';

/** Whether a sentence has any of these signs; kinds of marks are signs. */
export const hasSigns = ({ signs }: Pick<Article, 'signs'>, sentence: number, wanted: number): boolean =>
  ((signs[sentence] as number) & wanted) !== 0;

export const holdsQuote = (article: Article, sentence: number): boolean =>
  hasSigns(article, sentence, QUOTATION);

export function opensWithQuote({ sentences, text }: Article, sentence: number): boolean {
  const code = text.charCodeAt(sentences[sentence]?.offset ?? 0);
  return markOf(code) !== NONE && OPENING_QUOTES.has(code);
}

/** Japanese asks without a mark: "多いのか。" */
const JAPANESE_QUESTION = lateExpression('か。[」』]?\\s*$', 'u');

export const asks = (article: Article, sentence: number): boolean =>
  (hasSigns(article, sentence, (1 << QUESTION) | (1 << STRONG)) &&
    QUESTION_MARK().test(textOf(article, sentence))) ||
  (article.language === 'ja' && JAPANESE_QUESTION().test(textOf(article, sentence)));

export const hasLeadingColon = (article: Article, sentence: number): boolean =>
  hasSigns(article, sentence, 1 << COLON) && LEADING_COLON.test(textOf(article, sentence));

/** Whether a sentence ends with a mark, closing quotes and brackets passed. */
export function endsWithMark({ sentences, text }: Article, sentence: number): boolean {
  const { offset = 0, length = 0 } = sentences[sentence] ?? {};
  return isTerminator(lastMark(text, offset, offset + length));
}
