import { articlePutSchema, articleSchema } from '../../core/article/article.ts';
import { BODY_KINDS } from '../../core/article/body-kind.ts';
import { backupRecordSchema } from '../../core/catalogue/backup-record.ts';
import { eventSchema } from '../../core/measures/measure.ts';
import { overrideInputSchema } from '../../core/summary/override.ts';
import { decisionSchema } from '../../core/summary/review.ts';
import { tagRuleSchema } from '../../core/summary/rule.ts';
import { summarySchema } from '../../core/summary/summary.ts';
import { previewRequestSchema, summaryPreviewSchema } from '../../flows/preview-summary.ts';
import { summaryReviewSchema } from '../../flows/review-article.ts';
import { summaryRequestSchema } from '../../flows/summary-request.ts';
import { ingestionRequestSchema } from '../routes/ingestions.ts';
import { approvalsSchema } from '../routes/reviews.ts';
import {
  approvalOutcomesSchema,
  articleListSchema,
  extractionSchema,
  healthSchema,
  historySchema,
  ingestionSchema,
  measuresSchema,
  problemSchema,
  queueSchema,
  recordBatchSchema,
  recordPageSchema,
  refreshmentSchema,
  restorationSchema,
  restorationsSchema,
  ruleHistorySchema,
  rulesSchema,
  statusSchema,
} from './answers.ts';
import { type JsonSchema, membersOf, toJsonSchema } from './json-schema.ts';
import { ARTICLE_NOTES } from './notes/article-notes.ts';
import { MEASURE_NOTES } from './notes/measure-notes.ts';
import { REVIEW_NOTES } from './notes/review-notes.ts';
import { SERVICE_NOTES } from './notes/service-notes.ts';
import { SUMMARY_NOTES } from './notes/summary-notes.ts';

/** Exactly one body, which zod checks by a function and JSON Schema by alternatives. */
function withOneBody(schema: JsonSchema): JsonSchema {
  return { ...schema, oneOf: BODY_KINDS.map((kind) => ({ required: [kind] })) };
}

/** One body, or those that a GET gives. */
function withSomeBody(schema: JsonSchema): JsonSchema {
  return { ...schema, anyOf: BODY_KINDS.map((kind) => ({ required: [kind] })) };
}

const SUMMARY: JsonSchema = { $ref: '#/components/schemas/Summary' };

/** Said once: a summary of each length is a `Summary`. */
function withSummaries(schema: JsonSchema): JsonSchema {
  const summaries = { short: { ...SUMMARY }, medium: { ...SUMMARY }, long: { ...SUMMARY } };
  return { ...schema, properties: { ...schema.properties, ...summaries } };
}

/** The named schemas of the document, each made from the one that validates. */
const COMPONENTS = {
  Article: () => toJsonSchema(articleSchema(), 'output'),
  ArticleInput: () => withSomeBody(toJsonSchema(articlePutSchema(), 'input')),
  ArticleList: () => toJsonSchema(articleListSchema, 'output'),
  Summary: () => toJsonSchema(summarySchema(), 'output'),
  SummaryRequest: () => withOneBody(toJsonSchema(summaryRequestSchema(), 'input')),
  OverrideInput: () => ({
    ...toJsonSchema(overrideInputSchema(), 'input'),
    anyOf: [{ required: ['sentences'] }, { required: ['exclude'] }],
  }),
  Review: () => toJsonSchema(summaryReviewSchema(), 'output'),
  PreviewRequest: () => toJsonSchema(previewRequestSchema(), 'input'),
  Preview: () => withSummaries(toJsonSchema(summaryPreviewSchema(), 'output')),
  Decision: () => toJsonSchema(decisionSchema(), 'input'),
  History: () => toJsonSchema(historySchema, 'output'),
  Queue: () => toJsonSchema(queueSchema, 'output'),
  Approvals: () => toJsonSchema(approvalsSchema(), 'input'),
  ApprovalOutcomes: () => toJsonSchema(approvalOutcomesSchema, 'output'),
  TagRule: () => toJsonSchema(tagRuleSchema(), 'input'),
  Rules: () => toJsonSchema(rulesSchema, 'output'),
  RuleHistory: () => toJsonSchema(ruleHistorySchema, 'output'),
  Event: () => toJsonSchema(eventSchema(), 'input'),
  Measures: () => toJsonSchema(measuresSchema, 'output'),
  Status: () => toJsonSchema(statusSchema, 'output'),
  BackupRecord: () => toJsonSchema(backupRecordSchema(), 'input'),
  BackupBatch: () => toJsonSchema(recordBatchSchema, 'input'),
  RecordPage: () => toJsonSchema(recordPageSchema, 'output'),
  Restorations: () => toJsonSchema(restorationsSchema, 'output'),
  Restoration: () => toJsonSchema(restorationSchema, 'output'),
  Refreshment: () => toJsonSchema(refreshmentSchema, 'output'),
  Extraction: () => toJsonSchema(extractionSchema, 'output'),
  IngestionRequest: () => toJsonSchema(ingestionRequestSchema(), 'input'),
  Ingestion: () => toJsonSchema(ingestionSchema, 'output'),
  Health: () => toJsonSchema(healthSchema, 'output'),
  Problem: () => toJsonSchema(problemSchema, 'output'),
  Document: (): JsonSchema => ({ type: 'object', description: 'A document of its own media type.' }),
} as const satisfies Record<string, () => JsonSchema>;
export type ComponentName = keyof typeof COMPONENTS;

/** What each member means, by its place: a name alone can mean anything. */
export const MEMBER_NOTES = {
  ...ARTICLE_NOTES,
  ...SUMMARY_NOTES,
  ...REVIEW_NOTES,
  ...MEASURE_NOTES,
  ...SERVICE_NOTES,
};

export function makeComponents(): Record<ComponentName, JsonSchema> {
  return Object.fromEntries(
    Object.entries(COMPONENTS).map(([name, make]) => [name, describeMembers(name, make())]),
  ) as Record<ComponentName, JsonSchema>;
}

function describeMembers(name: string, schema: JsonSchema): JsonSchema {
  for (const [place, member] of membersOf(schema, name)) {
    const note = MEMBER_NOTES[place];
    if (note !== undefined) member.description = note;
    if (member.default !== undefined) tellDefault(member);
  }
  return schema;
}

/**
 * A default in words. As a keyword it makes generators take the member for one that is always there, in what is sent too
 * (openapi-typescript 7, `--default-non-nullable`).
 */
function tellDefault(member: JsonSchema): void {
  const { default: value } = member;
  const isWorthAWord = value !== '' && !(Array.isArray(value) && value.length === 0);
  if (isWorthAWord) member.description = `${member.description ?? ''} Default \`${String(value)}\`.`;
  delete member.default;
}
