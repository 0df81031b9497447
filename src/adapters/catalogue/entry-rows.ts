import { type ListEntry, listEntrySchema } from '../../core/article/article.ts';
import type { SummaryState } from '../../core/summary/review.ts';
import { logWarning } from '../console-log.ts';
import type { LaidText, Place, VolumeTexts } from './volume-texts.ts';

/** As the table `articles` has it. `entry`: JSON of the list entry, or of what the order itself needs of it. */
export type EntryRow = {
  slug: string;
  published_at: number;
  entry: string;
  place: Place | null;
  revision: number;
  /** Of its summary; null where that is as the engine made it. */
  state: SummaryState | null;
};
export const ENTRY_COLUMNS = `articles.slug, articles.published_at, entry, place, revision,
  (SELECT d.state FROM desk_articles d WHERE d.slug = articles.slug) AS state`;

/** What statements read of an entry, where the whole of it was laid down in a volume. */
type ShortEntry = { title: string; tags?: string[]; url?: ''; updatedAt?: string };

/** What the row of an article is to tell as `entry`. */
export function entryInRow(entry: ListEntry, { place, entry: laid }: Omit<LaidText, 'packed'>): string {
  const whole = JSON.stringify(entry);
  // Between laying down and now a rule may have been set, which has another first sentence shown.
  if (place === null || whole !== laid) return whole;
  const { title, url, tags, publishedAt, updatedAt } = entry;
  const short: ShortEntry = { title };
  if (tags.length > 0) short.tags = tags;
  if (url !== null) short.url = '';
  if (updatedAt !== publishedAt) short.updatedAt = updatedAt;
  return JSON.stringify(short);
}

/** In the order of the rows, from the volumes where they stand there. One that is missing hides none of the others. */
export async function readItems<T>(
  texts: VolumeTexts,
  rows: readonly EntryRow[],
  toItem: (entry: ListEntry, row: EntryRow) => T,
): Promise<T[]> {
  const items = await Promise.all(
    rows.map(async (row) => {
      const entry = await wholeEntry(texts, row);
      if (entry !== undefined) return [toItem(listEntrySchema().parse(entry), row)];
      logWarning('text-missing', new Error(`no list entry stands at ${row.place}`));
      return [];
    }),
  );
  return items.flat();
}

async function wholeEntry(texts: VolumeTexts, { entry, place }: EntryRow): Promise<unknown> {
  const known = JSON.parse(entry) as ListEntry | ShortEntry;
  if (place === null || 'slug' in known) return known;
  const laid = await texts.loadEntry(place);
  return laid && JSON.parse(laid);
}

export const readEntries = (texts: VolumeTexts, rows: readonly EntryRow[]): Promise<ListEntry[]> =>
  readItems(texts, rows, (entry) => entry);
