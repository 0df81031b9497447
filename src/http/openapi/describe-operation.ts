import { conditionHeaders, pathParameters, queryParameters } from './describe-parameters.ts';
import { describeContent, describeResponses } from './describe-responses.ts';
import type { OpenApiOperation } from './openapi-object.ts';
import type { Operation } from './operation.ts';

/** One of our operations in the words of OpenAPI. */
export function describeOperation(path: string, operation: Operation): OpenApiOperation {
  const { id, tag, summary, description, scope, body } = operation;
  const parameters = [...pathParameters(path), ...queryParameters(operation), ...conditionHeaders(operation)];
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
    responses: describeResponses(operation, !path.startsWith('/v1/')),
  };
}

/** A read takes a token where one shows more, and does without. */
function describeSecurity({ scope, needsToken, knowsToken }: Operation): Pick<OpenApiOperation, 'security'> {
  if (scope === undefined && knowsToken === undefined) return {};
  const isOptional = knowsToken === true || (scope === 'read' && needsToken === undefined);
  return { security: isOptional ? [{}, { token: [] }] : [{ token: [] }] };
}
