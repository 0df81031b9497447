import type { Article } from '../article/read-article.ts';
import { codesOf } from '../article/scan-signs.ts';
import { opensWithQuote } from '../article/sentence-signs.ts';
import { isSpace } from '../characters/white-space.ts';

const FULL_STOP = 46;
const CLOSING_QUOTES = codesOf('"”“»«\'’」』');

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
export function isBareQuote(article: Article, sentence: number): boolean {
  if (!opensWithQuote(article, sentence)) return false;
  const { text } = article.sentences[sentence] ?? { text: '' };
  let end = text.length - 1;
  while (end > 0 && (isSpace(text.charCodeAt(end)) || text.charCodeAt(end) === FULL_STOP)) end -= 1;
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
