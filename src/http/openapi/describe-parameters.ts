import { slugSchema } from '../../core/article/article.ts';
import { DEMOS } from '../../pages/embed/demo-page.tsx';
import { PROBLEMS } from '../problem.ts';
import type { Method } from '../resource.ts';
import { type JsonSchema, toJsonSchema } from './json-schema.ts';
import type { OpenApiParameter } from './openapi-object.ts';
import type { Operation } from './operation.ts';

/** What a part of a path may be. Each example leads somewhere. */
const PATH_PARAMETERS: Readonly<Record<string, () => Omit<OpenApiParameter, 'name' | 'in' | 'required'>>> = {
  slug: () => ({
    description: 'Name of the article.',
    schema: toJsonSchema(slugSchema(), 'input'),
    example: 'harbour-bridge',
  }),
  type: () => ({
    description: 'Last segment of the `type` of a problem document.',
    schema: { type: 'string', enum: Object.keys(PROBLEMS) },
    example: 'invalid-body',
  }),
  name: () => ({
    description: 'Which demonstration.',
    schema: { type: 'string', enum: DEMOS.map(({ name }) => name) },
    example: DEMOS[0]?.name ?? '',
  }),
  language: () => ({
    description: 'Language of the demonstration.',
    schema: { type: 'string', enum: ['en', 'ar'] },
    example: 'en',
  }),
};

export function pathParameters(path: string): OpenApiParameter[] {
  return [...path.matchAll(/\{(\w+)\}/gu)].flatMap(([, name = '']) => {
    const describe = PATH_PARAMETERS[name];
    return describe === undefined ? [] : [{ name, in: 'path' as const, required: true, ...describe() }];
  });
}

export function queryParameters({ query, notes = {}, examples = {} }: Operation): OpenApiParameter[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = toJsonSchema(query, 'input');
  return Object.entries(properties).map(([name, { description = '', ...schema }]) => {
    const example = examples[name];
    return {
      name,
      in: 'query',
      required: required.includes(name),
      description: notes[name] ?? description,
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
  'If-None-Match': 'Answer 304 when this `ETag` still holds.',
} as const;
/** What a change is not to be made over. */
const UNLESS_NOTE = 'Answer 412 when something stands there that this `ETag` names; `*` names everything.';

export function conditionHeaders(method: Method, { conditions = [] }: Operation): OpenApiParameter[] {
  return conditions.map((name) => ({
    name,
    in: 'header',
    required: false,
    description: name === 'If-None-Match' && method !== 'GET' ? UNLESS_NOTE : CONDITION_NOTES[name],
    schema: { type: 'string' },
  }));
}
