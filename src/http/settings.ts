import * as z from 'zod';
import { findSite, parseSite, type Site } from '../core/fetching/fetch-policy.ts';

/** One accepted bearer token; only its digest is known to us. */
export interface ApiToken {
  name: string;
  /** SHA-256 of the token, 64 hex digits. */
  digest: string;
  scopes: readonly Scope[];
}

export const SCOPES = ['read', 'write', 'ingest'] as const;
export type Scope = (typeof SCOPES)[number];

export interface Settings {
  /** Without a trailing slash; undefined while it is not set. */
  publicOrigin: string | undefined;
  publicationName: string;
  /** Hosts whose pages may use the service: `host`, `*.host`, each with an optional path prefix. */
  sites: readonly Site[];
  /** Addresses of feeds that are read by the clock. */
  feeds: readonly string[];
  /** Ceiling of the time between two looks at a page. */
  refreshHours: number;
  /** Sent to the publication's own hosts, so that their firewall can let us in. */
  fetchSecret: string | undefined;
  anonymousPost: boolean;
  tokens: readonly ApiToken[];
}

export interface SettingFault {
  setting: string;
  detail: string;
}

const originSchema = z.string().transform((text, context) => {
  const url = URL.parse(text);
  if (url !== null && /^https?:$/u.test(url.protocol) && text.replace(/\/$/u, '') === url.origin)
    return url.origin;
  context.addIssue('must be an origin such as https://news.example');
  return z.NEVER;
});

const tokensSchema = z.string().transform((text, context) =>
  splitList(text).map((entry): ApiToken => {
    const [, name, digest, scopes] =
      /^([\w.-]+):([0-9a-f]{64})(?::([a-z]+(?:\+[a-z]+)*))?$/u.exec(entry) ?? [];
    const named = scopes === undefined ? SCOPES : SCOPES.filter((scope) => scopes.split('+').includes(scope));
    if (
      name === undefined ||
      digest === undefined ||
      (scopes !== undefined && named.length !== scopes.split('+').length)
    ) {
      context.addIssue('each entry is name:sha256-hex[:scope+scope] with scopes read, write, ingest');
    }
    return { name: name ?? '', digest: digest ?? '', scopes: named };
  }),
);

const sitesSchema = z.string().transform((text, context) =>
  splitList(text).flatMap((entry): Site[] => {
    const site = parseSite(entry);
    if (site !== undefined) return [site];
    context.addIssue('each entry is a host, *.host, or either with a path prefix');
    return [];
  }),
);

const feedsSchema = z.string().transform((text, context) =>
  splitList(text).flatMap((entry): string[] => {
    if (URL.parse(entry)?.protocol === 'https:') return [entry];
    context.addIssue('each entry is an https address');
    return [];
  }),
);

const DEFAULT_REFRESH_HOURS = 24;
const refreshHoursSchema = z
  .string()
  .regex(/^\d+(?:\.\d+)?$/u, 'must be a number of hours')
  .transform(Number)
  .pipe(z.number().min(0.05).max(720));
/** Visible ASCII: it travels in a header field. */
const secretSchema = z.string().regex(/^[\x21-\x7e]{8,200}$/u, 'must be 8 to 200 visible ASCII characters');

const onOffSchema = z.enum(['on', 'off']).transform((value) => value === 'on');
const nameSchema = z.string().trim().min(1).max(100);

/**
 * Reads the settings. A malformed one counts as not set and is named in the faults, which `/health`
 * shows; secrets are never part of a fault.
 */
export function parseSettings(env: Readonly<Record<string, unknown>>): {
  settings: Settings;
  faults: SettingFault[];
} {
  const faults: SettingFault[] = [];
  const read = <T>(setting: string, schema: z.ZodType<T>, unset: T): T => {
    const value = env[setting];
    if (value === undefined || value === '') return unset;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    faults.push({ setting, detail: parsed.error.issues[0]?.message ?? 'is malformed' });
    return unset;
  };
  const settings: Settings = {
    publicOrigin: read<string | undefined>('PUBLIC_ORIGIN', originSchema, undefined),
    publicationName: read('PUBLICATION_NAME', nameSchema, 'Standfirst'),
    sites: read<Site[]>('SITES', sitesSchema, []),
    feeds: read<string[]>('FEEDS', feedsSchema, []),
    refreshHours: read('REFRESH_HOURS', refreshHoursSchema, DEFAULT_REFRESH_HOURS),
    fetchSecret: read<string | undefined>('FETCH_SECRET', secretSchema, undefined),
    anonymousPost: read('ANONYMOUS_POST', onOffSchema, true),
    tokens: read<ApiToken[]>('API_TOKENS', tokensSchema, []),
  };
  return { settings, faults };
}

function splitList(text: string): string[] {
  return text.split(/[,\s]+/u).filter((entry) => entry !== '');
}

/** Whether a page's host, and path where the entry names one, belongs to the publication. */
export function isOurSite(sites: readonly Site[], pageUrl: string): boolean {
  return findSite(sites, new URL(pageUrl)) !== undefined;
}
