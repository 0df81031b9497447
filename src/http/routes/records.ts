import * as z from 'zod/mini';
import { slugSchema } from '../../core/article/article.ts';
import {
  BACKUP_BATCH_MAX_BYTES,
  BACKUP_RECORD_MAX_BYTES,
  backupBatchSchema,
  backupQuerySchema,
  backupRecordSchema,
} from '../../core/catalogue/backup-record.ts';
import { DomainError } from '../../core/errors.ts';
import { lazily } from '../../core/lazily.ts';
import { readBackupPage, restoreRecords } from '../../flows/backup-records.ts';
import { refreshCopies } from '../../flows/refresh-copies.ts';
import { type Answer, answerJson } from '../answer.ts';
import { requireScope } from '../auth.ts';
import { readJsonBody } from '../body.ts';
import { type Context, type Dependencies, originOf } from '../context.ts';
import { describeProblem } from '../problem.ts';
import { newSlug } from '../slug.ts';
import { parseBody, parseQuery, refuseQuery } from '../validate.ts';

type RecordDependencies = Pick<Dependencies, 'settings' | 'archive'>;

/** A page is ranked within one request, so it is small: the free plan gives a request 10 ms of CPU. */
const REFRESH_MAX_COUNT = 50;
const REFRESH_DEFAULT_COUNT = 5;
export const refreshQuerySchema = lazily(() =>
  z.strictObject({
    after: z.optional(slugSchema()),
    limit: z._default(z.int().check(z.minimum(1), z.maximum(REFRESH_MAX_COUNT)), REFRESH_DEFAULT_COUNT),
  }),
);

/** Bodies of articles whose text is not public are in it, so reading alone does not open it to the public either. */
export async function getRecords(
  { settings, archive }: RecordDependencies,
  context: Context,
): Promise<Answer> {
  await requireScope(context, settings, 'read');
  const { after, limit } = parseQuery(context, backupQuerySchema);
  return answerJson(await readBackupPage(archive, after ?? null, limit), 'private');
}

export async function putRecord(
  { settings, archive }: RecordDependencies,
  context: Context,
): Promise<Answer> {
  await requireScope(context, settings, 'write');
  const slug = newSlug(context);
  refuseQuery(context);
  const record = parseBody(await readJsonBody(context, BACKUP_RECORD_MAX_BYTES), backupRecordSchema);
  const names = record.state === 'article' ? [record.slug, record.article.slug] : [record.slug];
  if (names.some((name) => name !== slug)) {
    const detail = 'must be the slug of the path';
    throw new DomainError({
      kind: 'invalid-body',
      errors: [{ pointer: '#/slug', code: 'other-slug', detail }],
    });
  }
  const [restoration] = await restoreRecords(archive, [record]);
  if (restoration?.outcome === 'refused') throw new DomainError(restoration.fault);
  return answerJson({ outcome: restoration?.outcome }, 'private');
}

/** Many in one call: what is wrong with one record is told in its own line. */
export async function postRecords(
  { settings, archive }: RecordDependencies,
  context: Context,
): Promise<Answer> {
  await requireScope(context, settings, 'write');
  refuseQuery(context);
  const { records } = parseBody(await readJsonBody(context, BACKUP_BATCH_MAX_BYTES), backupBatchSchema);
  const outcomes = (await restoreRecords(archive, records)).map((restoration) => {
    if (restoration.outcome !== 'refused') return restoration;
    const { slug, outcome, fault } = restoration;
    const origin = originOf(context, settings);
    const { status, title, detail } = describeProblem(new DomainError(fault), origin, '').document;
    return { slug, outcome, problem: { status, title, detail } };
  });
  return answerJson({ outcomes }, 'private');
}

export async function postReprojection(
  { settings, archive }: RecordDependencies,
  context: Context,
): Promise<Answer> {
  await requireScope(context, settings, 'write');
  const { after, limit } = parseQuery(context, refreshQuerySchema);
  return answerJson(await refreshCopies(archive, after ?? null, limit), 'private');
}
