import type { Labels } from '../core/labels.ts';

/** A date as a newspaper of that language prints it; in UTC, since pages are the same for every reader. */
export function formatDate(instant: string, language: string): string {
  const locale = language === 'und' ? 'en' : language;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(instant));
}

export function formatReadingTime(seconds: number, labels: Labels, language: string): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  const number = new Intl.NumberFormat(language === 'und' ? 'en' : language).format(minutes);
  return labels.readingTime.replace('{n}', number);
}
