import { isKnownToReaders } from '../core/catalogue/catalogue-change.ts';
import { type MemoryRows, nameOf } from './memory-rows.ts';

/** What of everything that readers see depends on other articles: neighbours of those in the list, who leads where. */
export function describeShown(rows: MemoryRows): Map<string, string> {
  const names = rows.visible().map(({ record }) => nameOf(record));
  const listed = names.map(({ slug }, index): [string, string] => [
    slug,
    JSON.stringify([names[index - 1], names[index + 1]]),
  ]);
  const shown = rows.slugs().filter((slug) => isShown(rows, slug));
  return new Map([...shown.map((slug): [string, string] => [slug, 'end']), ...listed]);
}

/** Whether readers get anything but the answer of a slug that nobody has used. */
export function isShown(rows: MemoryRows, slug: string): boolean {
  const row = rows.find(slug);
  const target = row === undefined || row.state === 'article' ? null : row.movedTo;
  return isKnown(rows, slug) && (target === null || isKnown(rows, target));
}

function isKnown(rows: MemoryRows, slug: string): boolean {
  const row = rows.find(slug);
  return isKnownToReaders(row && { state: row.state, isVisible: row.state === 'article' && row.visible });
}
