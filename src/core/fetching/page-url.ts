import * as z from 'zod/mini';
import { lazily } from '../lazily.ts';
import { URL_MAX_LENGTH } from '../limits.ts';

/** What may not stand in a URL that we serve back exactly as sent: white space, controls and delimiters of markup. */
const UNSAFE_CHARACTER = /[\s\p{Cc}"<>\\^`{|}]/u;

/**
 * Address of a web page as a publisher writes it: absolute http(s), no user information.
 * It is stored and served back exactly; identity is decided by `normalizePageUrl`.
 */
export const pageUrlSchema = lazily(() =>
  z.string().check(z.minLength(1), z.maxLength(URL_MAX_LENGTH), (context) => {
    const problem = pageUrlProblem(context.value);
    if (problem !== undefined) {
      context.issues.push({
        code: 'custom',
        params: { code: problem.code },
        message: problem.detail,
        input: context.value,
      });
    }
  }),
);

function pageUrlProblem(text: string): { code: string; detail: string } | undefined {
  if (text.length > URL_MAX_LENGTH) return undefined; // Refused already; parsing it could take a fifth of a second.
  const url = URL.parse(text);
  if (url === null || UNSAFE_CHARACTER.test(text) || !text.isWellFormed()) {
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
