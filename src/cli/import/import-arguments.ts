import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { isTimeZone } from '../../core/extraction/metadata/time-zones.ts';
import '../../core/issues-in-english.ts';
import { LOCAL_TOKEN } from '../local/local-config.ts';
import { SOURCE_KINDS } from './detect-source.ts';
import { SYSTEM_NAMES } from './folder-source.ts';

export const USAGE = `Brings articles into a Standfirst service.

  npm run import -- <source> [options]

  source            address of a feed, a sitemap, a WordPress or Ghost site; a folder with a built site or with
                    Markdown; an export of WordPress (WXR) or Ghost; a file of JSON or NDJSON
  --to <origin>     the service (default http://localhost:8787)
  --token <token>   or the variable STANDFIRST_TOKEN; the local service's own where --to is this machine
  --as <kind>       ${SOURCE_KINDS.join(' ')} (found out where not given)
  --key <key>       content key of Ghost
  --base-url <url>  where the site of a folder stands: articles then lead to their own pages
  --site <system>   what publishes a folder of Markdown: ${SYSTEM_NAMES.join(' ')} (found out where it can be told)
  --permalink <p>   pattern of addresses, such as /:year/:month/:title/, where the configuration does not say
  --zone <zone>     zone of times that name none, such as Europe/Oslo, where the source does not say
  --since <time>    only what was changed since (RFC 3339 or a day)
  --limit <n>       stop after so many
  --concurrency <n> at once (default 4)
  --revive          bring back what was removed from the service, too
  --fresh           forget what earlier runs have sent
  --dry-run         read everything, send nothing; ten addresses with dates to compare, and what it would cost
`;

const optionsSchema = z.object({
  to: z.pipe(
    z.url(),
    z.transform((text) => new URL(text).origin),
  ),
  token: z.optional(z.string()),
  as: z.optional(z.enum(SOURCE_KINDS, { error: `must be one of ${SOURCE_KINDS.join(', ')}` })),
  key: z.optional(z.string()),
  'base-url': z.optional(
    z.url({ protocol: /^https?$/u, error: 'must be an address such as https://news.example/' }),
  ),
  site: z.optional(z.enum(SYSTEM_NAMES, { error: `must be one of ${SYSTEM_NAMES.join(', ')}` })),
  permalink: z.optional(
    z.string().check(z.startsWith('/', { error: 'must begin with a slash, such as /:year/:month/:title/' })),
  ),
  zone: z.optional(z.string().check(z.refine(isTimeZone, { error: 'must be a zone such as Europe/Oslo' }))),
  since: z.optional(
    z.pipe(
      z.string(),
      z.transform((text, context) => {
        const timestamp = Date.parse(text);
        if (!Number.isNaN(timestamp)) return new Date(timestamp).toISOString();
        context.issues.push({
          code: 'custom',
          message: 'must be a time such as 2026-03-01 or 2026-03-01T08:00:00Z',
          input: text,
        });
        return z.NEVER;
      }),
    ),
  ),
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1))),
  concurrency: z.coerce.number().check(z.int(), z.minimum(1), z.maximum(32)),
  revive: z.boolean(),
  fresh: z.boolean(),
  'dry-run': z.boolean(),
});

export interface ImportArguments {
  source: string;
  /** Origin of the service. */
  to: string;
  /** Absent only where nothing is sent. */
  token: string | undefined;
  options: z.infer<typeof optionsSchema>;
}

/**
 * @returns undefined where help is asked for.
 * @throws {Error} whose message says what is wrong.
 */
export function readArguments(args: readonly string[]): ImportArguments | undefined {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      to: { type: 'string', default: 'http://localhost:8787' },
      token: { type: 'string' },
      as: { type: 'string' },
      key: { type: 'string' },
      'base-url': { type: 'string' },
      site: { type: 'string' },
      permalink: { type: 'string' },
      zone: { type: 'string' },
      since: { type: 'string' },
      limit: { type: 'string' },
      concurrency: { type: 'string', default: '4' },
      revive: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const [source, ...others] = positionals;
  if (source === undefined || others.length > 0)
    throw new Error('Name one source: npm run import -- <source> [options]; --help tells more.');
  const parsed = optionsSchema.safeParse(values);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`--${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is invalid'}`);
  }
  const { to, 'dry-run': isDry } = parsed.data;
  const token = parsed.data.token ?? process.env.STANDFIRST_TOKEN ?? localToken(to);
  if (token === undefined && !isDry)
    throw new Error('A token is needed: --token … or the variable STANDFIRST_TOKEN.');
  return { source, to, token, options: parsed.data };
}

function localToken(origin: string): string | undefined {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])$/u.test(new URL(origin).hostname) ? LOCAL_TOKEN : undefined;
}
