import { findSite, parseLocalSite, parseSite, type Site } from '../core/fetching/fetch-policy.ts';
import { isThisMachine } from '../core/fetching/this-machine.ts';
import type { GeneratedMode, GeneratorSetting } from '../core/generation/generation-settings.ts';
import type { ApiToken } from './api-token.ts';
import {
  AUDIENCE,
  FEED,
  GENERATED,
  GENERATION_LIMIT,
  GENERATOR,
  INSTANT,
  LANGUAGE,
  NAME,
  ON_OFF,
  ORIGIN,
  REFRESH_HOURS,
  SECRET,
  type SettingForm,
  TEAM,
  THEME,
  TIME_ZONE,
  TOKEN,
} from './setting-forms.ts';

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

const SHOWN_ENTRY_MAX_LENGTH = 100;
const DEFAULT_REFRESH_HOURS = 24;

/**
 * Reads the settings. A malformed one counts as not set, a malformed entry of a list as not there; each is named in the
 * faults, which `/health` shows; secrets are never part of a fault.
 */
export function parseSettings(env: Readonly<Record<string, unknown>>): {
  settings: Settings;
  faults: SettingFault[];
} {
  const faults: SettingFault[] = [];
  const readEntries = <T>(setting: string, { parse, says }: SettingForm<T>, isSecret = false): T[] =>
    splitList(String(env[setting] ?? '')).flatMap((entry, index) => {
      const parsed = parse(entry);
      if (parsed !== undefined) return [parsed];
      const name = isSecret ? `entry ${index + 1}` : `"${entry.slice(0, SHOWN_ENTRY_MAX_LENGTH)}"`;
      faults.push({ setting, detail: `${name} is not used: each entry is ${says}` });
      return [];
    });
  const read = <T>(setting: string, { parse, says }: SettingForm<T>, unset: T): T => {
    const value = env[setting];
    if (value === undefined || value === '') return unset;
    const parsed = typeof value === 'string' ? parse(value) : undefined;
    if (parsed !== undefined) return parsed;
    faults.push({ setting, detail: says });
    return unset;
  };
  const readText = (setting: string, form: SettingForm<string>) =>
    read<string | undefined>(setting, form, undefined);
  const publicOrigin = readText('PUBLIC_ORIGIN', ORIGIN);
  const settings: Settings = {
    publicOrigin,
    publicationName: read('PUBLICATION_NAME', NAME, 'Standfirst'),
    publicationLanguage: readText('PUBLICATION_LANGUAGE', LANGUAGE),
    boxTheme: read('BOX_THEME', THEME, {}),
    sites: readEntries('SITES', sitesFor(publicOrigin)),
    feeds: readEntries('FEEDS', FEED),
    feedIdsSince: read('FEED_IDS_SINCE', INSTANT, Number.NEGATIVE_INFINITY),
    refreshHours: read('REFRESH_HOURS', REFRESH_HOURS, DEFAULT_REFRESH_HOURS),
    fetchSecret: readText('FETCH_SECRET', SECRET),
    timeZone: readText('TIME_ZONE', TIME_ZONE),
    anonymousPost: read('ANONYMOUS_POST', ON_OFF, true),
    access: accessOf(readText('ACCESS_TEAM', TEAM), readText('ACCESS_AUDIENCE', AUDIENCE), (detail) =>
      faults.push({ setting: 'ACCESS_AUDIENCE', detail }),
    ),
    tokens: readEntries('API_TOKENS', TOKEN, true),
    generator: read<GeneratorSetting | undefined>('GENERATOR', GENERATOR, undefined),
    generated: read<GeneratedMode>('GENERATED', GENERATED, 'review'),
    generationLimit: read<number | null>('GENERATION_LIMIT', GENERATION_LIMIT, null),
  };
  return { settings, faults };
}

function sitesFor(publicOrigin: string | undefined): SettingForm<Site> {
  return {
    says: 'a host such as news.example, *.news.example, or either with a path; no scheme but http://, no port',
    parse: (entry) => parseSite(entry) ?? readLocalSite(entry, publicOrigin),
  };
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
