import { parseArgs } from 'node:util';
import * as z from 'zod';
import { chooseSource, SOURCE_KINDS } from './import/choose-source.ts';
import { describeCost } from './import/cost.ts';
import { journalPath, openJournal } from './import/journal.ts';
import { countOf, createProgress, type Tally } from './import/progress.ts';
import { runImport } from './import/run-import.ts';
import { uploadArticle } from './import/upload.ts';
import { LOCAL_TOKEN } from './local-config.ts';

const USAGE = `Brings articles into a Standfirst service.

  npm run import -- <source> [options]

  source            address of a feed, a sitemap, a WordPress or Ghost site; a folder of Markdown; a file of NDJSON
  --to <origin>     the service (default http://localhost:8787)
  --token <token>   or the variable STANDFIRST_TOKEN; the local service's own where --to is this machine
  --as <kind>       ${SOURCE_KINDS.join(' ')} (found out where not given)
  --key <key>       content key of Ghost
  --base-url <url>  where a Markdown site stands: articles then lead to their own pages
  --since <time>    only what was changed since (RFC 3339 or a day)
  --limit <n>       stop after so many
  --concurrency <n> at once (default 4)
  --fresh           forget what earlier runs have sent
  --dry-run         read everything, send nothing, tell what it would cost
`;

const optionsSchema = z.object({
  to: z.url().transform((text) => new URL(text).origin),
  token: z.string().optional(),
  as: z.enum(SOURCE_KINDS).optional(),
  key: z.string().optional(),
  'base-url': z.url().optional(),
  since: z
    .string()
    .transform((text, context) => {
      const timestamp = Date.parse(text);
      if (!Number.isNaN(timestamp)) return new Date(timestamp).toISOString();
      context.addIssue('must be a time such as 2026-03-01 or 2026-03-01T08:00:00Z');
      return z.NEVER;
    })
    .optional(),
  limit: z.coerce.number().int().min(1).optional(),
  concurrency: z.coerce.number().int().min(1).max(32),
  fresh: z.boolean(),
  'dry-run': z.boolean(),
});

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    to: { type: 'string', default: 'http://localhost:8787' },
    token: { type: 'string' },
    as: { type: 'string' },
    key: { type: 'string' },
    'base-url': { type: 'string' },
    since: { type: 'string' },
    limit: { type: 'string' },
    concurrency: { type: 'string', default: '4' },
    fresh: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

async function importFrom(source: string): Promise<void> {
  const options = optionsSchema.safeParse(values);
  if (!options.success) {
    const [issue] = options.error.issues;
    fail(`--${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is invalid'}`);
    return;
  }
  const {
    to,
    since,
    key,
    as,
    limit,
    concurrency,
    fresh,
    'base-url': baseUrl,
    'dry-run': isDry,
  } = options.data;
  const token = options.data.token ?? process.env.STANDFIRST_TOKEN ?? localToken(to);
  if (token === undefined && !isDry) {
    fail('A token is needed: --token … or the variable STANDFIRST_TOKEN.');
    return;
  }
  const interruption = new AbortController();
  process.once('SIGINT', () => interruption.abort());
  try {
    const opened = await chooseSource(source, { kind: as, since, key, baseUrl });
    const tally = await runImport({
      source: opened.source,
      journal: await openJournal(journalPath(source, to), fresh),
      upload: isDry
        ? undefined
        : (slug, article) => uploadArticle({ origin: to, token: token ?? '' }, slug, article),
      concurrency,
      limit: limit ?? Number.POSITIVE_INFINITY,
      progress: createProgress(process.stderr, Date.now),
      signal: interruption.signal,
    });
    console.log(describeRun(opened.kind, tally, isDry));
    if (interruption.signal.aborted) console.log('Interrupted. The same command goes on from here.');
    if (tally.refused.length > 0 || interruption.signal.aborted) process.exitCode = 1;
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}

function localToken(origin: string): string | undefined {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])$/u.test(new URL(origin).hostname) ? LOCAL_TOKEN : undefined;
}

const REASONS_SHOWN = 20;

function describeRun(kind: string, tally: Tally, isDry: boolean): string {
  const { created, changed, unchanged, skipped, refused } = tally;
  const counts = isDry
    ? `${created} would be sent, ${skipped} are there already, ${refused.length} refused`
    : `${created} created, ${changed} changed, ${unchanged} unchanged, ${skipped} skipped, ${refused.length} refused`;
  const reasons = refused.slice(0, REASONS_SHOWN).map(({ name, reason }) => `  refused ${name}: ${reason}`);
  const more = refused.length > REASONS_SHOWN ? [`  … and ${refused.length - REASONS_SHOWN} more`] : [];
  const cost = isDry ? [`That is ${describeCost(created)}.`] : [];
  return [`${countOf(tally)} articles from ${kind}: ${counts}.`, ...reasons, ...more, ...cost].join('\n');
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 2;
}

const [location] = positionals;
if (values.help || location === undefined) {
  console.log(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else {
  await importFrom(location);
}
