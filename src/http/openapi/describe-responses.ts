import { PROBLEMS, statusesOf } from '../problem.ts';
import type { Method } from '../resource.ts';
import type { ComponentName } from './components.ts';
import type { JsonSchema } from './json-schema.ts';
import type { OpenApiMediaType, OpenApiResponse } from './openapi-object.ts';
import type { Content, Operation } from './operation.ts';

export function describeContent(
  content: Readonly<Record<string, Content>>,
): Record<string, OpenApiMediaType> {
  return Object.fromEntries(
    Object.entries(content).map(([mediaType, { schema, examples }]) => [
      mediaType,
      { schema: refer(schema), ...(examples === undefined ? {} : { examples }) },
    ]),
  );
}

function refer(schema: ComponentName | 'text'): JsonSchema {
  return schema === 'text' ? { type: 'string' } : { $ref: `#/components/schemas/${schema}` };
}

/** @param isForPeople - A failure then has a second form, for browsers. */
export function describeResponses(
  method: Method,
  operation: Operation,
  isForPeople: boolean,
): Record<string, OpenApiResponse> {
  const responses: Record<string, OpenApiResponse> = {};
  for (const [status, { description, content, headers = [] }] of Object.entries(operation.success)) {
    responses[status] = {
      description,
      ...(headers.length === 0
        ? {}
        : {
            headers: Object.fromEntries(
              headers.map((name) => [name, { $ref: `#/components/headers/${name}` }]),
            ),
          }),
      ...(content === undefined ? {} : { content: describeContent(content) }),
    };
  }
  if (method === 'GET' && operation.conditions?.includes('If-None-Match'))
    responses['304'] = { description: 'What the client has is still right.' };
  for (const [status, description] of Object.entries(operation.redirects ?? {})) {
    responses[status] = { description, headers: { Location: { $ref: '#/components/headers/Location' } } };
  }
  return { ...responses, ...describeProblems(operation.problems, isForPeople) };
}

/** Problems that share a status share a response; its description names each. */
function describeProblems(
  kinds: Operation['problems'],
  isForPeople: boolean,
): Record<string, OpenApiResponse> {
  const byStatus = new Map<number, string[]>();
  for (const kind of kinds) {
    for (const status of statusesOf(kind)) {
      byStatus.set(status, [...(byStatus.get(status) ?? []), `\`${kind}\`: ${PROBLEMS[kind].title}.`]);
    }
  }
  byStatus.set(500, [`\`unexpected\`: ${PROBLEMS.unexpected.title}.`]);
  return Object.fromEntries(
    [...byStatus].map(([status, notes]) => [
      String(status),
      {
        description: [...new Set(notes)].join(' '),
        content: {
          'application/problem+json': { schema: refer('Problem') },
          ...(isForPeople ? { 'text/html': { schema: refer('text') } } : {}),
        },
      },
    ]),
  );
}
