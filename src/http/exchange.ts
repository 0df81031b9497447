import { DomainError } from '../core/errors.ts';
import { type Answer, toAnswer } from './answer.ts';
import { CACHE_POLICY } from './cache-policy.ts';
import type { Context, Dependencies, Handler } from './context.ts';
import { answerFailure } from './failure.ts';
import { rateLimitPolicy } from './rate-limit.ts';
import { allowedMethods, answerOptions, isOpenTo, METHODS, type Resource } from './resource.ts';
import { securityHeaders } from './security-headers.ts';

/**
 * One request of one resource, from its id to its log line: find the method, turn failures into problem documents,
 * add what every answer carries.
 */
export function createExchange(
  dependencies: Dependencies,
  resource: Resource,
  answer: Answering = answerByMethod,
): (context: Context) => Promise<Response> {
  const { now, log } = dependencies;
  return async (context) => {
    const startedAt = now();
    const requestId = crypto.randomUUID();
    context.set('requestId', requestId);
    const { method } = context.req;
    const result = await settle(dependencies, resource, context, () => answer(resource, context, method));
    const response = toResponse(resource, method, requestId, result);
    const { status } = result;
    log({ method, route: resource.path, status, durationMs: now() - startedAt, requestId });
    return response;
  };
}

type Answering = (resource: Resource, context: Context, method: string) => ReturnType<Handler>;

function answerByMethod(resource: Resource, context: Context, method: string): ReturnType<Handler> {
  if (method === 'OPTIONS') return answerOptions(resource);
  const name = METHODS.find((known) => known === (method === 'HEAD' ? 'GET' : method));
  const handler = name === undefined ? undefined : resource[name];
  if (handler === undefined)
    throw new DomainError({ kind: 'method-not-allowed', allow: allowedMethods(resource) });
  return handler(context);
}

async function settle(
  dependencies: Dependencies,
  resource: Resource,
  context: Context,
  answer: () => ReturnType<Handler>,
): Promise<Answer> {
  try {
    return toAnswer(await answer());
  } catch (error) {
    return answerFailure(dependencies, resource.path, context, error);
  }
}

function toResponse(resource: Resource, method: string, requestId: string, answer: Answer): Response {
  const isPage = isHtml(answer) && !resource.path.startsWith('/v1/');
  const headers: Record<string, string> = {
    ...CACHE_POLICY.none, // Whatever names no row may not be kept.
    ...securityHeaders(isPage ? 'page' : 'data', isOpenTo(resource, method)),
    ...(isPage ? {} : NOT_INDEXED),
    ...answer.headers,
    'X-Request-Id': requestId,
  };
  if (resource.limits !== undefined && (method === 'POST' || answer.status === 429))
    headers['RateLimit-Policy'] = rateLimitPolicy(resource.limits);
  return new Response(method === 'HEAD' ? null : answer.body, { status: answer.status, headers });
}

function isHtml({ headers }: Answer): boolean {
  return headers['Content-Type']?.startsWith('text/html') === true;
}

/** Search engines are asked to keep pages, not data. */
const NOT_INDEXED = { 'X-Robots-Tag': 'noindex' };
