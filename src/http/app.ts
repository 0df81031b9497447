import { Hono } from 'hono';
import { DomainError } from '../core/errors.ts';
import { CACHE_POLICY } from './cache-policy.ts';
import { type AppEnv, type Context, type Dependencies, originOf } from './context.ts';
import { describeProblem } from './problem.ts';
import { mount, openToScripts, type Resource } from './resource.ts';
import { cachePolicy, redirect } from './respond.ts';
import { articleResources } from './routes/articles.ts';
import { feedResources } from './routes/feeds.ts';
import { healthResources } from './routes/health.ts';
import { pageResources } from './routes/pages.ts';
import { recordResources } from './routes/records.ts';
import { statusResources } from './routes/status.ts';
import { summaryResources } from './routes/summaries.ts';
import { addSecurityHeaders } from './security-headers.ts';

/** Every resource of the service, in the order of the documentation. */
export function createResources(dependencies: Dependencies): Resource[] {
  return [
    ...articleResources(dependencies),
    ...summaryResources(dependencies),
    ...pageResources(dependencies),
    ...feedResources(dependencies),
    ...healthResources(dependencies),
    ...statusResources(dependencies),
    ...recordResources(dependencies),
  ];
}

/** The whole HTTP service over its ports. Built once an isolate. */
export function createApp(dependencies: Dependencies): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(async (context, next) => {
    const startedAt = dependencies.now();
    const requestId = crypto.randomUUID();
    context.set('requestId', requestId);
    await next();
    finishHeaders(context, requestId);
    logRequest(dependencies, context, startedAt);
  });
  for (const resource of createResources(dependencies)) mount(app, resource);
  app.notFound((context) =>
    answerFailure(dependencies, context, new DomainError({ kind: 'route-not-found' })),
  );
  app.onError((error, context) => answerFailure(dependencies, context, error));
  return app;
}

/** Headers that every answer carries; whatever names no cache row may not be kept. */
function finishHeaders(context: Context, requestId: string): void {
  const { headers } = context.res;
  headers.set('X-Request-Id', requestId);
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', CACHE_POLICY.none['Cache-Control']);
  if (!isIndexable(context)) headers.set('X-Robots-Tag', 'noindex');
  addSecurityHeaders(headers);
}

/** Search engines are asked to keep pages, not data. */
function isIndexable(context: Context): boolean {
  return (
    context.res.headers.get('Content-Type')?.startsWith('text/html') === true &&
    context.req.path.startsWith('/v1') === false
  );
}

function answerFailure(dependencies: Dependencies, context: Context, error: unknown): Response {
  const { settings } = dependencies;
  if (error instanceof DomainError && error.fault.kind === 'article-moved') {
    return followMove(dependencies, context, error.fault.slug);
  }
  const { status, headers, body } = describeProblem(
    error,
    originOf(context, settings),
    context.get('requestId'),
  );
  const policy = cachePolicy(
    context,
    settings,
    headers.get('Cache-Control')?.startsWith('public') === true ? 'absent' : 'none',
  );
  for (const [name, value] of Object.entries(CACHE_POLICY[policy])) headers.set(name, value);
  if (policy !== 'absent') headers.delete('Cloudflare-CDN-Cache-Control');
  const slug = context.req.param('slug') ?? context.req.param('file')?.replace(/\.[a-z]+$/u, '');
  if (policy === 'absent' && slug !== undefined && /^[a-z0-9-]+$/u.test(slug))
    headers.set('Cache-Tag', `article:${slug}`);
  if (context.req.path.startsWith('/v1/') && isRead(context)) openToScripts(headers);
  if (status >= 500) logFailure(dependencies, context, status, error);
  return new Response(context.req.method === 'HEAD' ? null : body, { status, headers });
}

function isRead(context: Context): boolean {
  return context.req.method === 'GET' || context.req.method === 'HEAD';
}

/** The same resource under the slug that the article has now. */
function followMove({ settings }: Dependencies, context: Context, slug: string): Response {
  const url = new URL(context.req.url);
  const path = url.pathname.replace(/(\/articles\/)[^/.]+/u, `$1${slug}`);
  return redirect(context, settings, {
    status: 308,
    location: `${originOf(context, settings)}${path}${url.search}`,
    cache: 'article',
    tags: [`article:${slug}`],
  });
}

function logRequest({ log, now }: Dependencies, context: Context, startedAt: number): void {
  log({
    method: context.req.method,
    route: context.req.routePath,
    status: context.res.status,
    durationMs: now() - startedAt,
    requestId: context.get('requestId'),
  });
}

/** What went wrong inside, for us alone; the request's own line says the rest. */
function logFailure({ log }: Dependencies, context: Context, status: number, error: unknown): void {
  log({
    method: context.req.method,
    route: context.req.routePath,
    status,
    durationMs: 0,
    requestId: context.get('requestId'),
    error: error instanceof Error ? (error.cause ?? error) : error,
  });
}
