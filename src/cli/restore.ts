import { BACKUP_BATCH_MAX_COUNT } from '../core/catalogue/backup-record.ts';
import { readArguments, run } from './backup/backup-arguments.ts';
import { records, restore } from './backup/backup-file.ts';
import { showProgress } from './backup/backup-progress.ts';

/** `npm run restore -- --url https://… --in file.ndjson`: puts a backup back where nothing newer stands. */
const USAGE = `Puts a backup back where nothing newer stands.

  npm run restore -- --url https://news.example --in backup.ndjson [--concurrency 4] [--batch 50]

  --url <origin>     the service
  --in <file>        a file of npm run backup. The same line goes on where it stopped
  --concurrency <n>  calls at once (default 4)
  --batch <n>        records in a call (default 50; 1 where a request has 10 ms of CPU, as on the free plan)
  STANDFIRST_TOKEN   a token with the scope write; the local service needs none`;
const DEFAULT_CONCURRENCY = 4;
const CONCURRENCY_MAX = 32;
const DEFAULT_BATCH = 50;

function numberUpTo(max: number, name: string, given: string | undefined, otherwise: number): number {
  const number = Number(given ?? otherwise);
  if (Number.isInteger(number) && number >= 1 && number <= max) return number;
  throw new Error(`--${name} is a number from 1 to ${max}.`);
}

async function countRecords(file: string): Promise<number> {
  let count = 0;
  for await (const _ of records(file)) count += 1; // Finds a damaged line before anything is changed.
  return count;
}

await run(async () => {
  const { service, values } = readArguments(USAGE, ['in', 'concurrency', 'batch']);
  if (values.in === undefined)
    throw new Error('Say from where, such as --in backup.ndjson; --help tells more.');
  const options = {
    concurrency: numberUpTo(CONCURRENCY_MAX, 'concurrency', values.concurrency, DEFAULT_CONCURRENCY),
    batch: numberUpTo(BACKUP_BATCH_MAX_COUNT, 'batch', values.batch, DEFAULT_BATCH),
  };
  const progress = showProgress('Restored', await countRecords(values.in));
  const { restored, unchanged, refused } = await restore(service, values.in, {
    ...options,
    onRecords: progress.advance,
  });
  progress.end();
  console.log(`${restored} restored, ${unchanged} stood there already, ${refused.length} refused.`);
  for (const line of refused) console.error(line);
  if (refused.length > 0) process.exitCode = 1;
});
