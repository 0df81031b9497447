import type { StoredRecord } from '../../core/catalogue/catalogue-change.ts';
import type { ArticleRow, ArticleRows } from './article-rows.ts';

/** An RPC answer holds 32 MiB; a page of records stays far below. UTF-16 units. */
const PAGE_MAX_LENGTH = 4_000_000;

/** Packed records are read before the first is unpacked, so they are kept within this as well. */
const PACKED_MAX_BYTES = 2_000_000;

/** Records and tombstones of slugs above `after`, in order: at most `limit`, fewer where they are long, at least one. */
export async function readPage(
  rows: ArticleRows,
  after: string | null,
  limit: number,
): Promise<{ records: StoredRecord[]; isLast: boolean }> {
  const found = [...rows.between(after ?? '', null, limit + 1)];
  const page = readTogether(rows, found.slice(0, limit));
  const records: StoredRecord[] = [];
  let length = 0;
  for (const { unpack } of page) {
    const stored = await unpack();
    length += stored.state === 'article' ? lengthOf(stored) : 0;
    if (records.length > 0 && length > PAGE_MAX_LENGTH) break;
    records.push(stored);
  }
  return { records, isLast: records.length === found.length };
}

/** All as they stand at one moment. */
function readTogether(rows: ArticleRows, found: readonly ArticleRow[]) {
  const page: ReturnType<ArticleRows['stored']>[] = [];
  let bytes = 0;
  for (const row of found) {
    const stored = rows.stored(row);
    bytes += stored.bytes;
    if (page.length > 0 && bytes > PACKED_MAX_BYTES) break;
    page.push(stored);
  }
  return page;
}

function lengthOf({ record, history = [] }: Extract<StoredRecord, { state: 'article' }>): number {
  const { bodySource, html, text } = record;
  const decided = history.length === 0 ? 0 : JSON.stringify(history).length;
  return bodySource.length + html.length + text.length + decided;
}
