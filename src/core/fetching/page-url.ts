import * as z from 'zod/mini';
import { lazily } from '../lazily.ts';
import { URL_MAX_LENGTH } from '../limits.ts';
import { pageUrlProblem } from './page-url-problem.ts';

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
