import { DomainError } from '../core/errors.ts';
import { loadOnce } from '../core/load-once.ts';
import type { Answer } from './answer.ts';
import type { Context, Dependencies, Handler, LogEntry } from './context.ts';
import { rateLimitPolicy } from './rate-limit.ts';
import { allowedMethods, answerOptions, isByToken, isMethod, isOpenTo, type Resource } from './resource.ts';
import { type AnswerKind, standingHeaders } from './standing-headers.ts';

const failureAnswers = loadOnce(() => import('./failure.ts'));
const pagePolicies = loadOnce(() => import('../pages/page-policy.ts'));

/**
 * One request of one resource, from its id to its log line: find the method, turn failures into problem documents,
 * add what every answer carries.
 */
export function createExchange(
  dependencies: Dependencies,
  resource: Resource,
  answer: Handler = answerByMethod(resource),
): (context: Context) => Promise<Response> {
  const { now, log } = dependencies;
  return async (context) => {
    const startedAt = now();
    const requestId = crypto.randomUUID();
    const { method } = context.req;
    let result: Answer;
    let failure: Pick<LogEntry, 'error'> | undefined;
    try {
      result = await answer(dependencies, context);
    } catch (error) {
      const { answerFailure, causeOf } = await failureAnswers();
      result = await answerFailure(dependencies, requestId, context, error);
      if (result.status >= 500) failure = { error: causeOf(error) };
    }
    const kind = result.status === 304 ? 'unchanged' : kindOf(resource, result.contentType);
    if (kind === 'page') result = await withPolicy(result);
    const response = toResponse(resource, { kind, method, requestId }, result);
    const { status } = result;
    if (resource.isCounted !== true || status >= 400)
      log({ method, route: resource.path, status, durationMs: now() - startedAt, requestId, ...failure });
    return response;
  };
}

const answerByMethod =
  (resource: Resource): Handler =>
  (dependencies, context) => {
    const { method } = context.req;
    if (method === 'OPTIONS') return answerOptions(resource);
    const name = method === 'HEAD' ? 'GET' : method;
    const handler = isMethod(name) ? resource[name] : undefined;
    if (handler === undefined)
      throw new DomainError({ kind: 'method-not-allowed', allow: allowedMethods(resource) });
    return handler(dependencies, context);
  };

/** Every page has a policy: its own, or that of a page which runs no script. The sheet that it names is loaded for pages alone. */
async function withPolicy(answer: Answer): Promise<Answer> {
  if (answer.headers?.['Content-Security-Policy'] !== undefined) return answer;
  const { plainPagePolicy } = await pagePolicies();
  return { ...answer, headers: { ...answer.headers, 'Content-Security-Policy': await plainPagePolicy() } };
}

interface Asked {
  kind: AnswerKind;
  method: string;
  requestId: string;
}

function toResponse(
  resource: Resource,
  { kind, method, requestId }: Asked,
  { status, cache = 'none', contentType, headers = {}, body }: Answer,
): Response {
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
