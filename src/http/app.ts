import type { Context, Dependencies } from './context.ts';
import { createExchange } from './exchange.ts';
import { PathRouter } from './path-router.ts';
import { ReaderContext } from './reader-context.ts';
import { READER_RESOURCES } from './reader-resources.ts';
import { isMethod, type Resource } from './resource.ts';

export interface App {
  fetch(request: Request): Response | Promise<Response>;
}

type Exchange = (context: Context) => Promise<Response>;

/**
 * The whole HTTP service over its ports. Built once an isolate, and of what most requests are for alone: all else, and
 * whatever is not asked for in its plain form, comes with the first request that wants it.
 */
export function createApp(dependencies: Dependencies): App {
  const router = new PathRouter<{ resource: Resource; exchange: Exchange }>();
  for (const resource of READER_RESOURCES)
    router.add('ALL', resource.path, { resource, exchange: createExchange(dependencies, resource) });
  let service: ReturnType<typeof import('./service.ts').createService> | undefined;
  const open = async (request: Request): Promise<Response> => {
    const { createService } = await import('./service.ts');
    service ??= createService(dependencies);
    return service.fetch(request);
  };
  const ask = (request: Request) => service?.fetch(request) ?? open(request);
  return {
    fetch(request) {
      const path = plainPath(request.url);
      const found = path === undefined ? undefined : router.find(path);
      if (path === undefined || found === undefined) return ask(request);
      const { resource, exchange } = found.handler;
      const isThere = isMethod(request.method) && resource[request.method] !== undefined;
      return isThere ? exchange(new ReaderContext(request, path, found.params)) : ask(request);
    },
  };
}

/** The path of an address; undefined where characters of it are encoded, which Hono reads. */
function plainPath(url: string): string | undefined {
  const start = url.indexOf('/', url.indexOf('//') + 2);
  const query = url.indexOf('?', start);
  const path = query === -1 ? url.slice(start) : url.slice(start, query);
  return path.includes('%') || path.includes('#') ? undefined : path;
}
