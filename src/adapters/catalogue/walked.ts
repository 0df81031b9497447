import type { ArticleChanges } from './article-changes.ts';
import type { ArticleRows } from './article-rows.ts';
import type { Facts } from './facts.ts';

/** What the walks over articles work on. */
export interface Walked {
  storage: Pick<DurableObjectStorage, 'transactionSync'>;
  rows: ArticleRows;
  changes: ArticleChanges;
  facts: Facts;
}
