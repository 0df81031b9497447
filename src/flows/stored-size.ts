import type { ArticleRecord } from '../core/catalogue/article-record.ts';
import { encodeArticle } from '../core/catalogue/encode-projection.ts';
import { DomainError } from '../core/errors.ts';
import { STORED_VALUE_MAX_BYTES } from '../core/limits.ts';

/** Room in the stored value for the titles and slugs of two neighbours, which come later. */
const NEIGHBOURS_MAX_BYTES = 5_000;

/**
 * No row of the catalogue and no copy may pass 1.9 MB; local workerd would take more than the platform does.
 *
 * @throws {DomainError} `article-too-large`.
 */
export function limitSize(record: ArticleRecord): ArticleRecord {
  const noNeighbours = { previous: null, next: null };
  const value = encodeArticle(record, noNeighbours, { catalogue: '00000000', projection: 0, withText: true });
  const actualBytes = Math.max(
    new TextEncoder().encode(value).length,
    new TextEncoder().encode(record.bodySource).length,
  );
  const limitBytes = STORED_VALUE_MAX_BYTES - NEIGHBOURS_MAX_BYTES;
  if (actualBytes > limitBytes) throw new DomainError({ kind: 'article-too-large', limitBytes, actualBytes });
  return record;
}
