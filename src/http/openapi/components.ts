import * as z from 'zod';
import { articleInputSchema, articleSchema, BODY_KINDS, listEntrySchema } from '../../core/article.ts';
import { backupRecordSchema } from '../../core/backup-record.ts';
import { overrideInputSchema } from '../../core/override.ts';
import { summarySchema } from '../../core/summary.ts';
import { summaryRequestSchema } from '../../flows/summarize-text.ts';
import { ingestionRequestSchema } from '../routes/ingestions.ts';
import { extractionSchema, ingestionSchema } from './ingestion.ts';
import { type JsonSchema, toJsonSchema } from './json-schema.ts';
import { refreshmentSchema, restorationSchema, statusSchema } from './upkeep.ts';

const fieldErrorSchema = z.strictObject({
  pointer: z.string().optional(),
  parameter: z.string().optional(),
  code: z.string(),
  detail: z.string(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  allowedValues: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
});

/** RFC 9457. */
const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  instance: z.string(),
  errors: z.array(fieldErrorSchema).optional(),
});

const articleListSchema = z.strictObject({
  items: z.array(listEntrySchema),
  page: z.strictObject({ next: z.string().nullable(), previous: z.string().nullable() }),
});

/** As a restore sends them: what is read there is what is written here. */
const recordPageSchema = z.strictObject({
  records: z.array(z.record(z.string(), z.unknown())),
  next: z.string().nullable(),
});

const healthSchema = z.strictObject({
  status: z.enum(['ok', 'misconfigured']),
  build: z.string(),
  engine: z.strictObject({ name: z.string(), version: z.string() }),
  faults: z.array(z.strictObject({ setting: z.string(), detail: z.string() })),
});

/** Exactly one body, which zod checks by a function and JSON Schema by alternatives. */
function withOneBody(schema: JsonSchema): JsonSchema {
  return { ...schema, oneOf: BODY_KINDS.map((kind) => ({ required: [kind] })) };
}

/** The named schemas of the document, each made from the one that validates. */
const COMPONENTS = {
  Article: () => toJsonSchema(articleSchema, 'output'),
  ArticleInput: () => withOneBody(toJsonSchema(articleInputSchema, 'input')),
  ArticleList: () => toJsonSchema(articleListSchema, 'output'),
  Summary: () => toJsonSchema(summarySchema, 'output'),
  SummaryRequest: () => withOneBody(toJsonSchema(summaryRequestSchema, 'input')),
  OverrideInput: () => ({
    ...toJsonSchema(overrideInputSchema, 'input'),
    anyOf: [{ required: ['sentences'] }, { required: ['exclude'] }],
  }),
  Status: () => toJsonSchema(statusSchema, 'output'),
  BackupRecord: () => toJsonSchema(backupRecordSchema, 'input'),
  RecordPage: () => toJsonSchema(recordPageSchema, 'output'),
  Restoration: () => toJsonSchema(restorationSchema, 'output'),
  Refreshment: () => toJsonSchema(refreshmentSchema, 'output'),
  Extraction: () => toJsonSchema(extractionSchema, 'output'),
  IngestionRequest: () => toJsonSchema(ingestionRequestSchema, 'input'),
  Ingestion: () => toJsonSchema(ingestionSchema, 'output'),
  Health: () => toJsonSchema(healthSchema, 'output'),
  Problem: () => toJsonSchema(problemSchema, 'output'),
  Document: (): JsonSchema => ({ type: 'object', description: 'A document of its own media type.' }),
} as const satisfies Record<string, () => JsonSchema>;
export type ComponentName = keyof typeof COMPONENTS;

export function makeComponents(): Record<ComponentName, JsonSchema> {
  return Object.fromEntries(Object.entries(COMPONENTS).map(([name, make]) => [name, make()])) as Record<
    ComponentName,
    JsonSchema
  >;
}
