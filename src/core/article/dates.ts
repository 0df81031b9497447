/**
 * The date of what has none. Lists are in order of date, and an article that nobody dated must not lead them as the
 * newest; broken templates print the same instant, and readers of feeds take it for none. It is never shown.
 */
export const UNDATED = '1970-01-01T00:00:00Z';

/** When an article was published, where that is known. */
export const dateOf = ({ publishedAt }: { publishedAt: string }): string | null =>
  publishedAt === UNDATED ? null : publishedAt;

/** @param timestamp - Milliseconds since the epoch. */
export function formatInstant(timestamp: number): string {
  return new Date(timestamp).toISOString().replace('.000Z', 'Z');
}

/** When what readers see was last changed: what was written ahead of its time changed nothing before it. */
export function lastChangeOf({ publishedAt, updatedAt }: { publishedAt: string; updatedAt: string }): string {
  return Date.parse(updatedAt) < Date.parse(publishedAt) ? publishedAt : updatedAt;
}
