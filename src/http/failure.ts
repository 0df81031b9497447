import type { Context as HonoContext } from 'hono';
import { accepts } from 'hono/accepts';
import { articleTag, pageTag } from '../core/catalogue/copy-keys.ts';
import { DomainError } from '../core/errors.ts';
import { pageUrlHash } from '../core/fetching/page-hash.ts';
import { type Answer, HTML_TYPE } from './answer.ts';
import { type Context, type Dependencies, originOf } from './context.ts';
import { slugOfOwnPage } from './own-page.ts';
import { type DescribedProblem, describeProblem } from './problem.ts';
import { cachePolicy, redirect } from './respond.ts';
import { isOurSite, type Settings } from './settings.ts';

const PROBLEM_MEDIA = 'application/problem+json';

/**
 * What went wrong: a problem document, or for people a page that says it; a moved article as the redirect that leads to
 * it.
 */
export async function answerFailure(
  { settings }: Dependencies,
  requestId: string,
  context: Context,
  error: unknown,
): Promise<Answer> {
  if (error instanceof DomainError && error.fault.kind === 'article-moved') {
    return followMove(settings, context, error.fault.slug);
  }
  const problem = describeProblem(error, originOf(context, settings), requestId);
  const policy = cachePolicy(context, settings, isRead(context) ? problem.cache : 'none');
  const tag = policy === 'absent' ? absentTag(context, originOf(context, settings)) : undefined;
  return {
    status: problem.document.status,
    cache: policy,
    ...(await form(settings, requestId, context, problem)),
    headers: {
      ...problem.headers,
      ...(isForPeople(context) ? { Vary: 'Accept', 'X-Robots-Tag': 'noindex' } : {}),
      ...(tag === undefined ? {} : { 'Cache-Tag': tag }),
    },
  };
}

/** Whether people come this way. Only there has a failure two forms: the answers of the API are the same for everybody. */
function isForPeople(context: Context): boolean {
  return isRead(context) && !context.req.path.startsWith('/v1/');
}

async function form(
  settings: Settings,
  requestId: string,
  context: Context,
  { kind, document }: DescribedProblem,
): Promise<Pick<Answer, 'contentType' | 'body'>> {
  // It looks at the header alone.
  const wanted = accepts(context as HonoContext, {
    header: 'Accept',
    supports: [PROBLEM_MEDIA, 'application/json', 'text/html'],
    default: PROBLEM_MEDIA,
  });
  if (!isForPeople(context) || wanted !== 'text/html')
    return { contentType: PROBLEM_MEDIA, body: JSON.stringify(document) };
  const { status, title, detail = '' } = document;
  const { publicationName } = settings;
  const pageUrl = askedPage(settings, context);
  const { renderFailurePage } = await import('../pages/failure-page.tsx');
  const page = renderFailurePage({ kind, status, title, detail, pageUrl, requestId, publicationName });
  return { contentType: HTML_TYPE, body: page };
}

/** The page whose summary was asked for. A page of anybody else is not linked to from ours. */
function askedPage({ sites }: Settings, { req }: Context): string | undefined {
  const url = URL.parse(req.query('url') ?? '');
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  return url !== null && isWeb && isOurSite(sites, url.href) ? url.href : undefined;
}

/** Only what a read has not found may be kept. */
function isRead({ req: { method } }: Context): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** An absence is kept under the tag of the article, or of the page, so that publishing it drops the "no". */
function absentTag({ req }: Context, origin: string): string | undefined {
  const page = req.query('url') ?? '';
  const slug =
    req.param('slug') ??
    req.param('file')?.replace(/\.[a-z]+$/u, '') ??
    (URL.canParse(page) ? slugOfOwnPage(page, origin) : undefined);
  if (slug === undefined && URL.canParse(page)) return pageTag(pageUrlHash(page));
  return slug !== undefined && /^[a-z0-9-]{1,200}$/u.test(slug) ? articleTag(slug) : undefined;
}

/**
 * The same resource under the slug that the article has now. Kept under both tags: whoever publishes anew under the old
 * slug drops it.
 */
function followMove(settings: Settings, context: Context, slug: string): Answer {
  const url = new URL(context.req.url);
  const origin = originOf(context, settings);
  const path = url.pathname.replace(/(\/articles\/)[^/.]+/u, `$1${slug}`);
  if (path === url.pathname) url.searchParams.set('url', `${origin}/articles/${slug}`); // Asked for by its page.
  return redirect(context, settings, {
    status: 308,
    location: `${origin}${path}${url.search}`,
    cache: 'article',
    tags: [articleTag(slug), absentTag(context, origin)].filter((tag) => tag !== undefined),
  });
}

/** What went wrong inside, for the log alone. */
export function causeOf(error: unknown): unknown {
  return error instanceof Error ? (error.cause ?? error) : error;
}
