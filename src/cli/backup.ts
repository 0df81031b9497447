import * as z from 'zod';
import { readArguments, run } from './backup/backup-arguments.ts';
import { backUp } from './backup/backup-file.ts';
import { showProgress } from './backup/backup-progress.ts';
import { expectOk, type Service } from './backup/backup-service.ts';

/** `npm run backup -- --url https://… --out file.ndjson`: every article, override, alias and tombstone, in one file. */
const USAGE = 'npm run backup -- --url https://news.example --out backup.ndjson';

const statusSchema = z.object({ articles: z.record(z.string(), z.int()) });

async function countRecords(service: Service): Promise<number> {
  const { articles } = statusSchema.parse(await expectOk(service.request('/v1/status')));
  return Object.values(articles).reduce((sum, count) => sum + count, 0);
}

await run(async () => {
  const { service, values } = readArguments(USAGE, ['out']);
  if (values.out === undefined) throw new Error(`Say where to: ${USAGE}`);
  const progress = showProgress('Saved', await countRecords(service));
  await backUp(service, values.out, progress.advance);
  progress.end();
});
