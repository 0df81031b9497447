import { DomainError } from '../core/errors.ts';
import type { Answer } from './answer.ts';
import { type Context, type Dependencies, type LogEntry, originOf } from './context.ts';
import { describeProblem } from './problem.ts';
import { cachePolicy, redirect } from './respond.ts';

/** What went wrong, as a problem document; a moved article as the redirect that leads to it. */
export function answerFailure(
  dependencies: Dependencies,
  named: Pick<LogEntry, 'route' | 'requestId'>,
  context: Context,
  error: unknown,
): Answer {
  const { settings } = dependencies;
  if (error instanceof DomainError && error.fault.kind === 'article-moved') {
    return followMove(dependencies, context, error.fault.slug);
  }
  const { status, cache, headers, body } = describeProblem(
    error,
    originOf(context, settings),
    named.requestId,
  );
  if (status >= 500) logFailure(dependencies, named, context, status, error);
  const policy = cachePolicy(context, settings, isRead(context) ? cache : 'none');
  const tag = policy === 'absent' ? absentTag(context) : undefined;
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
function absentTag(context: Context): string | undefined {
  const slug = context.req.param('slug') ?? context.req.param('file')?.replace(/\.[a-z]+$/u, '');
  return slug !== undefined && /^[a-z0-9-]{1,200}$/u.test(slug) ? `article:${slug}` : undefined;
}

/** The same resource under the slug that the article has now. */
function followMove({ settings }: Dependencies, context: Context, slug: string): Answer {
  const url = new URL(context.req.url);
  const path = url.pathname.replace(/(\/articles\/)[^/.]+/u, `$1${slug}`);
  return redirect(context, settings, {
    status: 308,
    location: `${originOf(context, settings)}${path}${url.search}`,
    cache: 'article',
    tags: [`article:${slug}`],
  });
}

/** What went wrong inside, for us alone; the request's own line says the rest. */
function logFailure(
  { log }: Dependencies,
  named: Pick<LogEntry, 'route' | 'requestId'>,
  context: Context,
  status: number,
  error: unknown,
): void {
  log({
    method: context.req.method,
    ...named,
    status,
    durationMs: 0,
    error: error instanceof Error ? (error.cause ?? error) : error,
  });
}
