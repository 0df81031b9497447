import { parseTarget, splitTargets, TARGET_FORM, type Target } from '../../core/injection/targets.ts';
import { createInsertSource } from './insert-source.ts';
import { passPage } from './pass-page.ts';

/** Where the service stands: its origin, or a binding to its Worker (`[[services]]`), which costs no request on the network. */
export type Service = string | { fetch(request: Request): Promise<Response> };

export interface InjectorOptions {
  service: Service;
  /** Entries of `INJECT`: `news.example, !news.example/live`. */
  pages: string;
  /** Told of everything that cost a page its boxes; nothing is thrown. */
  onFailure?: (error: unknown) => void;
}

/** The second argument of a Worker's `fetch`-handler that this needs. */
export interface WaitUntil {
  waitUntil(work: Promise<unknown>): void;
}

/** Answers a request with what the origin says, boxes in its pages. */
export type Injector = (
  request: Request,
  context: WaitUntil,
  origin?: (request: Request) => Promise<Response>,
) => Promise<Response>;

/**
 * Summary boxes in the pages of a Worker that somebody has already. Made once, outside the handler: it remembers for half a
 * minute what the service said. Conditions of the request are translated for `origin`, so that both can answer 304.
 *
 * @throws {TypeError} for an entry of `pages` that is none.
 */
export function createInjector({ service, pages, onFailure = () => {} }: InjectorOptions): Injector {
  const targets = splitTargets(pages).map((entry) => readTarget(entry));
  const isOrigin = typeof service === 'string';
  const inserts = createInsertSource({
    send: (request) => (isOrigin ? fetch(request) : service.fetch(request)),
    serviceOrigin: isOrigin ? new URL(service).origin : 'https://standfirst.internal',
    now: Date.now,
    onFailure,
  });
  return (request, context, origin = (passed) => fetch(passed)) =>
    passPage(request, {
      targets,
      inserts,
      fetchOrigin: origin,
      defer: (work) => context.waitUntil(work),
      onFailure,
    });
}

function readTarget(entry: string): Target {
  const target = parseTarget(entry);
  if (target === undefined)
    throw new TypeError(`"${entry.slice(0, 100)}" is not used: each entry is ${TARGET_FORM}`);
  return target;
}

/**
 * Boxes in one answer that is there already, without conditions: for a page that a Worker makes itself.
 *
 * @param response - Is read; what comes back takes its place.
 */
export function injectSummary(
  inject: Injector,
  request: Request,
  response: Response,
  context: WaitUntil,
): Promise<Response> {
  return inject(request, context, async () => response);
}
