import { DEMOS } from '../../pages/demo-page.tsx';
import { PROBLEMS, statusesOf } from '../problem.ts';
import { METHODS, type Method, type Resource } from '../resource.ts';
import { articleOperations } from './articles.ts';
import { type ComponentName, makeComponents } from './components.ts';
import { ingestionOperations } from './ingestion.ts';
import { type JsonSchema, toJsonSchema } from './json-schema.ts';
import { type Content, HEADER_NOTES, type Operation, type PathOperations, TAGS } from './operation.ts';
import { pageOperations } from './pages.ts';
import { serviceOperations } from './service.ts';
import { summaryOperations } from './summaries.ts';
import { upkeepOperations } from './upkeep.ts';
import { widgetPageOperations } from './widget-pages.ts';

/** Everything that is described; a test fails when a mounted route is missing here. */
export const DESCRIBED: PathOperations = {
  ...articleOperations,
  ...summaryOperations,
  ...pageOperations,
  ...widgetPageOperations,
  ...ingestionOperations,
  ...serviceOperations,
  ...upkeepOperations,
};

export interface OpenApiParameter {
  name: string;
  in: 'path' | 'query' | 'header';
  description: string;
  required: boolean;
  schema: JsonSchema;
  style?: 'form';
  explode?: false;
  example?: string | number | readonly string[];
}

export interface OpenApiMediaType {
  schema: JsonSchema;
  examples?: Readonly<Record<string, { summary: string; value: unknown }>>;
}

export interface OpenApiResponse {
  description: string;
  headers?: Readonly<Record<string, { $ref: string }>>;
  content?: Readonly<Record<string, OpenApiMediaType>>;
}

export interface OpenApiOperation {
  operationId: string;
  tags: readonly string[];
  summary: string;
  description: string;
  security?: readonly Record<string, readonly string[]>[];
  parameters?: readonly OpenApiParameter[];
  requestBody?: { required: true; content: Readonly<Record<string, OpenApiMediaType>> };
  responses: Readonly<Record<string, OpenApiResponse>>;
}

export interface OpenApiDocument {
  openapi: '3.1.0';
  info: Readonly<Record<string, unknown>>;
  servers: readonly { url: string }[];
  tags: readonly { name: string; description: string }[];
  paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  components: { schemas: Readonly<Record<string, JsonSchema>> } & Readonly<Record<string, unknown>>;
}

export interface DocumentProps {
  /** What is mounted: a described route that this deployment lacks is left out. */
  resources: readonly Pick<Resource, 'path' | Method>[];
  origin: string;
  publicationName: string;
  engineVersion: string;
}

/** Assembles the OpenAPI 3.1 document of what is mounted. Cost: some milliseconds, once an isolate. */
export function createDocument(props: DocumentProps): OpenApiDocument {
  const { origin, publicationName, engineVersion } = props;
  return {
    openapi: '3.1.0',
    info: {
      title: publicationName,
      version: engineVersion,
      description:
        'Articles with their extractive summaries. JSON is UTF-8, times are RFC 3339 in UTC, errors are RFC 9457 problem documents. The form of an answer is chosen by path or query, never by a request header, so any cache can hold it. Members may be added; readers ignore those that they do not know. An unknown or repeated parameter under /v1 is refused and the nearest known name is given.',
      contact: { name: publicationName, url: `${origin}/` },
    },
    servers: [{ url: origin }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: describePaths(props.resources),
    components: {
      schemas: makeComponents(),
      headers: Object.fromEntries(
        Object.entries(HEADER_NOTES).map(([name, description]) => [
          name,
          { description, schema: { type: 'string' } },
        ]),
      ),
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'A token of API_TOKENS.' } },
    },
  };
}

