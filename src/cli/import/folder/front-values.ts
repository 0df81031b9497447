import { parsePublishedTime } from '../../../core/extraction/metadata/published-time.ts';
import type { FrontMatter } from './front-matter.ts';

/** YAML takes 1984 for a number and TOML a day for a date; in a title or a tag they are words. */
export function wordsOf(value: unknown): string | undefined {
  const text =
    typeof value === 'number' || typeof value === 'bigint'
      ? String(value)
      : value instanceof Date
        ? value.toISOString()
        : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

/** "yes", "true", 1: people write what their system takes, and what it does not. A doubtful draft stays one. */
export function isTrue(value: unknown): boolean {
  return value === true || /^(?:true|yes|on|1)$/iu.test(wordsOf(value) ?? '');
}

export function isFalse(value: unknown): boolean {
  return value === false || /^(?:false|no|off|0)$/iu.test(wordsOf(value) ?? '');
}

/** Names in a list, in a string (parted as the system parts it), or under `name`. */
export function namesOf(value: unknown, parts: RegExp): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => namesOf(item, /$^/u));
  if (typeof value === 'object' && value !== null && !(value instanceof Date))
    return 'name' in value ? namesOf(value.name, parts) : [];
  return (wordsOf(value) ?? '')
    .split(parts)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

export interface ReadDate {
  /** RFC 3339 in UTC. */
  instant: string | null;
  /** Why there is none, though something stands there. */
  unread?: string;
}

/**
 * The first of these keys that holds a date.
 *
 * @param zone - IANA name of the zone that times without one are in.
 */
export function dateOf(front: FrontMatter, keys: readonly string[], zone: string): ReadDate {
  // `published: true` is an answer to another question.
  const found = front.first(...keys.filter((key) => typeof front.get(key) !== 'boolean'));
  if (found === undefined) return { instant: null };
  const text = dateText(found.value);
  const instant = parsePublishedTime(text, { timeZone: zone });
  if (instant === undefined) {
    const line = front.lineOf(found.key);
    const place = line === undefined ? '' : ` (line ${line})`;
    return { instant: null, unread: `${found.key}${place}: "${text}" is no date that can be read` };
  }
  return { instant };
}

function dateText(value: unknown): string {
  // TOML tells local times from others, and writes them without a zone.
  return value instanceof Date ? value.toISOString() : (wordsOf(value) ?? String(value));
}

/** The start of a day, as clocks in a zone show it. */
export function startOfDay(day: string, zone: string): string | null {
  return parsePublishedTime(`${day} 00:00`, { timeZone: zone }) ?? null;
}

/** The day that calendars in a zone show at an instant. */
export function dayInZone(instant: string, zone: string): { year: string; month: string; day: string } {
  const shown = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(Date.parse(instant));
  const [year = '', month = '', day = ''] = shown.split('-');
  return { year, month, day };
}

/** Where themes keep the picture of an article. Relative ones stand beside the page. */
export function imageOf(front: FrontMatter, pageUrl: string | null): { url: string; alt: string } | null {
  const given = front.get(
    'image',
    'heroImage',
    'cover',
    'featured_image',
    'featuredImage',
    'images',
    'thumbnail',
  );
  const header = front.get('header');
  const source = pictureIn(given) ?? pictureIn(header);
  const url = source === undefined ? null : URL.parse(source, pageUrl ?? undefined);
  if (url === null || !/^https?:$/u.test(url.protocol)) return null;
  const alt = altIn(given) ?? wordsOf(front.get('imageAlt', 'image_alt', 'heroImageAlt')) ?? '';
  return { url: url.href, alt };
}

function pictureIn(value: unknown): string | undefined {
  if (Array.isArray(value)) return pictureIn(value[0]);
  if (typeof value !== 'object' || value === null) return wordsOf(value);
  const { url, src, path, image } = value as Record<string, unknown>;
  return wordsOf(url) ?? wordsOf(src) ?? wordsOf(path) ?? wordsOf(image);
}

function altIn(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'alt' in value ? wordsOf(value.alt) : undefined;
}
