import * as z from 'zod/mini';
import { readArguments, run } from './backup/backup-arguments.ts';
import { backUp } from './backup/backup-file.ts';
import { showProgress } from './backup/backup-progress.ts';
import { expectOk, type Service } from './backup/backup-service.ts';

/** `npm run backup -- --url https://… --out file.ndjson`: every article, override, alias and tombstone, in one file. */
const USAGE = `Writes every article, override, alias and removal of a service into one file.

  npm run backup -- --url https://news.example --out backup.ndjson

  --url <origin>    the service
  --out <file>      one JSON record a line; <file>.partial until it is whole. The same line goes on where it stopped
  STANDFIRST_TOKEN  a token with the scope read; the local service needs none`;

const statusSchema = z.object({ articles: z.record(z.string(), z.int()) });

async function countRecords(service: Service): Promise<number> {
  const { articles } = statusSchema.parse(await expectOk(service.request('/v1/status')));
  return Object.values(articles).reduce((sum, count) => sum + count, 0);
}

await run(async () => {
  const { service, values } = readArguments(USAGE, ['out']);
  if (values.out === undefined)
    throw new Error('Say where to, such as --out backup.ndjson; --help tells more.');
  const progress = showProgress('Saved', await countRecords(service));
  await backUp(service, values.out, progress.advance);
  progress.end();
});
