import { isTimeZone } from '../core/extraction/metadata/time-zones.ts';
import {
  GENERATED_MODES,
  GENERATION_LIMIT_FORM,
  GENERATOR_FORM,
  type GeneratedMode,
  type GeneratorSetting,
  parseGenerator,
} from '../core/generation/generation-settings.ts';
import { heldLanguage } from '../core/labels/languages.ts';
import { type ApiToken, SCOPES } from './api-token.ts';

/**
 * How a setting, or an entry of a list, is read; without a schema, since every isolate reads the settings before its first
 * answer, and the library of schemas is larger than that.
 */
export interface SettingForm<T> {
  /** What is wanted, for whoever wrote something else. */
  says: string;
  /** @returns Undefined where it is malformed. */
  parse(text: string): T | undefined;
}

/** Kept as it stands. */
function matching(expression: RegExp, says: string): SettingForm<string> {
  return { says, parse: (text) => (expression.test(text) ? text : undefined) };
}

function oneOf<T extends string>(known: readonly T[], says: string): SettingForm<T> {
  return { says, parse: (text) => known.find((one) => one === text) };
}

export const ORIGIN: SettingForm<string> = {
  says: 'must be an origin such as https://news.example',
  parse(text) {
    const url = URL.parse(text);
    const isOrigin =
      url !== null && /^https?:$/u.test(url.protocol) && text.replace(/\/$/u, '') === url.origin;
    return isOrigin ? url.origin : undefined;
  },
};

const NAME_MAX_LENGTH = 100;

export const NAME: SettingForm<string> = {
  says: `must have 1 to ${NAME_MAX_LENGTH} characters`,
  parse(text) {
    const name = text.trim();
    return name !== '' && [...name].length <= NAME_MAX_LENGTH ? name : undefined;
  },
};

export const LANGUAGE: SettingForm<string> = {
  says: 'must be a language of the box such as nb or pt-BR',
  parse: (tag) => (heldLanguage(tag) !== 'en' || /^en\b/iu.test(tag) ? tag : undefined),
};

/** As a style sheet says it, without `--standfirst-`: what is no colour, length or font is refused. */
export const THEME: SettingForm<Record<string, string>> = {
  says: 'must be declarations such as accent: #990f3d; background: #fff1e5',
  parse(text) {
    const theme: Record<string, string> = {};
    for (const declaration of text.split(';').filter((part) => part.trim() !== '')) {
      const [name = '', ...rest] = declaration.split(':');
      const property = name.trim().replace(/^--standfirst-/u, '');
      const value = rest.join(':').trim();
      if (!/^[a-z][a-z-]{1,30}$/u.test(property) || !/^[\w#%(),.'" /-]{1,200}$/u.test(value))
        return undefined;
      theme[`--standfirst-${property}`] = value;
    }
    return theme;
  },
};

export const FEED: SettingForm<string> = {
  says: 'an https address',
  parse: (entry) => (URL.parse(entry)?.protocol === 'https:' ? entry : undefined),
};

const INSTANT_EXPRESSION =
  /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/u;

/** In milliseconds since the epoch. */
export const INSTANT: SettingForm<number> = {
  says: 'must be a time such as 2026-12-01T06:00:00Z',
  parse(text) {
    const day = Date.parse(INSTANT_EXPRESSION.exec(text)?.[1] ?? '');
    // A day that its month does not have counts on into the next.
    const isDay = !Number.isNaN(day) && text.startsWith(new Date(day).toISOString().slice(0, 10));
    return isDay ? Date.parse(text) : undefined;
  },
};

const REFRESH_MIN_HOURS = 0.05;
const REFRESH_MAX_HOURS = 720;

export const REFRESH_HOURS: SettingForm<number> = {
  says: `must be a number of hours, ${REFRESH_MIN_HOURS} to ${REFRESH_MAX_HOURS}`,
  parse(text) {
    const hours = /^\d+(?:\.\d+)?$/u.test(text) ? Number(text) : Number.NaN;
    return hours >= REFRESH_MIN_HOURS && hours <= REFRESH_MAX_HOURS ? hours : undefined;
  },
};

/** Visible ASCII: it travels in a header field. */
export const SECRET = matching(/^[\x21-\x7e]{8,200}$/u, 'must be 8 to 200 visible ASCII characters');

export const TIME_ZONE: SettingForm<string> = {
  says: 'must be a time zone such as Europe/Oslo',
  parse: (name) => (isTimeZone(name) ? name : undefined),
};

export const ON_OFF: SettingForm<boolean> = {
  says: 'must be on or off',
  parse: (text) => (text === 'on' || text === 'off' ? text === 'on' : undefined),
};

/** The team's name, as a host or an address too. */
export const TEAM: SettingForm<string> = {
  says: 'must be a team name such as news of news.cloudflareaccess.com',
  parse(text) {
    const name = text.replace(/^https:\/\//u, '').replace(/\.cloudflareaccess\.com\/?$/u, '');
    return /^[a-z0-9-]{1,63}$/u.test(name) ? name : undefined;
  },
};

export const AUDIENCE = matching(/^[0-9a-f]{64}$/u, 'must be the audience tag, 64 hex digits');

export const TOKEN: SettingForm<ApiToken> = {
  says: 'name:sha256-hex[:scope+scope] with scopes read, write, edit, ingest',
  parse(entry) {
    const [, name, digest, scopes] =
      /^([\w.-]+):([0-9a-f]{64})(?::([a-z]+(?:\+[a-z]+)*))?$/u.exec(entry) ?? [];
    if (name === undefined || digest === undefined) return undefined;
    if (scopes === undefined) return { name, digest, scopes: SCOPES };
    const given = scopes.split('+');
    const known = SCOPES.filter((scope) => given.includes(scope));
    return known.length === given.length ? { name, digest, scopes: known } : undefined;
  },
};

export const GENERATOR: SettingForm<GeneratorSetting> = { says: GENERATOR_FORM, parse: parseGenerator };

export const GENERATED: SettingForm<GeneratedMode> = oneOf(GENERATED_MODES, 'must be review or publish');

export const GENERATION_LIMIT: SettingForm<number> = {
  says: 'must be a number of calls a day',
  parse: (text) => (GENERATION_LIMIT_FORM.test(text) ? Number(text) : undefined),
};
