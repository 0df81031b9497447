import { createReadStream } from 'node:fs';
import { appendFile, open, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import * as z from 'zod/mini';
import { slugSchema } from '../../core/article/article.ts';
import {
  BACKUP_RECORD_MAX_BYTES,
  type BackupRecord,
  backupRecordSchema,
} from '../../core/catalogue/backup-record.ts';
import { describeRun, digestOf, noteRun, type RunIdentity, readRun } from './backup-run.ts';
import { describeProblem, expectOk, type Service } from './backup-service.ts';

/** First line of a backup. The records follow, one to a line, in order of slug. */
const headerSchema = z.object({ format: z.literal('standfirst-backup'), version: z.literal(1) });
const HEADER = `${JSON.stringify({ format: 'standfirst-backup', version: 1 })}\n`;

const pageSchema = z.object({
  records: z.array(z.looseObject({ slug: z.string() })),
  next: z.nullable(z.string()),
});

/** Until it is complete a backup has another name, so that no half of one is ever taken for the whole. */
export function partialName(file: string): string {
  return `${file}.partial`;
}

/**
 * Writes all records to `file`, going on where an interrupted run against the same service stopped. What an earlier run
 * has left of another service is begun anew. @returns how many were fetched.
 */
export async function backUp(
  service: Service,
  file: string,
  onRecords: (count: number) => void,
): Promise<number> {
  const partial = partialName(file);
  const run = { ...(await describeRun(service)), file: '' };
  const isSame = (await readRun(`${partial}.run`, run)) !== undefined;
  let after = isSame ? await resumePoint(partial) : undefined;
  if (after === undefined) await writeFile(partial, HEADER);
  await noteRun(`${partial}.run`, run, 0);
  for (let fetched = 0; ; ) {
    const query = after === undefined ? '' : `?after=${after}`;
    const { records, next } = pageSchema.parse(await expectOk(service.request(`/v1/records${query}`)));
    await appendFile(partial, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
    fetched += records.length;
    onRecords(records.length);
    if (next === null) {
      await rename(partial, file);
      await rm(`${partial}.run`, { force: true });
      return fetched;
    }
    after = next;
  }
}

/** Slug of the last whole line; what follows it is cut off. Undefined where there is nothing to go on from. */
async function resumePoint(partial: string): Promise<string | undefined> {
  const size = await stat(partial).then(
    (stats) => stats.size,
    () => 0,
  );
  const from = Math.max(0, size - 2 * BACKUP_RECORD_MAX_BYTES);
  const tail = size === 0 ? Buffer.alloc(0) : await readTail(partial, from);
  const end = tail.lastIndexOf('\n');
  if (end === -1) return undefined;
  await truncate(partial, from + end + 1);
  const line = tail.subarray(tail.lastIndexOf('\n', end - 1) + 1, end).toString('utf8');
  const record = z.object({ slug: slugSchema() }).safeParse(JSON.parse(line));
  return record.success ? record.data.slug : undefined; // The header and the rules alone: begin anew.
}

async function readTail(file: string, from: number): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const buffer = Buffer.alloc(size - from);
    await handle.read(buffer, 0, buffer.length, from);
    return buffer;
  } finally {
    await handle.close();
  }
}

/** Far below what a call may hold, so that one of long articles is no more work than one of short ones. */
const BATCH_MAX_BYTES = 1024 * 1024;

export interface RestoreCounts {
  restored: number;
  unchanged: number;
  /** One line each, for the operator. */
  refused: string[];
}

export interface RestoreOptions {
  /** Calls under way. */
  concurrency: number;
  /** Records in a call, at most. */
  batch: number;
  onRecords: (count: number) => void;
}

/**
 * Puts every record of `file` back, many in a call and a few calls at a time. Where an interrupted run stopped is noted
 * beside the file, with what was restored into which database: any other run begins at the first record. Repeating one
 * does no harm.
 */
export async function restore(
  service: Service,
  file: string,
  { concurrency, batch, onRecords }: RestoreOptions,
): Promise<RestoreCounts> {
  const counts: RestoreCounts = { restored: 0, unchanged: 0, refused: [] };
  const noted = `${file}.restored`;
  const run: RunIdentity = { ...(await describeRun(service)), file: await digestOf(file) };
  let done = (await readRun(noted, run)) ?? 0;
  const calls = groups(written(records(file, done)), batch, BATCH_MAX_BYTES, Buffer.byteLength);
  for await (const underWay of groups(calls, concurrency)) {
    await Promise.all(
      underWay.map(async (some) => {
        await restoreRecords(service, some, counts);
        onRecords(some.length);
      }),
    );
    done += underWay.flat().length;
    await noteRun(noted, run, done);
  }
  await rm(noted, { force: true });
  return counts;
}

const outcomesSchema = z.object({
  outcomes: z.array(
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.enum(['restored', 'unchanged']) }),
      z.object({
        outcome: z.literal('refused'),
        slug: z.string(),
        problem: z.looseObject({ status: z.int() }),
      }),
    ]),
  ),
});

async function restoreRecords(
  service: Service,
  some: readonly string[],
  counts: RestoreCounts,
): Promise<void> {
  const body = `{"records":[${some.join()}]}`;
  const { outcomes } = outcomesSchema.parse(
    await expectOk(service.request('/v1/records', { method: 'POST', body })),
  );
  if (outcomes.length !== some.length) throw new Error('The service did not answer for every record.');
  for (const one of outcomes) {
    if (one.outcome !== 'refused') counts[one.outcome] += 1;
    else counts.refused.push(`${one.slug}: ${one.problem.status} ${describeProblem(one.problem)}`);
  }
}

/** Records of a backup, without the first `skip`. @throws {Error} for a file that is none. */
export async function* records(file: string, skip = 0): AsyncGenerator<BackupRecord> {
  let line = 0;
  for await (const text of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (line === 0 && !headerSchema.safeParse(JSON.parse(text)).success)
      throw new Error(`${file} is not a backup that this release can read.`);
    if (line > skip) yield backupRecordSchema().parse(JSON.parse(text));
    line += 1;
  }
}

/** Written once, to be weighed and sent. */
async function* written(items: AsyncIterable<BackupRecord>): AsyncGenerator<string> {
  for await (const item of items) yield JSON.stringify(item);
}

/** Items in groups of at most `size`, which weigh no more than `weightMax` together; one alone may. */
async function* groups<T>(
  items: AsyncIterable<T>,
  size: number,
  weightMax = Number.POSITIVE_INFINITY,
  weigh: (item: T) => number = () => 0,
): AsyncGenerator<T[]> {
  let group: T[] = [];
  let weight = 0;
  for await (const item of items) {
    const added = weigh(item);
    if (group.length > 0 && (group.length >= size || weight + added > weightMax)) {
      yield group;
      group = [];
      weight = 0;
    }
    group.push(item);
    weight += added;
  }
  if (group.length > 0) yield group;
}
