import type { Method } from '../resource.ts';
import { conditionHeaders, pathParameters, queryParameters } from './describe-parameters.ts';
import { describeContent, describeResponses } from './describe-responses.ts';
import type { OpenApiOperation } from './openapi-object.ts';
import type { Operation } from './operation.ts';

/** One of our operations in the words of OpenAPI. */
export function describeOperation(path: string, method: Method, operation: Operation): OpenApiOperation {
  const { id, tag, summary, description, scope, body } = operation;
  const parameters = [
    ...pathParameters(path),
    ...queryParameters(operation),
    ...conditionHeaders(method, operation),
  ];
  return {
    operationId: id,
    tags: [tag],
    summary,
    description:
      scope === undefined || scope === 'read' ? description : `${description} Scope: \`${scope}\`.`,
    ...describeSecurity(operation),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined
      ? {}
      : { requestBody: { required: true as const, content: describeContent(body) } }),
    responses: describeResponses(method, operation, !path.startsWith('/v1/')),
  };
}

/** A read takes a token where one shows more, and does without; what looks at no token says so. */
function describeSecurity({ scope, needsToken, knowsToken }: Operation): Pick<OpenApiOperation, 'security'> {
  if (scope === undefined && knowsToken === undefined) return { security: [] };
  const isOptional = knowsToken === true || (scope === 'read' && needsToken === undefined);
  return { security: isOptional ? [{}, { token: [] }] : [{ token: [] }] };
}
