import * as z from 'zod/mini';
import { DomainError } from '../../core/errors.ts';
import { pageUrlSchema } from '../../core/fetching/page-url.ts';
import { lazily } from '../../core/lazily.ts';
import { INGESTION_DEADLINE_MS } from '../../flows/ingestion/read-page-article.ts';
import { requireFetchable } from '../../flows/ingestion/require-fetchable.ts';
import { askTruth } from '../../flows/read-article.ts';
import { type Answer, answerJson } from '../answer.ts';
import { requireScope } from '../auth.ts';
import { readJsonBody } from '../body.ts';
import { type Context, type Dependencies, fetchPolicyOf } from '../context.ts';
import { parseBody, refuseQuery } from '../validate.ts';

export const ingestionRequestSchema = lazily(() => z.strictObject({ url: pageUrlSchema() }));
const BODY_MAX_BYTES = 16 * 1024;

/** `/v1/ingestions`: reads a page again now, whatever is remembered of it. */
export async function postIngestion(
  { settings, ingestion }: Dependencies,
  context: Context,
): Promise<Answer> {
  await requireScope(context, settings, 'ingest');
  refuseQuery(context);
  const { url } = parseBody(await readJsonBody(context, BODY_MAX_BYTES), ingestionRequestSchema);
  requireFetchable(url, fetchPolicyOf(context, settings));
  const order = { pageUrl: url, reason: 'order', maxAgeMs: 0 } as const;
  const result = await askTruth(() => ingestion.ingest(order), INGESTION_DEADLINE_MS);
  if (!result.ok) throw new DomainError(result.fault);
  const { slug, revision, change } = result.page;
  if (change === 'removed') throw new DomainError({ kind: 'article-deleted' });
  return answerJson({ slug, revision }, 'private');
}
