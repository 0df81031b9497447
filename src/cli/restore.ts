import { readArguments, run } from './backup/backup-arguments.ts';
import { records, restore } from './backup/backup-file.ts';
import { showProgress } from './backup/backup-progress.ts';

/** `npm run restore -- --url https://… --in file.ndjson`: puts a backup back where nothing newer stands. */
const USAGE = `Puts a backup back where nothing newer stands.

  npm run restore -- --url https://news.example --in backup.ndjson [--concurrency 4]

  --url <origin>     the service
  --in <file>        a file of npm run backup. The same line goes on where it stopped
  --concurrency <n>  at once (default 4)
  STANDFIRST_TOKEN   a token with the scope write; the local service needs none`;
const DEFAULT_CONCURRENCY = 4;
const CONCURRENCY_MAX = 32;

async function countRecords(file: string): Promise<number> {
  let count = 0;
  for await (const _ of records(file)) count += 1; // Finds a damaged line before anything is changed.
  return count;
}

await run(async () => {
  const { service, values } = readArguments(USAGE, ['in', 'concurrency']);
  if (values.in === undefined)
    throw new Error('Say from where, such as --in backup.ndjson; --help tells more.');
  const concurrency = Number(values.concurrency ?? DEFAULT_CONCURRENCY);
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > CONCURRENCY_MAX)
    throw new Error(`--concurrency is a number from 1 to ${CONCURRENCY_MAX}.`);
  const progress = showProgress('Restored', await countRecords(values.in));
  const { restored, unchanged, refused } = await restore(service, values.in, {
    concurrency,
    onRecord: progress.advance,
  });
  progress.end();
  console.log(`${restored} restored, ${unchanged} stood there already, ${refused.length} refused.`);
  for (const line of refused) console.error(line);
  if (refused.length > 0) process.exitCode = 1;
});
