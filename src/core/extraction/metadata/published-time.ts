import { formatInstant } from '../../article/article.ts';

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|UTC|GMT)?)?$/i;
const NAMED = /^(?:\w{3,9},?\s+)?(?:\d{1,2}\s+\w{3,9}|\w{3,9}\s+\d{1,2},?)\s+\d{4}\b/;
/** No date is longer, however many words it is written in. */
const DATE_MAX_LENGTH = 200;
const OLDEST_YEAR = 1600;
const NEWEST_YEAR = 2200;

/**
 * Reads a date as pages write it: ISO 8601 with a space, without seconds or without a zone, RFC 2822, "19 Nov 2019".
 * Without a zone it counts as UTC, which is right to the day for most.
 *
 * @returns RFC 3339 in UTC, or undefined for anything else ("2 hours ago").
 */
export function parsePublishedTime(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  if (trimmed.length > DATE_MAX_LENGTH) return undefined;
  const timestamp = parseIso(trimmed) ?? parseNamed(trimmed) ?? parseEpoch(trimmed);
  if (timestamp === undefined || Number.isNaN(timestamp)) return undefined;
  const year = new Date(timestamp).getUTCFullYear();
  return year < OLDEST_YEAR || year > NEWEST_YEAR
    ? undefined
    : formatInstant(Math.floor(timestamp / 1000) * 1000);
}

function parseIso(text: string): number | undefined {
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone = 'Z'] = ISO.exec(text) ?? [];
  if (year === undefined) return undefined;
  const offset = /^[+-]/.test(zone) ? zone.replace(/^(.\d{2}):?(\d{2})$/, '$1:$2') : 'Z';
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
}

function parseNamed(text: string): number | undefined {
  if (!NAMED.test(text)) return undefined;
  return Date.parse(/(?:Z|UTC|GMT|[+-]\d{4}|[ECMP][SD]T)\s*$/i.test(text) ? text : `${text} UTC`);
}

/** Seconds or milliseconds since 1970. */
function parseEpoch(text: string): number | undefined {
  if (!/^\d{10}(?:\d{3})?$/.test(text)) return undefined;
  return text.length === 10 ? Number(text) * 1000 : Number(text);
}

/** The day that many addresses of news hold: `/2019/11/19/`. */
export function dayInAddress(pageUrl: string): string | undefined {
  const [, year, month, day] = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)/.exec(pageUrl) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return parsePublishedTime(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
