import { closest, distance } from 'fastest-levenshtein';
import * as z from 'zod/mini';
import { lazily } from '../core/lazily.ts';
import '../core/issues-in-english.ts';
import { DomainError, type FieldError } from '../core/errors.ts';
import type { Context } from './context.ts';

/**
 * Strings in, facts out: after these functions nothing is checked again.
 */

const noParameters = lazily(() => z.strictObject({}));

/** For what has no parameters. @throws {DomainError} `invalid-parameter`. */
export function refuseQuery(context: Context): void {
  parseQuery(context, noParameters);
}

/** Parameters that hold a whole number; all others but lists are texts. */
const INTEGER_PARAMETERS = new Set(['limit', 'sentences', 'before']);

/**
 * Checks the query against a schema of its parameters. Lists are comma-separated.
 *
 * @param unknown - `refuse`: an unknown or repeated parameter is an error that names the nearest known one.
 *   `ignore`: pages are linked to from everywhere, with whatever a campaign adds.
 * @throws {DomainError} `invalid-parameter`.
 */
export function parseQuery<T>(
  context: Context,
  schema: () => z.ZodMiniType<T> & { shape: Record<string, unknown> },
  unknown: 'refuse' | 'ignore' = 'refuse',
): T {
  const given = givenParameters(context.req.url);
  if (given.length === 0) return parseNothing(schema);
  const known = Object.keys(schema().shape);
  if (unknown === 'refuse') refuseSurprises(given, known);
  const values = given
    .filter(([name]) => known.includes(name))
    .map(([name, text]) => [name, readValue(name, text)] as const);
  return parseParameters(schema(), Object.fromEntries(values));
}

function parseParameters<T>(schema: z.ZodMiniType<T>, values: Readonly<Record<string, unknown>>): T {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.flatMap((issue) =>
    describeIssue(issue, values).map(({ pointer, ...error }) => ({
      parameter: pointer?.split('/')[1] ?? '',
      ...error,
    })),
  );
  throw new DomainError({ kind: 'invalid-parameter', errors });
}

/** Most requests have no query, so the `URL` that would be made of each is spared. */
function givenParameters(url: string): [name: string, text: string][] {
  const start = url.indexOf('?');
  return start === -1 ? [] : [...new URLSearchParams(url.slice(start))];
}

/** What a schema makes of no parameter at all is always the same. */
const DEFAULTS = new WeakMap<object, unknown>();

function parseNothing<T>(schema: () => z.ZodMiniType<T>): T {
  if (!DEFAULTS.has(schema)) DEFAULTS.set(schema, parseParameters(schema(), {}));
  return DEFAULTS.get(schema) as T;
}

function refuseSurprises(given: readonly [string, string][], known: readonly string[]): void {
  const names = given.map(([name]) => name);
  const errors = [...new Set(names)].flatMap((name): FieldError[] => {
    if (!known.includes(name))
      return [{ parameter: name, code: 'unknown', detail: suggestName(name, known) }];
    const isRepeated = names.indexOf(name) !== names.lastIndexOf(name);
    return isRepeated ? [{ parameter: name, code: 'repeated', detail: describeRepetition(name) }] : [];
  });
  if (errors.length > 0) throw new DomainError({ kind: 'invalid-parameter', errors });
}

/** An example of values that each list takes. */
const LIST_EXAMPLES: Readonly<Record<string, string>> = {
  avoid: 'quotes,questions',
  include: 'stats,labels',
};

function describeRepetition(name: string): string {
  const example = LIST_EXAMPLES[name];
  return example === undefined
    ? 'may be given once'
    : `may be given once, its values separated by commas: ${name}=${example}`;
}

/** Names further away than half their length are no slip of the finger. */
function suggestName(name: string, known: readonly string[]): string {
  if (known.length === 0) return 'no parameter is known here';
  const nearest = closest(name.slice(0, 40), [...known]);
  return distance(name.slice(0, 40), nearest) <= nearest.length / 2
    ? `is not known; did you mean "${nearest}"?`
    : `is not known; known are ${known.join(', ')}`;
}

const NUMBER = /^-?\d{1,15}(?:\.\d{1,15})?$/u;

function readValue(name: string, text: string): unknown {
  if (Object.hasOwn(LIST_EXAMPLES, name)) return text.split(',').filter((part) => part !== '');
  if (INTEGER_PARAMETERS.has(name) && NUMBER.test(text)) return Number(text); // The schema names its bounds.
  return text;
}

/** @throws {DomainError} `invalid-body`. */
export function parseBody<T>(body: unknown, schema: () => z.ZodMiniType<T>): T {
  const parsed = schema().safeParse(body);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.flatMap((issue) => describeIssue(issue, body));
  throw new DomainError({ kind: 'invalid-body', errors });
}

/** One zod issue as members of a problem document: where, what, and within which bounds it would do. */
function describeIssue(issue: z.core.$ZodIssue, input: unknown): FieldError[] {
  const pointer = toPointer(issue.path);
  switch (issue.code) {
    case 'invalid_type':
      return isMissing(issue.path, input)
        ? [{ pointer, code: 'missing', detail: `is needed: ${issue.expected}` }]
        : [{ pointer, code: 'invalid-type', detail: describeType(issue.expected) }];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        pointer: toPointer([...issue.path, key]),
        code: 'unknown',
        detail: 'is not known',
      }));
    case 'too_big':
      return [{ pointer, code: 'too-big', detail: issue.message, maximum: Number(issue.maximum) }];
    case 'too_small':
      return [{ pointer, code: 'too-small', detail: issue.message, minimum: Number(issue.minimum) }];
    case 'invalid_value':
      return [
        { pointer, code: 'not-allowed', detail: issue.message, allowedValues: issue.values as string[] },
      ];
    case 'custom': {
      const { code = 'invalid', allowedValues } = (issue.params ?? {}) as {
        code?: string;
        allowedValues?: string[];
      };
      return [
        { pointer, code, detail: issue.message, ...(allowedValues === undefined ? {} : { allowedValues }) },
      ];
    }
    default:
      return [{ pointer, code: issue.code.replaceAll('_', '-'), detail: issue.message }];
  }
}

function describeType(expected: string): string {
  if (expected === 'int') return 'must be a whole number';
  return expected === 'array' ? 'must be a list, such as ["one", "two"]' : `must be of type ${expected}`;
}

function isMissing(path: readonly PropertyKey[], input: unknown): boolean {
  const value = path.reduce<unknown>(
    (at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key],
    input,
  );
  return value === undefined;
}

/** RFC 6901, as a URI fragment. Half a surrogate pair, which JSON can name, has no UTF-8 form to encode. */
function toPointer(path: readonly PropertyKey[]): string {
  return `#${path.map((part) => `/${encodeURIComponent(String(part).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`;
}
