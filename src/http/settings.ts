import * as z from 'zod/mini';
import { lazily } from '../core/lazily.ts';
import '../core/issues-in-english.ts';
import { isTimeZone } from '../core/extraction/metadata/time-zones.ts';
import { findSite, parseLocalSite, parseSite, type Site } from '../core/fetching/fetch-policy.ts';
import { isThisMachine } from '../core/fetching/this-machine.ts';
import {
  GENERATED_MODES,
  GENERATION_LIMIT_FORM,
  GENERATOR_FORM,
  type GeneratedMode,
  type GeneratorSetting,
  parseGenerator,
} from '../core/generation/generation-settings.ts';
import { labelsFor } from '../core/labels/labels.ts';

/** One accepted bearer token; only its digest is known to us. */
export interface ApiToken {
  name: string;
  /** SHA-256 of the token, 64 hex digits. */
  digest: string;
  scopes: readonly Scope[];
}

export const SCOPES = ['read', 'write', 'edit', 'ingest'] as const;
export type Scope = (typeof SCOPES)[number];

export interface Settings {
  /** Without a trailing slash; undefined while it is not set. */
  publicOrigin: string | undefined;
  publicationName: string;
  /** Of the desk; undefined follows the editor's browser. */
  publicationLanguage: string | undefined;
  /** Custom properties of the box as the publication's pages set them, for previews. */
  boxTheme: Readonly<Record<string, string>>;
  /** Hosts whose pages may use the service: `host`, `*.host`, each with an optional path prefix. */
  sites: readonly Site[];
  /** Addresses of feeds that are read by the clock. */
  feeds: readonly string[];
  /** Articles published earlier, in milliseconds since the epoch, keep the short ids of release 0.1.0 in feeds. */
  feedIdsSince: number;
  /** Ceiling of the time between two looks at a page. */
  refreshHours: number;
  /** Sent to the publication's own hosts, so that their firewall can let us in. */
  fetchSecret: string | undefined;
  anonymousPost: boolean;
  /** IANA name of the zone of dates on pages and in feeds that name none; UTC where it is not set. */
  timeZone: string | undefined;
  /** Cloudflare Access before the desk; undefined signs in by token. */
  access: AccessSettings | undefined;
  tokens: readonly ApiToken[];
  /** The model that writes proposals; undefined: none does. */
  generator: GeneratorSetting | undefined;
  /** `review`: an editor approves first. `publish`: the gate is enough. */
  generated: GeneratedMode;
  /** Calls of the model in a UTC day. */
  generationLimit: number | null;
}

export interface AccessSettings {
  /** First part of `<team>.cloudflareaccess.com`. */
  team: string;
  /** Audience tag of the application. */
  audience: string;
}

export interface SettingFault {
  setting: string;
  detail: string;
}

/** One entry of a list, or a setting, or undefined where it is malformed. */
type ParseEntry<T> = (entry: string) => T | undefined;

// Nearly every deployment sets the next two: read without a schema, they spare a cold isolate all of zod.

const ORIGIN_FORM = 'must be an origin such as https://news.example';

function parseOrigin(text: string): string | undefined {
  const url = URL.parse(text);
  const isOrigin = url !== null && /^https?:$/u.test(url.protocol) && text.replace(/\/$/u, '') === url.origin;
  return isOrigin ? url.origin : undefined;
}

const NAME_MAX_LENGTH = 100;
const NAME_FORM = `must have 1 to ${NAME_MAX_LENGTH} characters`;

function parseName(text: string): string | undefined {
  const name = text.trim();
  return name !== '' && [...name].length <= NAME_MAX_LENGTH ? name : undefined;
}

function parseToken(entry: string): ApiToken | undefined {
  const [, name, digest, scopes] = /^([\w.-]+):([0-9a-f]{64})(?::([a-z]+(?:\+[a-z]+)*))?$/u.exec(entry) ?? [];
  if (name === undefined || digest === undefined) return undefined;
  if (scopes === undefined) return { name, digest, scopes: SCOPES };
  const given = scopes.split('+');
  const known = SCOPES.filter((scope) => given.includes(scope));
  return known.length === given.length ? { name, digest, scopes: known } : undefined;
}

function parseFeed(entry: string): string | undefined {
  return URL.parse(entry)?.protocol === 'https:' ? entry : undefined;
}

