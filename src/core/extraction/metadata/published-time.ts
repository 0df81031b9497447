import { formatInstant } from '../../article/dates.ts';
import { monthOf } from './month-names.ts';
import { instantIn, offsetOf } from './time-zones.ts';

/** What is known of whoever wrote a date. */
export interface DateHabits {
  /** Tells whether 02/03 is in February: only in the United States, and English alone does not say. */
  language?: string | undefined;
  /** IANA name of the zone that is meant where none is said; UTC without it. */
  timeZone?: string | undefined;
}

/** No date is longer, however many words it is written in. */
const DATE_MAX_LENGTH = 120;
const OLDEST_YEAR = 1600;
const NEWEST_YEAR = 2200;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A day, and where in the text it ends. */
interface Day {
  year: number;
  month: number;
  day: number;
  rest: string;
}

/**
 * Reads a date as pages, feeds and systems write it: ISO 8601 in all its forms, RFC 2822, "2 de marzo de 2026",
 * "Monday, March 2, 2026 at 8:00 AM", "02.03.2026 08:30", "2026年3月2日", seconds since 1970.
 *
 * 02/03/2026 is read only where the language says which is the month. The first day of 1970 stands for a date that
 * nobody set, and is none.
 *
 * @returns RFC 3339 in UTC, or undefined for anything else ("2 hours ago").
 */
export function parsePublishedTime(text: string | undefined, habits: DateHabits = {}): string | undefined {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '' || trimmed.length > DATE_MAX_LENGTH) return undefined;
  const timestamp = parseEpoch(trimmed) ?? parseWritten(foldDate(trimmed), habits);
  if (timestamp === undefined || Number.isNaN(timestamp) || Math.abs(timestamp) < DAY_MS) return undefined;
  const year = new Date(timestamp).getUTCFullYear();
  return year < OLDEST_YEAR || year > NEWEST_YEAR
    ? undefined
    : formatInstant(Math.floor(timestamp / 1000) * 1000);
}

/** Small letters without accents; spaces of every kind as one. */
function foldDate(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u200e\u200f]/g, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Seconds or milliseconds since 1970. */
function parseEpoch(text: string): number | undefined {
  if (!/^\d{10}(?:\d{3})?$/.test(text)) return undefined;
  return text.length === 10 ? Number(text) * 1000 : Number(text);
}

function parseWritten(text: string, habits: DateHabits): number | undefined {
  const day = yearFirst(text) ?? dayFirst(text, habits) ?? named(text);
  if (day === undefined || day.year < OLDEST_YEAR || !exists(day)) return undefined;
  const time = timeIn(day.rest);
  if (time === undefined) return undefined;
  const wallTime = Date.UTC(day.year, day.month - 1, day.day) + time;
  const offset = offsetOf(day.rest.trim());
  if (offset !== undefined) return wallTime - offset * 60_000;
  return habits.timeZone === undefined ? wallTime : instantIn(habits.timeZone, wallTime);
}

function exists({ year, month, day }: Day): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** 2026-03-02, 2026/3/2, 2026.03.02, 20260302, 2026年3月2日, 2026년 3월 2일. */
function yearFirst(text: string): Day | undefined {
  const [all, year, month, day] =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text)?.filter((_, index) => index !== 2) ??
    /^(\d{4})(\d{2})(\d{2})(?=$|t| )/.exec(text) ??
    /(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/.exec(text) ??
    [];
  if (all === undefined) return undefined;
  return { year: Number(year), month: Number(month), day: Number(day), rest: after(text, all) };
}

/** 02.03.2026 has the day first everywhere, 02/03/2026 in most places. */
function dayFirst(text: string, { language = '' }: DateHabits): Day | undefined {
  const [all, first, mark, second, year] =
    /(?<![\d./-])(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4})(?!\d)/.exec(text) ?? [];
  if (all === undefined) return undefined;
  const rest = after(text, all);
  const numbers = { year: Number(year), rest };
  if (mark === '.' || Number(first) > 12 || first === second)
    return { ...numbers, day: Number(first), month: Number(second) };
  const isAmerican = /^en-us\b/i.test(language) || Number(second) > 12;
  if (!isAmerican && (language === '' || /^en$/i.test(language))) return undefined;
  return isAmerican
    ? { ...numbers, day: Number(second), month: Number(first) }
    : { ...numbers, day: Number(first), month: Number(second) };
}

const DAY_MONTH_YEAR =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|eme|[.º°])?[ ,-](?:de |d['’]|of )?(\p{L}[\p{L}\p{M}]{2,14})[.,]?[ -](?:del? )?(\d{4}|\d{2}(?= \d{1,2}:))(?!\d)/u;
const MONTH_DAY_YEAR = /(\p{L}[\p{L}\p{M}]{2,14})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/u;
const YEAR_MONTH_DAY = /(\d{4})\.? (\p{L}[\p{L}\p{M}]{2,14}) (\d{1,2})(?!\d)/u;
const VIETNAMESE = /(\d{1,2}) thang (\d{1,2}),? (?:nam )?(\d{4})/;

function named(text: string): Day | undefined {
  const [vietnamese, date, number, ofYear] = VIETNAMESE.exec(text) ?? [];
  if (vietnamese !== undefined)
    return { year: Number(ofYear), month: Number(number), day: Number(date), rest: after(text, vietnamese) };
  const [all, day, month, year] =
    DAY_MONTH_YEAR.exec(text) ??
    reorder(MONTH_DAY_YEAR.exec(text), [0, 2, 1, 3]) ??
    reorder(YEAR_MONTH_DAY.exec(text), [0, 3, 2, 1]) ??
    [];
  const number_ = month === undefined ? undefined : monthOf(month);
  if (all === undefined || number_ === undefined) return undefined;
  const full = year?.length === 2 ? 2000 + Number(year) : Number(year);
  return { year: full, month: number_, day: Number(day), rest: after(text, all) };
}

function reorder(
  match: RegExpExecArray | null,
  order: readonly number[],
): (string | undefined)[] | undefined {
  return match === null ? undefined : order.map((index) => match[index]);
}

function after(text: string, found: string): string {
  return text.slice(text.indexOf(found) + found.length);
}

const TIME = /(?<![\d+:-])(\d{1,2})(?:[:h.]|時|시 ?)(\d{2})(?:[:.分](\d{2}))?(?!\d)/;
const COMPACT_TIME = /^t(\d{2})(\d{2})(\d{2})?/;
const AFTERNOON = /(?:\d ?p\.?m\b|下午|午後|오후)/;
const MORNING = /(?:\d ?a\.?m\b|上午|午前|오전)/;
const FULL_HOUR = /(?<![\d+:-])(\d{1,2}) ?(?:[ap]\.?m\b|uhr|h\b)/;

/** @returns Milliseconds of the day, 0 where no time is said; undefined where what is said is no time. */
function timeIn(rest: string): number | undefined {
  const [, hour = '0', minute = '0', second = '0'] =
    COMPACT_TIME.exec(rest) ?? TIME.exec(rest) ?? FULL_HOUR.exec(rest) ?? [];
  let hours = Number(hour);
  if (AFTERNOON.test(rest) && hours < 12) hours += 12;
  if (MORNING.test(rest) && hours === 12) hours = 0;
  const minutes = Number(minute);
  const seconds = Number(second);
  if (hours > 24 || minutes > 59 || seconds > 60) return undefined;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** The day that many addresses of news hold: `/2019/11/19/`. */
export function dayInAddress(pageUrl: string): string | undefined {
  const [, year, month, day] = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)/.exec(pageUrl) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return parsePublishedTime(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
