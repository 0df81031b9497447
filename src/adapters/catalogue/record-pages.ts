import type { StoredRecord } from '../../core/catalogue/catalogue-change.ts';
import type { ArticleRows } from './article-rows.ts';

/** An RPC answer holds 32 MiB; a page of records stays far below. UTF-16 units. */
const PAGE_MAX_LENGTH = 4_000_000;

/** Records and tombstones of slugs above `after`, in order: at most `limit`, fewer where they are long, at least one. */
export function readPage(
  rows: ArticleRows,
  after: string | null,
  limit: number,
): { records: StoredRecord[]; isLast: boolean } {
  const found = [...rows.between(after ?? '', null, limit + 1)];
  const records: StoredRecord[] = [];
  let length = 0;
  for (const row of found.slice(0, limit)) {
    const stored = rows.stored(row);
    length += stored.state === 'article' ? lengthOf(stored.record) : 0;
    if (records.length > 0 && length > PAGE_MAX_LENGTH) break;
    records.push(stored);
  }
  return { records, isLast: records.length === found.length };
}

function lengthOf({ bodySource, html, text }: { bodySource: string; html: string; text: string }): number {
  return bodySource.length + html.length + text.length;
}
