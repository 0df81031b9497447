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
import { heldLanguage } from '../core/labels/languages.ts';

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

// Read without a schema: every isolate reads the settings before its first answer, and the schemas are larger than that.

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

const INSTANT_FORM = 'must be a time such as 2026-12-01T06:00:00Z';
const INSTANT =
  /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/u;

function parseInstant(text: string): number | undefined {
  const day = Date.parse(INSTANT.exec(text)?.[1] ?? '');
  // A day that its month does not have counts on into the next.
  const isDay = !Number.isNaN(day) && text.startsWith(new Date(day).toISOString().slice(0, 10));
  return isDay ? Date.parse(text) : undefined;
}

const DEFAULT_REFRESH_HOURS = 24;
const REFRESH_MIN_HOURS = 0.05;
const REFRESH_MAX_HOURS = 720;
const REFRESH_FORM = `must be a number of hours, ${REFRESH_MIN_HOURS} to ${REFRESH_MAX_HOURS}`;

function parseRefreshHours(text: string): number | undefined {
  const hours = /^\d+(?:\.\d+)?$/u.test(text) ? Number(text) : Number.NaN;
  return hours >= REFRESH_MIN_HOURS && hours <= REFRESH_MAX_HOURS ? hours : undefined;
}

/** As it stands, where it has a form. */
const textOf =
  (form: RegExp): ParseEntry<string> =>
  (text) =>
    form.test(text) ? text : undefined;

/** Visible ASCII: it travels in a header field. */
const parseSecret = textOf(/^[\x21-\x7e]{8,200}$/u);
const SECRET_FORM = 'must be 8 to 200 visible ASCII characters';
const parseAudience = textOf(/^[0-9a-f]{64}$/u);
const AUDIENCE_FORM = 'must be the audience tag, 64 hex digits';

const LANGUAGE_FORM = 'must be a language of the box such as nb or pt-BR';

function parseLanguage(tag: string): string | undefined {
  return heldLanguage(tag) !== 'en' || /^en\b/iu.test(tag) ? tag : undefined;
}

const THEME_FORM = 'must be declarations such as accent: #990f3d; background: #fff1e5';

/** As a style sheet says it, without `--standfirst-`: what is no colour, length or font is refused. */
function parseTheme(text: string): Record<string, string> | undefined {
  const theme: Record<string, string> = {};
  for (const declaration of text.split(';').filter((part) => part.trim() !== '')) {
    const [name = '', ...rest] = declaration.split(':');
    const property = name.trim().replace(/^--standfirst-/u, '');
    const value = rest.join(':').trim();
    if (!/^[a-z][a-z-]{1,30}$/u.test(property) || !/^[\w#%(),.'" /-]{1,200}$/u.test(value)) return undefined;
    theme[`--standfirst-${property}`] = value;
  }
  return theme;
}

const TEAM_FORM = 'must be a team name such as news of news.cloudflareaccess.com';

/** The team's name, as a host or an address too. */
function parseTeam(text: string): string | undefined {
  const name = text.replace(/^https:\/\//u, '').replace(/\.cloudflareaccess\.com\/?$/u, '');
  return /^[a-z0-9-]{1,63}$/u.test(name) ? name : undefined;
}

const ON_OFF_FORM = 'must be on or off';

function parseOnOff(text: string): boolean | undefined {
  return text === 'on' || text === 'off' ? text === 'on' : undefined;
}

const GENERATED_FORM = 'must be review or publish';

function parseGenerated(text: string): GeneratedMode | undefined {
  return GENERATED_MODES.find((mode) => mode === text);
}

const LIMIT_FORM = 'must be a number of calls a day';

function parseLimit(text: string): number | undefined {
  return GENERATION_LIMIT_FORM.test(text) ? Number(text) : undefined;
}

const TIME_ZONE_FORM = 'must be a time zone such as Europe/Oslo';

function parseTimeZone(name: string): string | undefined {
  return isTimeZone(name) ? name : undefined;
}

/**
 * Reads the settings. A malformed one counts as not set, a malformed entry of a list as not there; each is named in the
 * faults, which `/health` shows; secrets are never part of a fault.
 */
export function parseSettings(env: Readonly<Record<string, unknown>>): {
  settings: Settings;
  faults: SettingFault[];
} {
  const faults: SettingFault[] = [];
  const readEntries = <T>(setting: string, parse: ParseEntry<T>, wanted: string, isSecret = false): T[] =>
    splitList(String(env[setting] ?? '')).flatMap((entry, index) => {
      const parsed = parse(entry);
      if (parsed !== undefined) return [parsed];
      const name = isSecret ? `entry ${index + 1}` : `"${entry.slice(0, SHOWN_ENTRY_MAX_LENGTH)}"`;
      faults.push({ setting, detail: `${name} is not used: each entry is ${wanted}` });
      return [];
    });
  const read = <T>(setting: string, parse: ParseEntry<T>, form: string, unset: T): T => {
    const value = env[setting];
    if (value === undefined || value === '') return unset;
    const parsed = typeof value === 'string' ? parse(value) : undefined;
    if (parsed !== undefined) return parsed;
    faults.push({ setting, detail: form });
    return unset;
  };
  const readText = (setting: string, parse: ParseEntry<string>, form: string) =>
    read<string | undefined>(setting, parse, form, undefined);
  const publicOrigin = readText('PUBLIC_ORIGIN', parseOrigin, ORIGIN_FORM);
  const settings: Settings = {
    publicOrigin,
    publicationName: read('PUBLICATION_NAME', parseName, NAME_FORM, 'Standfirst'),
    publicationLanguage: readText('PUBLICATION_LANGUAGE', parseLanguage, LANGUAGE_FORM),
    boxTheme: read('BOX_THEME', parseTheme, THEME_FORM, {}),
    sites: readEntries('SITES', (entry) => parseSite(entry) ?? readLocalSite(entry, publicOrigin), SITE_FORM),
    feeds: readEntries('FEEDS', parseFeed, 'an https address'),
    feedIdsSince: read('FEED_IDS_SINCE', parseInstant, INSTANT_FORM, Number.NEGATIVE_INFINITY),
    refreshHours: read('REFRESH_HOURS', parseRefreshHours, REFRESH_FORM, DEFAULT_REFRESH_HOURS),
    fetchSecret: readText('FETCH_SECRET', parseSecret, SECRET_FORM),
    timeZone: readText('TIME_ZONE', parseTimeZone, TIME_ZONE_FORM),
    anonymousPost: read('ANONYMOUS_POST', parseOnOff, ON_OFF_FORM, true),
    access: accessOf(
      readText('ACCESS_TEAM', parseTeam, TEAM_FORM),
      readText('ACCESS_AUDIENCE', parseAudience, AUDIENCE_FORM),
      (detail) => faults.push({ setting: 'ACCESS_AUDIENCE', detail }),
    ),
    tokens: readEntries('API_TOKENS', parseToken, TOKEN_FORM, true),
    generator: read<GeneratorSetting | undefined>('GENERATOR', parseGenerator, GENERATOR_FORM, undefined),
    generated: read<GeneratedMode>('GENERATED', parseGenerated, GENERATED_FORM, 'review'),
    generationLimit: read<number | null>('GENERATION_LIMIT', parseLimit, LIMIT_FORM, null),
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
  if (text === '') return [];
  return text.split(/[,\s]+/u).filter((entry) => entry !== '');
}

/** Whether a page's host, and path where the entry names one, belongs to the publication. */
export function isOurSite(sites: readonly Site[], pageUrl: string): boolean {
  return findSite(sites, new URL(pageUrl)) !== undefined;
}
