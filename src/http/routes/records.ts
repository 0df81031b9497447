import * as z from 'zod';
import { slugSchema } from '../../core/article/article.ts';
import {
  BACKUP_RECORD_MAX_BYTES,
  backupQuerySchema,
  backupRecordSchema,
} from '../../core/catalogue/backup-record.ts';
import { DomainError } from '../../core/errors.ts';
import type { Archive } from '../../flows/ports.ts';
import { refreshCopies } from '../../flows/refresh-copies.ts';
import { type Answer, answerJson } from '../answer.ts';
import { requireScope } from '../auth.ts';
import { readJsonBody } from '../body.ts';
import type { Context } from '../context.ts';
import type { Resource } from '../resource.ts';
import type { Settings } from '../settings.ts';
import { newSlug, noParameters, parseBody, parseQuery } from '../validate.ts';

export interface RecordDependencies {
  settings: Settings;
  archive: Archive;
}

/** A page is ranked within one request, so it is small: the free plan gives a request 10 ms of CPU. */
const REFRESH_MAX_COUNT = 50;
const REFRESH_DEFAULT_COUNT = 5;
export const refreshQuerySchema = z.strictObject({
  after: slugSchema.optional(),
  limit: z.int().min(1).max(REFRESH_MAX_COUNT).default(REFRESH_DEFAULT_COUNT),
});

/** Backup, restore and rewriting of all copies: the far ends of `npm run backup`, `restore` and `reproject`. */
export function recordResources(dependencies: RecordDependencies): Resource[] {
  return [
    { path: '/v1/records', cors: 'none', GET: (context) => getRecords(dependencies, context) },
    { path: '/v1/records/:slug', cors: 'none', PUT: (context) => putRecord(dependencies, context) },
    { path: '/v1/reprojections', cors: 'none', POST: (context) => postReprojection(dependencies, context) },
  ];
}

/** Bodies of articles whose text is not public are in it, so reading alone does not open it to the public either. */
async function getRecords({ settings, archive }: RecordDependencies, context: Context): Promise<Answer> {
  await requireScope(context, settings, 'read');
  const { after, limit } = parseQuery(context, backupQuerySchema);
  const { readBackupPage } = await import('../../flows/backup-records.ts');
  return answerJson(await readBackupPage(archive, after ?? null, limit), 'private');
}

async function putRecord({ settings, archive }: RecordDependencies, context: Context): Promise<Answer> {
  await requireScope(context, settings, 'write');
  const slug = newSlug(context);
  parseQuery(context, noParameters);
  const record = parseBody(await readJsonBody(context, BACKUP_RECORD_MAX_BYTES), backupRecordSchema);
  const names = record.state === 'article' ? [record.slug, record.article.slug] : [record.slug];
  if (names.some((name) => name !== slug)) {
    const detail = 'must be the slug of the path';
    throw new DomainError({
      kind: 'invalid-body',
      errors: [{ pointer: '#/slug', code: 'other-slug', detail }],
    });
  }
  const { restoreRecord } = await import('../../flows/backup-records.ts');
  return answerJson({ outcome: await restoreRecord(archive, record) }, 'private');
}

async function postReprojection(
  { settings, archive }: RecordDependencies,
  context: Context,
): Promise<Answer> {
  await requireScope(context, settings, 'write');
  const { after, limit } = parseQuery(context, refreshQuerySchema);
  return answerJson(await refreshCopies(archive, after ?? null, limit), 'private');
}
