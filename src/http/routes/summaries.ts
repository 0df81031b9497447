import { formatEtag } from '../../core/catalogue/etag.ts';
import { ARTICLE_JSON_MAX_BYTES } from '../../core/limits.ts';
import { overrideInputSchema } from '../../core/summary/override.ts';
import { FORMAT_MEDIA_TYPES, formatSummary } from '../../core/summary/summary-format.ts';
import { DEFAULT_SUMMARY_OPTIONS } from '../../core/summary/wanted.ts';
import { readForToken, toReadable } from '../../flows/edit-article.ts';
import { removeOverride, setOverride } from '../../flows/override-summary.ts';
import { summarizeArticle, type TextAccess } from '../../flows/summarize-article.ts';
import { summaryRequestSchema } from '../../flows/summary-request.ts';
import { type Answer, JSON_MEDIA } from '../answer.ts';
import { admitPost, authenticate, hasScope, requireScope } from '../auth.ts';
import { parseJson, readJsonBody, readTextBody } from '../body.ts';
import { type Caller, type Context, type Dependencies, viewOf } from '../context.ts';
import { readArticleOfPage } from '../own-page.ts';
import { preconditionsOf } from '../preconditions.ts';
import { readersOf } from '../rate-limit.ts';
import { contentLanguage } from '../respond.ts';
import { knownSlug } from '../slug.ts';
import { parseBody, parseQuery, refuseQuery } from '../validate.ts';
import { respondSummary } from './article-summary.ts';
import { byUrlSchema, rawBodyQuerySchema } from './summary-parameters.ts';

export async function getSummaryByUrl(dependencies: Dependencies, context: Context): Promise<Answer> {
  const { url, ...options } = parseQuery(context, byUrlSchema);
  const caller = await authenticate(context, dependencies.settings);
  const found = await readArticleOfPage(readersOf(dependencies, caller), context, url);
  // The copy of an article whose summary alone is public holds no text: a token that may read has it from the truth.
  const access = textAccess(caller);
  const article = access === 'granted' ? await readForToken(dependencies.catalogue, found.head.slug) : found;
  return respondSummary(dependencies, context, article, options, access);
}

function textAccess(caller: Caller): TextAccess {
  if (caller.kind === 'anonymous') return 'needs-token';
  return hasScope(caller, 'read') ? 'granted' : 'needs-scope';
}

export async function putOverride(dependencies: Dependencies, context: Context): Promise<Answer> {
  const { settings, catalogue, build } = dependencies;
  const { name } = await requireScope(context, settings, 'edit');
  const slug = knownSlug(context);
  refuseQuery(context);
  const input = parseBody(await readJsonBody(context, ARTICLE_JSON_MAX_BYTES), overrideInputSchema);
  const written = await setOverride(dependencies, slug, input, name, preconditionsOf(context));
  const article = await toReadable(catalogue, written);
  const options = DEFAULT_SUMMARY_OPTIONS;
  const view = viewOf(context, settings);
  const summary = await summarizeArticle(article, options, view);
  return {
    status: 200,
    cache: 'private',
    contentType: FORMAT_MEDIA_TYPES.json,
    headers: {
      ...contentLanguage(summary.language),
      ETag: formatEtag(
        article.head,
        `summary true ${JSON.stringify(options)} ${JSON.stringify(view)} ${build}`,
      ),
    },
    body: formatSummary(summary, 'json'),
  };
}

export async function deleteOverride(dependencies: Dependencies, context: Context): Promise<Answer> {
  const { name } = await requireScope(context, dependencies.settings, 'edit');
  const slug = knownSlug(context);
  refuseQuery(context);
  await removeOverride(dependencies, slug, name, preconditionsOf(context));
  return { status: 204, cache: 'private', body: null };
}

/** Media types of a raw body, and the member of the JSON body that each stands for. */
const RAW_BODIES: Readonly<Record<string, 'text' | 'markdown' | 'html'>> = {
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'text/html': 'html',
};
const ACCEPTED_TYPES = [JSON_MEDIA, ...Object.keys(RAW_BODIES)];

export async function postSummary(dependencies: Dependencies, context: Context): Promise<Answer> {
  const { settings, summariesLimiter } = dependencies;
  const caller = await admitPost(context, settings, summariesLimiter);
  const { mediaType, text } = await readTextBody(context, ACCEPTED_TYPES, ARTICLE_JSON_MAX_BYTES);
  const kind = RAW_BODIES[mediaType];
  const request =
    kind === undefined
      ? parseBody(parseJson(text), summaryRequestSchema)
      : { ...parseQuery(context, rawBodyQuerySchema), [kind]: text };
  if (kind === undefined) refuseQuery(context);
  // The summariser is made ready when somebody sends a text: who only reads never waits for it.
  const { summarizeText } = await import('../../flows/summarize-text.ts');
  const summary = await summarizeText(request);
  return {
    status: 200,
    cache: caller.kind === 'token' ? 'private' : 'none',
    contentType: FORMAT_MEDIA_TYPES[request.format],
    headers: contentLanguage(summary.language),
    body: formatSummary(summary, request.format),
  };
}
