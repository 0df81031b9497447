import { URL_MAX_LENGTH } from '../limits.ts';
import { lateExpression } from '../summarizer/memory/late-expression.ts';

/** What may not stand in a URL that we serve back exactly as sent: white space, controls and delimiters of markup. */
const unsafeCharacter = lateExpression('[\\s\\x00-\\x1f\\x7f-\\x9f"<>\\\\^`{|}]', 'u');

/** What keeps a text from being the address of a page, beside its length: `pageUrlSchema` reports it. */
export function pageUrlProblem(text: string): { code: string; detail: string } | undefined {
  if (text.length > URL_MAX_LENGTH) return undefined; // Refused already; parsing it could take a fifth of a second.
  const url = URL.parse(text);
  if (url === null || unsafeCharacter().test(text) || !text.isWellFormed()) {
    return { code: 'invalid-url', detail: 'must be an absolute URL, such as https://news.example/page' };
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return { code: 'invalid-scheme', detail: 'must be http or https' };
  }
  if (url.username !== '' || url.password !== '') {
    return { code: 'user-information', detail: 'must not carry a user name or password' };
  }
  return undefined;
}

/** `pageUrlSchema` without its report, for addresses that are asked for. */
export function isPageUrl(text: string): boolean {
  return text !== '' && text.length <= URL_MAX_LENGTH && pageUrlProblem(text) === undefined;
}
