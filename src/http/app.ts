import { HonoBase as Hono } from 'hono/hono-base';
import { DomainError } from '../core/errors.ts';
import { withoutLastSlashes } from '../core/fetching/last-slashes.ts';
import type { Answer } from './answer.ts';
import { type AppEnv, type Context, type Dependencies, originOf } from './context.ts';
import { createExchange } from './exchange.ts';
import { PathRouter } from './path-router.ts';
import type { Resource } from './resource.ts';
import { redirect } from './respond.ts';
import { articleResources } from './routes/articles.ts';
import { deskResources } from './routes/desk.ts';
import { documentationResources } from './routes/documentation.ts';
import { embedResources } from './routes/embed.ts';
import { extractionResources } from './routes/extractions.ts';
import { feedResources } from './routes/feeds.ts';
import { healthResources } from './routes/health.ts';
import { ingestionResources } from './routes/ingestions.ts';
import { injectionResources } from './routes/injection.ts';
import { measureResources } from './routes/measures.ts';
import { pageResources } from './routes/pages.ts';
import { recordResources } from './routes/records.ts';
import { reviewResources } from './routes/reviews.ts';
import { ruleResources } from './routes/rules.ts';
import { statusResources } from './routes/status.ts';
import { summaryResources } from './routes/summaries.ts';
import { summaryPageResources } from './routes/summary-pages.ts';

/** Every resource of the service, in the order of the documentation. */
export function createResources(dependencies: Dependencies): Resource[] {
  return [
    ...articleResources(dependencies),
    ...summaryResources(dependencies),
    ...reviewResources(dependencies),
    ...ruleResources(dependencies),
    ...deskResources(dependencies),
    ...summaryPageResources(dependencies),
    ...embedResources(dependencies),
    ...measureResources(dependencies),
    ...injectionResources(dependencies),
    ...extractionResources(dependencies),
    ...ingestionResources(dependencies),
    ...pageResources(dependencies),
    ...feedResources(dependencies),
    ...healthResources(dependencies),
    ...statusResources(dependencies),
    ...recordResources(dependencies),
    ...documentationResources(dependencies),
  ];
}

/** Stands for every path that no resource has. */
const NOTHING: Resource = { path: '*', cors: 'public' };

/** A slash at the end is a slip: what stands without it is meant. */
function refuseOrLeadOn(
  { settings }: Dependencies,
  context: Context,
  isKnown: (path: string) => boolean,
): Answer {
  const { method, path } = context.req;
  const meant = withoutLastSlashes(path);
  const isSlip = meant !== path && meant !== '' && (method === 'GET' || method === 'HEAD');
  if (!isSlip || !isKnown(meant)) throw new DomainError({ kind: 'route-not-found' });
  const { search } = new URL(context.req.url);
  const location = `${originOf(context, settings)}${meant}${search}`;
  return redirect(context, settings, { status: 308, location, cache: 'list', tags: [] });
}

/**
 * The whole HTTP service over its ports. Built once an isolate.
 *
 * Each path has one handler for all methods: Hono then calls it directly, without composing a chain per request.
 */
export function createApp(dependencies: Dependencies): Hono<AppEnv> {
  const app = new Hono<AppEnv>({ router: new PathRouter() });
  for (const resource of createResources(dependencies)) {
    app.all(resource.path, createExchange(dependencies, resource));
  }
  const isKnown = (path: string) => app.router.match('ALL', path)[0].length > 0;
  const leadOn = (_: Resource, context: Context) => refuseOrLeadOn(dependencies, context, isKnown);
  app.notFound(createExchange(dependencies, NOTHING, leadOn));
  return app;
}
