import * as z from 'zod/mini';

/** The part of JSON Schema 2020-12 that our documents use. */
export interface JsonSchema {
  $ref?: string;
  type?: string | readonly string[];
  description?: string;
  format?: string;
  enum?: readonly unknown[];
  const?: unknown;
  default?: unknown;
  properties?: Record<string, JsonSchema>;
  required?: readonly string[];
  additionalProperties?: boolean | JsonSchema;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  anyOf?: readonly JsonSchema[];
  oneOf?: readonly JsonSchema[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
}

/**
 * The schema that validates, in the words of the document.
 *
 * @param io - `input`: what is sent, unknown members refused. `output`: what is answered; readers must ignore members
 *   that a later release adds, so the schema stays open.
 */
export function toJsonSchema(schema: z.ZodMiniType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _dialect, ...made } = z.toJSONSchema(schema, {
    io,
    override({ jsonSchema }) {
      tidy(jsonSchema as JsonSchema, io);
    },
  }) as JsonSchema & { $schema?: string };
  return JSON.parse(JSON.stringify(made)); // One zod schema can stand in several places: each gets a copy of its own.
}

/** Every member below a place, with the place that it has. Lists and alternatives add nothing to a place. */
export function* membersOf(
  schema: JsonSchema,
  place: string,
): Generator<[place: string, member: JsonSchema]> {
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    yield [`${place}.${name}`, member];
    yield* membersOf(member, `${place}.${name}`);
  }
  for (const branch of [...(schema.items === undefined ? [] : [schema.items]), ...(schema.anyOf ?? [])])
    yield* membersOf(branch, place);
  for (const branch of schema.oneOf ?? []) yield* membersOf(branch, place);
}

function tidy(schema: JsonSchema, io: 'input' | 'output'): void {
  if (schema.format === 'date-time') delete schema.pattern; // 300 characters that say the same.
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.propertyNames?.type === 'string') delete schema.propertyNames; // Every JSON member has a name.
  if (io === 'output' && schema.additionalProperties === false) delete schema.additionalProperties;
}
