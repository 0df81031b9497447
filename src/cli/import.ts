import { chooseSource } from './import/choose-source.ts';
import { describeRun } from './import/describe-run.ts';
import { type ImportArguments, readArguments, USAGE } from './import/import-arguments.ts';
import { journalPath, openJournal } from './import/journal.ts';
import { countOf, createProgress } from './import/progress.ts';
import { runImport } from './import/run-import.ts';
import { uploadArticle } from './import/upload.ts';

/** `npm run import -- <source>`: an archive comes in; exit code 1 where something was left out, 2 where it could not run. */
const LEFT_OUT = 1;
const FAILED = 2;

async function importFrom({ source: location, to, token, options }: ImportArguments): Promise<void> {
  const {
    since,
    key,
    as,
    limit,
    concurrency,
    fresh,
    revive,
    'base-url': baseUrl,
    site: system,
    permalink,
    zone,
    'dry-run': isDry,
  } = options;
  const interruption = new AbortController();
  process.once('SIGINT', () => interruption.abort());
  const { kind, source } = await chooseSource(location, {
    kind: as,
    since,
    key,
    baseUrl,
    system,
    permalink,
    zone,
  });
  const target = { origin: to, token: token ?? '', revives: revive };
  const { tally, failure } = await runImport({
    source,
    journal: await openJournal(journalPath(location, to), fresh),
    upload: isDry ? undefined : (slug, article) => uploadArticle(target, slug, article),
    concurrency,
    limit: limit ?? Number.POSITIVE_INFINITY,
    progress: createProgress(process.stderr, Date.now),
    signal: interruption.signal,
  });
  if (failure === undefined || countOf(tally) > 0) console.log(describeRun(kind, tally, isDry));
  if (failure !== undefined) throw failure;
  if (interruption.signal.aborted) console.log('Interrupted. The same command goes on from here.');
  if (tally.refused.length > 0 || interruption.signal.aborted) process.exitCode = LEFT_OUT;
}

try {
  const read = readArguments(process.argv.slice(2));
  if (read === undefined) console.log(USAGE);
  else await importFrom(read);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = FAILED;
}
