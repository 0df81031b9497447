import { HonoBase as Hono } from 'hono/hono-base';
import type { AppEnv, Dependencies, Handler } from './context.ts';
import { createExchange } from './exchange.ts';
import { PathRouter } from './path-router.ts';
import { READER_RESOURCES } from './reader-resources.ts';
import type { Resource } from './resource.ts';

/** Stands for every path that no resource has. */
const NOTHING: Resource = { path: '*', cors: 'public' };

/**
 * The whole HTTP service over its ports. Built once an isolate, and of what most requests are for alone: the others come
 * with the first path that is none of these.
 *
 * Each path has one handler for all methods: Hono then calls it directly, without composing a chain per request.
 */
export function createApp(dependencies: Dependencies): Hono<AppEnv> {
  const app = new Hono<AppEnv>({ router: new PathRouter() });
  const open = (resources: readonly Resource[]) => {
    for (const resource of resources) app.all(resource.path, createExchange(dependencies, resource));
  };
  const isKnown = (path: string) => app.router.match('ALL', path)[0].length > 0;
  const leadOn: Handler = async (_, context) =>
    (await import('./nothing-here.ts')).refuseOrLeadOn(dependencies, context, isKnown);
  let isWhole = false;
  open(READER_RESOURCES);
  app.notFound(async ({ req }) => {
    const { OTHER_RESOURCES } = await import('./other-resources.ts');
    if (!isWhole) {
      isWhole = true;
      open(OTHER_RESOURCES);
      app.notFound(createExchange(dependencies, NOTHING, leadOn));
    }
    return app.fetch(req.raw);
  });
  return app;
}
