import { isPageUrl } from '../../core/fetching/page-url-problem.ts';
import { readPlainOptions } from '../../core/summary/plain-options.ts';
import type { SummaryOptions } from '../../core/summary/summary-options.ts';
import type { TextAccess } from '../../flows/summarize-article.ts';
import type { Answer } from '../answer.ts';
import { authenticate, hasScope } from '../auth.ts';
import { type Caller, type Context, type Dependencies, plainParameters } from '../context.ts';
import { readArticleOfPage } from '../own-page.ts';
import { readersOf } from '../rate-limit.ts';
import { readTruth } from './article.ts';
import { respondSummary } from './article-summary.ts';
import { summaryParsers } from './read-options.ts';

/** `GET /v1/summary?url=`: what a box asks for. */
export async function getSummaryByUrl(dependencies: Dependencies, context: Context): Promise<Answer> {
  const { url, ...options } = await readQuery(context);
  const caller = await authenticate(context, dependencies.settings);
  const found = await readArticleOfPage(readersOf(dependencies, caller), context, url);
  // The copy of an article whose summary alone is public holds no text: a token that may read has it from the truth.
  const access = textAccess(caller);
  const article = access === 'granted' ? await readTruth(dependencies, found.head.slug) : found;
  return respondSummary(dependencies, context, article, options, access);
}

function textAccess(caller: Caller): TextAccess {
  if (caller.kind === 'anonymous') return 'needs-token';
  return hasScope(caller, 'read') ? 'granted' : 'needs-scope';
}

/** A query as boxes write it is read without a schema. */
async function readQuery(context: Context): Promise<SummaryOptions & { url: string }> {
  const parameters = plainParameters(context);
  const url = parameters?.get('url') ?? '';
  parameters?.delete('url');
  const options = parameters && isPageUrl(url) ? readPlainOptions(parameters) : undefined;
  if (options !== undefined) return { url, ...options };
  const { parseByUrl } = await summaryParsers();
  return parseByUrl(context);
}
