import { type ArticleRecord, toListEntry } from '../../core/catalogue/article-record.ts';
import { summaryStateOf } from '../../core/summary/review.ts';
import { logWarning } from '../console-log.ts';
import type { ArticleRow, ArticleRows } from './article-rows.ts';
import { searchedText } from './desk-index.ts';
import type { SearchChange, SearchDocument } from './search-object.ts';

/** Of packed records: a call holds 32 MiB, and they are unpacked at one time. */
const TOLD_MAX_BYTES = 1_000_000;

/** What the index is told of the first of these articles, all as they stand now: of one at least. */
export function readChanges(rows: ArticleRows, slugs: readonly string[]): Promise<SearchChange>[] {
  const changes: Promise<SearchChange>[] = [];
  let bytes = 0;
  for (const slug of slugs) {
    const row = rows.find(slug);
    const body = row?.state === 'article' ? rows.body(row) : undefined;
    bytes += body?.bytes ?? 0;
    if (changes.length > 0 && bytes > TOLD_MAX_BYTES) break;
    changes.push(changeOf(slug, row, body?.record()));
  }
  return changes;
}

/** What cannot be read is not found, and holds up none of the others. */
async function changeOf(
  slug: string,
  row: ArticleRow | undefined,
  record: Promise<ArticleRecord> | undefined,
): Promise<SearchChange> {
  const change = { slug, projection: row?.projection ?? 0 };
  try {
    const read = await record;
    return { ...change, document: read === undefined ? null : documentOf(read, row?.visible === 1) };
  } catch (error) {
    logWarning('record-not-indexed', error);
    return { ...change, document: null };
  }
}

export function documentOf(record: ArticleRecord, isVisible: boolean): SearchDocument {
  const { slug, publishedAt, language, tags } = record;
  const { description, byline, summary } = toListEntry(record);
  return {
    ...searchedText(record),
    slug,
    language,
    tags,
    isVisible,
    state: summaryStateOf(record),
    publishedAt: Date.parse(publishedAt),
    openOfEntry: [description, byline, ...tags, summary].join('\n'),
  };
}