const SITE_FORM =
  'a host such as news.example, *.news.example, or either with a path; no scheme but http://, no port';
const TOKEN_FORM = 'name:sha256-hex[:scope+scope] with scopes read, write, edit, ingest';
const SHOWN_ENTRY_MAX_LENGTH = 100;

const instantSettingSchema = lazily(() =>
  z.pipe(
    z.iso.datetime({ offset: true, error: 'must be a time such as 2026-12-01T06:00:00Z' }),
    z.transform(Date.parse),
  ),
);

const DEFAULT_REFRESH_HOURS = 24;
const refreshHoursSchema = lazily(() =>
  z.pipe(
    z.pipe(z.string().check(z.regex(/^\d+(?:\.\d+)?$/u, 'must be a number of hours')), z.transform(Number)),
    z.number().check(z.minimum(0.05), z.maximum(720)),
  ),
);
/** Visible ASCII: it travels in a header field. */
const secretSchema = lazily(() =>
  z.string().check(z.regex(/^[\x21-\x7e]{8,200}$/u, 'must be 8 to 200 visible ASCII characters')),
);

const languageSettingSchema = lazily(() =>
  z.string().check(
    z.refine((tag) => {
      const { language } = labelsFor(tag);
      return language !== 'en' || /^en\b/iu.test(tag);
    }, 'must be a language of the box such as nb or pt-BR'),
  ),
);

