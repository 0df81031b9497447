import type { ArticleRecord } from '../core/catalogue/article-record.ts';
import type { Digest } from '../core/summary/digest.ts';
import type { Override } from '../core/summary/override.ts';

/**
 * Ranks a stored article anew. The engine is a third of the Worker, so it is made ready when somebody decides about a
 * summary: an isolate that only reads never runs it.
 *
 * Cost: one ranking plus 23 selections.
 */
export async function digestAgain(
  record: ArticleRecord,
  override: Override | null = record.override,
): Promise<Digest> {
  const { digestWithOverride } = await import('../core/summary/digest-article.ts');
  return digestWithOverride({ ...record, override, page: record.digest.page });
}
