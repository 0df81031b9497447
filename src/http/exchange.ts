import { DomainError } from '../core/errors.ts';
import type { Answer } from './answer.ts';
import type { Context, Dependencies, Handler, LogEntry } from './context.ts';
import { answerFailure, causeOf } from './failure.ts';
import { rateLimitPolicy } from './rate-limit.ts';
import { allowedMethods, answerOptions, isByToken, isMethod, isOpenTo, type Resource } from './resource.ts';
import { type AnswerKind, standingHeaders } from './standing-headers.ts';

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
    const { method } = context.req;
    let result: Answer;
    let failure: Pick<LogEntry, 'error'> | undefined;
    try {
      result = await answer(resource, context, method);
    } catch (error) {
      result = await answerFailure(dependencies, requestId, context, error);
      if (result.status >= 500) failure = { error: causeOf(error) };
    }
    const response = toResponse(resource, method, requestId, result);
    const { status } = result;
    if (resource.isCounted !== true || status >= 400)
      log({ method, route: resource.path, status, durationMs: now() - startedAt, requestId, ...failure });
    return response;
  };
}

type Answering = (resource: Resource, context: Context, method: string) => ReturnType<Handler>;

function answerByMethod(resource: Resource, context: Context, method: string): ReturnType<Handler> {
  if (method === 'OPTIONS') return answerOptions(resource);
  const name = method === 'HEAD' ? 'GET' : method;
  const handler = isMethod(name) ? resource[name] : undefined;
  if (handler === undefined)
    throw new DomainError({ kind: 'method-not-allowed', allow: allowedMethods(resource) });
  return handler(context);
}

function toResponse(
  resource: Resource,
  method: string,
  requestId: string,
  { status, cache = 'none', contentType, headers = {}, body }: Answer,
): Response {
  const kind = status === 304 ? 'unchanged' : kindOf(resource, contentType);
  const response = new Response(method === 'HEAD' ? null : body, {
    status,
    headers: standingHeaders({
      kind,
      isOpen: isOpenTo(resource, method),
      isByToken: isByToken(resource),
      cache,
      contentType,
    }),
  });
  const fields = response.headers;
  for (const name in headers) fields.set(name, headers[name] ?? '');
  fields.set('X-Request-Id', requestId);
  if (resource.limits !== undefined && (method === 'POST' || status === 429))
    fields.set('RateLimit-Policy', rateLimitPolicy(resource.limits));
  return response;
}

/** HTML under /v1 is a fragment for somebody else's page. */
function kindOf({ path }: Resource, contentType = ''): AnswerKind {
  return contentType.startsWith('text/html') && !path.startsWith('/v1/') ? 'page' : 'data';
}
