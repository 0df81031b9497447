import { HonoBase as Hono } from 'hono/hono-base';
import type { Dependencies, Handler } from './context.ts';
import { createExchange } from './exchange.ts';
import { OTHER_RESOURCES } from './other-resources.ts';
import { PathRouter } from './path-router.ts';
import { READER_RESOURCES } from './reader-resources.ts';
import type { Resource } from './resource.ts';

/** Stands for every path that no resource has. */
const NOTHING: Resource = { path: '*', cors: 'public' };

/** Every resource of the service, in the order of the documentation. */
export const RESOURCES: readonly Resource[] = [...READER_RESOURCES, ...OTHER_RESOURCES];

/**
 * The whole service.
 *
 * Each path has one handler for all methods: Hono then calls it directly, without composing a chain per request.
 */
export function createService(dependencies: Dependencies): Hono {
  const app = new Hono({ router: new PathRouter() });
  for (const resource of RESOURCES) app.all(resource.path, createExchange(dependencies, resource));
  const isKnown = (path: string) => app.router.match('ALL', path)[0].length > 0;
  const leadOn: Handler = async (_, context) =>
    (await import('./nothing-here.ts')).refuseOrLeadOn(dependencies, context, isKnown);
  app.notFound(createExchange(dependencies, NOTHING, leadOn));
  return app;
}