function describePaths(resources: DocumentProps['resources']): OpenApiDocument['paths'] {
  const mounted = new Map(resources.map((resource) => [resource.path, resource]));
  const paths: Record<string, Record<string, OpenApiOperation>> = {};
  for (const [path, { route, operations }] of Object.entries(DESCRIBED)) {
    const methods = METHODS.filter((method) => mounted.get(route)?.[method] !== undefined);
    const described = methods.flatMap((method) => {
      const operation = operations[method];
      return operation === undefined
        ? []
        : [[method.toLowerCase(), describeOperation(path, operation)] as const];
    });
    if (described.length > 0) paths[path] = Object.fromEntries(described);
  }
  return paths;
}

function describeOperation(path: string, operation: Operation): OpenApiOperation {
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
    responses: describeResponses(operation),
  };
}

/** A read takes a token where one shows more, and does without. */
function describeSecurity({ scope, needsToken }: Operation): Pick<OpenApiOperation, 'security'> {
  if (scope === undefined) return {};
  return { security: scope === 'read' && needsToken === undefined ? [{}, { token: [] }] : [{ token: [] }] };
}

/** What a part of a path may be. Each example leads somewhere. */
const PATH_PARAMETERS: Readonly<Record<string, Omit<OpenApiParameter, 'name' | 'in' | 'required'>>> = {
  slug: {
    description: 'Name of the article.',
    schema: { type: 'string', pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$', maxLength: 200 },
    example: 'harbour-bridge',
  },
  type: {
    description: 'Last segment of the `type` of a problem document.',
    schema: { type: 'string', enum: Object.keys(PROBLEMS) },
    example: 'invalid-body',
  },
  name: {
    description: 'Which demonstration.',
    schema: { type: 'string', enum: DEMOS.map(({ name }) => name) },
    example: DEMOS[0]?.name ?? '',
  },
  language: {
    description: 'Language of the demonstration.',
    schema: { type: 'string', enum: ['en', 'ar'] },
    example: 'en',
  },
};

function pathParameters(path: string): OpenApiParameter[] {
  return [...path.matchAll(/\{(\w+)\}/gu)].flatMap(([, name = '']) => {
    const parameter = PATH_PARAMETERS[name];
    return parameter === undefined ? [] : [{ name, in: 'path' as const, required: true, ...parameter }];
  });
}

function queryParameters({ query, examples = {} }: Operation): OpenApiParameter[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = toJsonSchema(query, 'input');
  return Object.entries(properties).map(([name, { description = '', ...schema }]) => {
    const example = examples[name];
    return {
      name,
      in: 'query',
      required: required.includes(name),
      description,
      schema,
      ...(schema.type === 'array' ? { style: 'form', explode: false } : {}),
      ...(example === undefined ? {} : { example: typedExample(schema, example) }),
    };
  });
}

/** Examples are written as they stand in a query; the document wants them as values. */
function typedExample(schema: JsonSchema, text: string): string | number | readonly string[] {
  if (schema.type === 'array') return text.split(',');
  return schema.type === 'integer' ? Number(text) : text;
}

const CONDITION_NOTES = {
  'If-Match': 'Do it only to the version that this `ETag` names.',
  'If-None-Match':
    'Answer 304 when this `ETag` still holds. On PUT only `*` makes sense: create, never replace.',
} as const;

function conditionHeaders({ conditions = [] }: Operation): OpenApiParameter[] {
  return conditions.map((name) => ({
    name,
    in: 'header',
    required: false,
    description: CONDITION_NOTES[name],
    schema: { type: 'string' },
  }));
}

function describeContent(content: Readonly<Record<string, Content>>): Record<string, OpenApiMediaType> {
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

function describeResponses(operation: Operation): Record<string, OpenApiResponse> {
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
  if (operation.conditions?.includes('If-None-Match') && operation.body === undefined)
    responses['304'] = { description: 'What the client has is still right.' };
  for (const [status, description] of Object.entries(operation.redirects ?? {})) {
    responses[status] = { description, headers: { Location: { $ref: '#/components/headers/Location' } } };
  }
  return { ...responses, ...describeProblems(operation.problems) };
}

/** Problems that share a status share a response; its description names each. */
function describeProblems(kinds: Operation['problems']): Record<string, OpenApiResponse> {
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
        content: { 'application/problem+json': { schema: refer('Problem') } },
      },
    ]),
  );
}
