import { ASSETS_PATH } from '../../core/injection/box-markup.ts';
import { BOX_STYLE } from '../../core/injection/box-style.ts';
import { OWN_PLACES, type Places } from '../../core/injection/places.ts';
import { FIELDS_OF_BYTES, isInjectable, mayInject } from '../../core/injection/qualify.ts';
import { findTarget, type Target } from '../../core/injection/targets.ts';
import { joinEtag, originConditions } from '../../core/injection/validators.ts';
import type { Insert } from './insert.ts';
import type { InsertSource } from './insert-source.ts';
import { createPageRewriter } from './rewrite-page.ts';

export interface PassOptions {
  targets: readonly Target[];
  inserts: InsertSource;
  /** The page as its publisher serves it. */
  fetchOrigin: (request: Request) => Promise<Response>;
  defer: (work: Promise<unknown>) => void;
  onFailure: (error: unknown) => void;
}

/** A reader never waits longer for a summary, once the page itself has begun to come. */
const STORE_DEADLINE_MS = 50;

/**
 * Passes a request on to the origin, and its page back with boxes in it where the page is one that gets them. Whatever
 * goes wrong with the boxes, the page comes as it is.
 */
export async function passPage(request: Request, options: PassOptions): Promise<Response> {
  const { inserts, targets, fetchOrigin } = options;
  const pageUrl = withoutFragment(request.url);
  // Only what stands in `targets` is remembered: an address that is known needs no parsing.
  const recalled = inserts.recall(pageUrl);
  const isAsking = isConditional(request);
  // Most pages of a site: they should cost what a Worker costs that does nothing.
  if (recalled === null && !isAsking) return fetchOrigin(request);
  const url = recalled === undefined ? new URL(pageUrl) : undefined;
  if (url?.pathname.startsWith(ASSETS_PATH)) return answerAsset(request, url);
  const target = url && findTarget(targets, url);
  if (url !== undefined && target === undefined) return fetchOrigin(request);
  if (!mayInject(request)) return fetchOrigin(request);
  const asked = target === undefined ? recalled : startAsking(options, pageUrl, target);
  const known = isAsking ? await inTime(asked) : null;
  const coming = fetchOrigin(isAsking ? withConditions(request, known) : request);
  // What is known is made ready beside the origin's work, not after it.
  const ready = isAsking || recalled == null ? undefined : prepare(recalled, options);
  const response = await coming;
  if (response.status === 304 && known !== null) return renewed(response, known);
  if (!isInjectable(response)) return response;
  const insert = recalled === undefined ? await inTime(asked) : recalled;
  if (insert === null) return response;
  return injected(request, response, insert, ready ?? prepare(insert, options), options);
}

/** Undefined where a selector that was set by hand is none. */
function prepare(insert: Insert, { onFailure }: PassOptions): HTMLRewriter | undefined {
  try {
    return createPageRewriter(insert);
  } catch (error) {
    onFailure(error);
    return undefined;
  }
}

function withoutFragment(url: string): string {
  const at = url.indexOf('#');
  return at === -1 ? url : url.slice(0, at);
}

/** Goes on behind the answer where it comes too late for it: the next view has it. */
function startAsking(
  { inserts, defer }: PassOptions,
  pageUrl: string,
  target: Target,
): Promise<Insert | null> {
  const asked = inserts.find(pageUrl, placesByHand(target));
  defer(asked);
  return asked;
}

async function inTime(asked: Promise<Insert | null> | Insert | null = null): Promise<Insert | null> {
  if (!(asked instanceof Promise)) return asked;
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), STORE_DEADLINE_MS);
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

function isConditional({ headers }: Request): boolean {
  return headers.has('If-None-Match') || headers.has('If-Modified-Since');
}

function withConditions(request: Request, insert: Insert | null): Request {
  const headers = new Headers(request.headers);
  const conditions = originConditions(
    { ifNoneMatch: headers.get('If-None-Match'), ifModifiedSince: headers.get('If-Modified-Since') },
    insert?.version,
  );
  for (const [name, value] of [
    ['If-None-Match', conditions.ifNoneMatch],
    ['If-Modified-Since', conditions.ifModifiedSince],
  ] as const) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  return new Request(request, { headers });
}

/** The origin's page is the one that the browser has, and so are its boxes. */
function renewed(response: Response, { version }: Insert): Response {
  const headers = new Headers(response.headers);
  setValidators(headers, version);
  return new Response(null, { status: 304, headers });
}

function setValidators(headers: Headers, version: string): void {
  const etag = joinEtag({ etag: headers.get('ETag'), lastModified: headers.get('Last-Modified') }, version);
  if (etag === null) headers.delete('ETag');
  else headers.set('ETag', etag);
}

function injected(
  request: Request,
  response: Response,
  { version }: Insert,
  rewriter: HTMLRewriter | undefined,
  { onFailure }: PassOptions,
): Response {
  if (rewriter === undefined) return response;
  try {
    const page = request.method === 'HEAD' ? new Response(null, response) : rewritten(response, rewriter);
    const { headers } = page;
    for (const name of FIELDS_OF_BYTES) headers.delete(name);
    setValidators(headers, version);
    headers.set('Standfirst', version);
    return page;
  } catch (error) {
    onFailure(error);
    return response; // Nothing has been read of it yet.
  }
}

/** The rewriter fails on encodings that it does not know, so it is told of none but its own. */
function rewritten(response: Response, rewriter: HTMLRewriter): Response {
  const type = response.headers.get('Content-Type') ?? '';
  if (UTF_8.test(type)) return rewriter.transform(response);
  const untold = new Response(response.body, { headers: { 'Content-Type': 'text/html' } });
  return new Response(rewriter.transform(untold).body, response);
}

const UTF_8 = /^text\/html(?:; ?charset=utf-8)?$/iu;

function placesByHand({ above, below }: Target): Places | undefined {
  if (above === undefined) return undefined;
  return {
    ...OWN_PLACES,
    above: { selector: above, nth: 1, side: 'before' },
    below: below === undefined ? null : { selector: below, nth: 1, side: 'before' },
  };
}

const STYLE_HEADERS = {
  'Content-Type': 'text/css; charset=utf-8',
  'Cache-Control': 'public, max-age=31536000, immutable',
  'X-Content-Type-Options': 'nosniff',
};

/** Our own path on the publisher's host: the style sheet, so that the page's policy needs no other host. */
function answerAsset({ method }: Request, { pathname }: URL): Response {
  const isRead = method === 'GET' || method === 'HEAD';
  if (!isRead || !/^\/\.standfirst\/\d+\/box\.css$/u.test(pathname))
    return new Response(null, {
      status: isRead ? 404 : 405,
      headers: { 'Cache-Control': 'public, max-age=60' },
    });
  return new Response(method === 'HEAD' ? null : BOX_STYLE, { headers: STYLE_HEADERS });
}
