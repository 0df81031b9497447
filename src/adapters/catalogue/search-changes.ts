import { type ArticleRecord, toListEntry } from '../../core/catalogue/article-record.ts';
import { summaryStateOf } from '../../core/summary/review.ts';
import { logWarning } from '../console-log.ts';
import type { ArticleRow, ArticleRows } from './article-rows.ts';
import { searchedText } from './desk-index.ts';
import type { SearchChange, SearchDocument } from './search-object.ts';

/** Of packed records: a call holds 32 MiB, and they are unpacked at one time. */
const TOLD_MAX_BYTES = 1_000_000;

/**
 * What the index is told of the first of these articles, all as they stand now: of one at least. Undefined where an article
 * cannot be read: its volume may be out of reach for a moment.
 */
export function readChanges(
  rows: ArticleRows,
  slugs: readonly string[],
): Promise<SearchChange | undefined>[] {
  const changes: Promise<SearchChange | undefined>[] = [];
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

async function changeOf(
  slug: string,
  row: ArticleRow | undefined,
  record: Promise<ArticleRecord> | undefined,
): Promise<SearchChange | undefined> {
  try {
    const read = await record;
    const document = read === undefined ? null : documentOf(read, row?.visible === 1);
    return { slug, projection: row?.projection ?? 0, document };
  } catch (error) {
    logWarning('record-not-indexed', error);
    return undefined;
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
