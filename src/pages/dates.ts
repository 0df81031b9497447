import type { Labels } from '../core/labels/labels.ts';

/** A date as a newspaper of that language prints it; in UTC, since pages are the same for every reader. */
export function formatDate(instant: string, language: string): string {
  return formattersFor(language).date.format(new Date(instant));
}

export function formatReadingTime(seconds: number, labels: Labels, language: string): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  return labels.readingTime.replace('{n}', formattersFor(language).number.format(minutes));
}

interface Formatters {
  date: Intl.DateTimeFormat;
  number: Intl.NumberFormat;
}

const LANGUAGES_MAX_COUNT = 50;
const formatters = new Map<string, Formatters>();

/** Making a formatter is far dearer than using it, so those of a few languages are kept. */
function formattersFor(language: string): Formatters {
  const known = formatters.get(language);
  if (known !== undefined) return known;
  const locale = language === 'und' ? 'en' : language;
  const made = {
    date: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
    number: new Intl.NumberFormat(locale),
  };
  if (formatters.size < LANGUAGES_MAX_COUNT) formatters.set(language, made);
  return made;
}
