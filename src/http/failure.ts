import { articleTag } from '../core/catalogue/copy-keys.ts';
import { DomainError } from '../core/errors.ts';
import type { Answer } from './answer.ts';
import { type Context, type Dependencies, originOf } from './context.ts';
import { slugOfOwnPage } from './own-page.ts';
import { describeProblem } from './problem.ts';
import { cachePolicy, redirect } from './respond.ts';
import type { Settings } from './settings.ts';

/** What went wrong, as a problem document; a moved article as the redirect that leads to it. */
export function answerFailure(
  { settings }: Dependencies,
  requestId: string,
  context: Context,
  error: unknown,
): Answer {
  if (error instanceof DomainError && error.fault.kind === 'article-moved') {
    return followMove(settings, context, error.fault.slug);
  }
  const { status, cache, headers, body } = describeProblem(error, originOf(context, settings), requestId);
  const policy = cachePolicy(context, settings, isRead(context) ? cache : 'none');
  const tag = policy === 'absent' ? absentTag(context, originOf(context, settings)) : undefined;
  return {
    status,
    cache: policy,
    contentType: 'application/problem+json',
    headers: tag === undefined ? headers : { ...headers, 'Cache-Tag': tag },
    body,
  };
}

/** Only what a read has not found may be kept. */
function isRead({ req: { method } }: Context): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** An absence is kept under the article's tag, so that publishing it drops the "no". */
function absentTag({ req }: Context, origin: string): string | undefined {
  const page = req.query('url') ?? '';
  const slug =
    req.param('slug') ??
    req.param('file')?.replace(/\.[a-z]+$/u, '') ??
    (URL.canParse(page) ? slugOfOwnPage(page, origin) : undefined);
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
