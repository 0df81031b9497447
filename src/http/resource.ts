import type { Hono } from 'hono';
import { DomainError } from '../core/errors.ts';
import type { AppEnv, Handler } from './context.ts';

const METHODS = ['GET', 'PUT', 'POST', 'DELETE'] as const;
type Method = (typeof METHODS)[number];

/** One path and what can be done with it. HEAD comes with GET, OPTIONS and 405 with every resource. */
export type Resource = { [method in Method]?: Handler } & {
  path: string;
  /** `public`: scripts of any origin may read it, and POST to it without a token. Writes are never opened. */
  cors: 'public' | 'none';
};

export function mount(app: Hono<AppEnv>, resource: Resource): void {
  const allow = allowedMethods(resource);
  for (const method of METHODS) {
    const handler = resource[method];
    if (handler === undefined) continue;
    app.on(method, resource.path, async (context) => withCors(resource, method, await handler(context)));
  }
  app.options(resource.path, () => preflight(resource, allow));
  app.all(resource.path, () => {
    throw new DomainError({ kind: 'method-not-allowed', allow });
  });
}

function allowedMethods(resource: Resource): string[] {
  const own = METHODS.filter((method) => resource[method] !== undefined);
  return [...own, ...(own.includes('GET') ? ['HEAD'] : []), 'OPTIONS'];
}

const PREFLIGHT_MAX_AGE_SECONDS = 86_400;
const EXPOSED_HEADERS = 'ETag, Link, Location, Retry-After, X-Request-Id';

function withCors(resource: Resource, method: Method, response: Response): Response {
  if (resource.cors === 'public' && isOpen(method)) openToScripts(response.headers);
  return response;
}

export function openToScripts(headers: Headers): void {
  headers.set('Access-Control-Allow-Origin', '*');
  headers.set('Access-Control-Expose-Headers', EXPOSED_HEADERS);
}

function isOpen(method: Method): boolean {
  return method === 'GET' || method === 'POST';
}

function preflight(resource: Resource, allow: readonly string[]): Response {
  const headers = new Headers({ Allow: allow.join(', '), 'Cache-Control': 'no-store' });
  if (resource.cors === 'public') {
    const open = METHODS.filter((method) => resource[method] !== undefined && isOpen(method));
    headers.set('Access-Control-Allow-Origin', '*');
    headers.set(
      'Access-Control-Allow-Methods',
      [...open, ...(open.includes('GET') ? ['HEAD'] : [])].join(', '),
    );
    headers.set('Access-Control-Allow-Headers', 'Content-Type, If-None-Match');
    headers.set('Access-Control-Max-Age', String(PREFLIGHT_MAX_AGE_SECONDS));
  }
  return new Response(null, { status: 204, headers });
}
