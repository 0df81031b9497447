import { Validator } from '@cfworker/json-schema';
import { expect } from 'vitest';
import type { JsonSchema } from '../../src/http/openapi/json-schema.ts';
import type { OpenApiDocument, OpenApiOperation } from '../../src/http/openapi/openapi-object.ts';

/** Holds answers against the OpenAPI document. */
export interface Contract {
  document: OpenApiDocument;
  /** Fails unless the document describes this answer: its status, media type and every member of its body. */
  check(request: { method: string; path: string }, response: Response): Promise<void>;
}

export function createContract(document: OpenApiDocument): Contract {
  const validators = new Map<unknown, Validator>();
  const validate = (schema: JsonSchema, value: unknown) => {
    const known = validators.get(schema) ?? new Validator(closedSchema(schema, document), '2020-12', false);
    validators.set(schema, known);
    return known.validate(value).errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`);
  };
  return {
    document,
    async check({ method, path }, response) {
      const where = `${method} ${path} ${response.status}`;
      const operation = findOperation(document, method, path);
      if (operation === undefined && /^\/desk(?:[/?]|$)/u.test(path)) return; // Pages of the newsroom, no API.
      if (operation === undefined) return checkUndescribed(where, method, response, validate);
      const described = operation.responses[response.status];
      expect(described, `${where} is described`).toBeDefined();
      for (const name of Object.keys(described?.headers ?? {}).filter((header) => !NOT_ALWAYS.has(header)))
        expect(response.headers.has(name), `${where} has ${name}`).toBe(true);
      await checkBody(where, method, response, described?.content, validate);
    },
  };
}

/** The only page of a list leads nowhere, and a text without words is in no language. */
const NOT_ALWAYS = new Set(['Link', 'Content-Language']);

type Validate = (schema: JsonSchema, value: unknown) => string[];

/** The paths and methods that nothing describes answer 204 (OPTIONS), 308 (a slash too many), 404 or 405. */
async function checkUndescribed(
  where: string,
  method: string,
  response: Response,
  validate: Validate,
): Promise<void> {
  if (method === 'OPTIONS' && response.status === 204) return;
  if (response.status === 308) return expect(response.headers.get('Location'), where).not.toMatch(/\/$/u);
  expect([404, 405], where).toContain(response.status);
  const problem = { schema: { $ref: '#/components/schemas/Problem' } };
  const forms = { 'application/problem+json': problem, 'text/html': { schema: { type: 'string' } } };
  await checkBody(where, method, response, forms, validate);
}

async function checkBody(
  where: string,
  method: string,
  response: Response,
  content: Readonly<Record<string, { schema: JsonSchema }>> | undefined,
  validate: Validate,
): Promise<void> {
  const body = await response.clone().text();
  if (content === undefined || method === 'HEAD') {
    expect(body, `${where} has no body`).toBe('');
    return;
  }
  const mediaType = response.headers.get('Content-Type')?.split(';')[0] ?? '';
  const described = content[mediaType];
  expect(Object.keys(content), `${where}: media type`).toContain(mediaType);
  const isJson = mediaType.endsWith('json');
  expect(validate(described?.schema ?? {}, isJson ? JSON.parse(body) : body), where).toEqual([]);
}

/** The most literal path wins: `/articles/{slug}.md` before `/articles/{slug}`. */
function findOperation(
  { paths }: OpenApiDocument,
  method: string,
  path: string,
): OpenApiOperation | undefined {
  const pathname = path.replace(/[?#].*$/su, '');
  const literalLength = (template: string) => template.replaceAll(/\{\w+\}/gu, '').length;
  const template = Object.keys(paths)
    .filter((candidate) => toPattern(candidate).test(pathname))
    .sort((a, b) => literalLength(b) - literalLength(a))[0];
  return paths[template ?? '']?.[method === 'HEAD' ? 'get' : method.toLowerCase()];
}

function toPattern(template: string): RegExp {
  return new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{\w+\}/gu, '[^/]+')}$`, 'u');
}

/**
 * Readers must ignore members that they do not know, so the document leaves objects open; here each member has to be
 * described, or a new one could slip out unseen.
 */
function closedSchema(schema: JsonSchema, document: OpenApiDocument): object {
  const text = JSON.stringify({ ...schema, $defs: document.components.schemas });
  return close(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/'))) as object;
}

function close(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(close);
  if (typeof node !== 'object' || node === null) return node;
  const closed = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, close(value)]));
  const isOpenObject =
    typeof closed.properties === 'object' && closed.type === 'object' && !('additionalProperties' in closed);
  return isOpenObject ? { ...closed, additionalProperties: false } : closed;
}