/** As a style sheet says it, without `--standfirst-`: what is no colour, length or font is refused. */
const boxThemeSchema = lazily(() =>
  z.pipe(
    z.string(),
    z.transform((text, context) => {
      const theme: Record<string, string> = {};
      for (const declaration of text.split(';').filter((part) => part.trim() !== '')) {
        const [name = '', ...rest] = declaration.split(':');
        const property = name.trim().replace(/^--standfirst-/u, '');
        const value = rest.join(':').trim();
        if (!/^[a-z][a-z-]{1,30}$/u.test(property) || !/^[\w#%(),.'" /-]{1,200}$/u.test(value)) {
          context.issues.push({
            code: 'custom',
            message: 'must be declarations such as accent: #990f3d; background: #fff1e5',
            input: text,
          });
          return z.NEVER;
        }
        theme[`--standfirst-${property}`] = value;
      }
      return theme;
    }),
  ),
);
/** The team's name, as a host or an address too. */
const teamSchema = lazily(() =>
  z.pipe(
    z.pipe(
      z.string(),
      z.transform((text) => text.replace(/^https:\/\//u, '').replace(/\.cloudflareaccess\.com\/?$/u, '')),
    ),
    z
      .string()
      .check(z.regex(/^[a-z0-9-]{1,63}$/u, 'must be a team name such as news of news.cloudflareaccess.com')),
  ),
);
const audienceSchema = lazily(() =>
  z.string().check(z.regex(/^[0-9a-f]{64}$/u, 'must be the audience tag, 64 hex digits')),
);

const onOffSchema = lazily(() =>
  z.pipe(
    z.enum(['on', 'off']),
    z.transform((value) => value === 'on'),
  ),
);
const generatorSchema = lazily(() =>
  z.pipe(
    z.string(),
    z.transform((text, context) => {
      const parsed = parseGenerator(text);
      if (parsed !== undefined) return parsed;
      context.issues.push({ code: 'custom', message: GENERATOR_FORM, input: text });
      return z.NEVER;
    }),
  ),
);
const generatedSchema = lazily(() => z.enum(GENERATED_MODES, 'must be review or publish'));
const generationLimitSchema = lazily(() =>
  z.pipe(
    z.string().check(z.regex(GENERATION_LIMIT_FORM, 'must be a number of calls a day')),
    z.transform(Number),
  ),
);
const timeZoneSchema = lazily(() =>
  z.string().check(z.refine(isTimeZone, 'must be a time zone such as Europe/Oslo')),
);

/**
 * Reads the settings. A malformed one counts as not set, a malformed entry of a list as not there; each is named in the
 * faults, which `/health` shows; secrets are never part of a fault.
 */
export function parseSettings(env: Readonly<Record<string, unknown>>): {
  settings: Settings;
  faults: SettingFault[];
} {
  const faults: SettingFault[] = [];
  const read = <T>(setting: string, schema: () => z.ZodMiniType<T>, unset: T): T => {
    const value = env[setting];
    if (value === undefined || value === '') return unset;
    const parsed = schema().safeParse(value);
    if (parsed.success) return parsed.data;
    faults.push({ setting, detail: parsed.error.issues[0]?.message ?? 'is malformed' });
    return unset;
  };
  const readEntries = <T>(setting: string, parse: ParseEntry<T>, wanted: string, isSecret = false): T[] =>
    splitList(String(env[setting] ?? '')).flatMap((entry, index) => {
      const parsed = parse(entry);
      if (parsed !== undefined) return [parsed];
      const name = isSecret ? `entry ${index + 1}` : `"${entry.slice(0, SHOWN_ENTRY_MAX_LENGTH)}"`;
      faults.push({ setting, detail: `${name} is not used: each entry is ${wanted}` });
      return [];
    });
  const readOne = <T>(setting: string, parse: ParseEntry<T>, form: string, unset: T): T => {
    const value = env[setting];
    if (value === undefined || value === '') return unset;
    const parsed = typeof value === 'string' ? parse(value) : undefined;
    if (parsed !== undefined) return parsed;
    faults.push({ setting, detail: form });
    return unset;
  };
  const publicOrigin = readOne<string | undefined>('PUBLIC_ORIGIN', parseOrigin, ORIGIN_FORM, undefined);
  const settings: Settings = {
    publicOrigin,
    publicationName: readOne('PUBLICATION_NAME', parseName, NAME_FORM, 'Standfirst'),
    publicationLanguage: read<string | undefined>('PUBLICATION_LANGUAGE', languageSettingSchema, undefined),
    boxTheme: read<Record<string, string>>('BOX_THEME', boxThemeSchema, {}),
    sites: readEntries('SITES', (entry) => parseSite(entry) ?? readLocalSite(entry, publicOrigin), SITE_FORM),
    feeds: readEntries('FEEDS', parseFeed, 'an https address'),
    feedIdsSince: read('FEED_IDS_SINCE', instantSettingSchema, Number.NEGATIVE_INFINITY),
    refreshHours: read('REFRESH_HOURS', refreshHoursSchema, DEFAULT_REFRESH_HOURS),
    fetchSecret: read<string | undefined>('FETCH_SECRET', secretSchema, undefined),
    timeZone: read<string | undefined>('TIME_ZONE', timeZoneSchema, undefined),
    anonymousPost: read('ANONYMOUS_POST', onOffSchema, true),
    access: accessOf(
      read<string | undefined>('ACCESS_TEAM', teamSchema, undefined),
      read<string | undefined>('ACCESS_AUDIENCE', audienceSchema, undefined),
      (detail) => faults.push({ setting: 'ACCESS_AUDIENCE', detail }),
    ),
    tokens: readEntries('API_TOKENS', parseToken, TOKEN_FORM, true),
    generator: read<GeneratorSetting | undefined>('GENERATOR', generatorSchema, undefined),
    generated: read('GENERATED', generatedSchema, 'review'),
    generationLimit: read<number | null>('GENERATION_LIMIT', generationLimitSchema, null),
  };
  return { settings, faults };
}

/** A page on this machine is read only by a service on this machine (`npm start`), never by a deployment. */
function readLocalSite(entry: string, publicOrigin: string | undefined): Site | undefined {
  if (publicOrigin === undefined) return undefined;
  const { protocol, hostname, port } = new URL(publicOrigin);
  const site = parseLocalSite(entry);
  const isHere = protocol === 'http:' && isThisMachine(hostname);
  return isHere && site?.localPort !== port ? site : undefined;
}

/** One without the other protects nothing. */
function accessOf(
  team: string | undefined,
  audience: string | undefined,
  report: (detail: string) => void,
): AccessSettings | undefined {
  if (team !== undefined && audience !== undefined) return { team, audience };
  if (team !== undefined || audience !== undefined)
    report('ACCESS_TEAM and ACCESS_AUDIENCE are needed both, each in its form');
  return undefined;
}

function splitList(text: string): string[] {
  return text.split(/[,\s]+/u).filter((entry) => entry !== '');
}

/** Whether a page's host, and path where the entry names one, belongs to the publication. */
export function isOurSite(sites: readonly Site[], pageUrl: string): boolean {
  return findSite(sites, new URL(pageUrl)) !== undefined;
}
