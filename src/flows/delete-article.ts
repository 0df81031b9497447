import type { Preconditions } from '../core/catalogue/write-decision.ts';
import { DomainError } from '../core/errors.ts';
import { requireEditable } from './edit-article.ts';
import type { Catalogue } from './ports.ts';
import { askTruth } from './read-article.ts';

/**
 * Removes an article; later reads answer 410. Its page, if it has one, is not made an article again because somebody
 * looks at it or a feed lists it.
 *
 * @param preconditions - The fields as sent; deleting blindly is refused.
 * @throws {DomainError} `article-not-found`, `precondition-required`, `precondition-failed`, `store-unavailable`.
 */
export async function deleteArticle(
  catalogue: Catalogue,
  slug: string,
  preconditions: Preconditions,
): Promise<void> {
  const { record } = await requireEditable(catalogue, slug, preconditions);
  const outcome = await askTruth(() => catalogue.remove(slug, record.revision, 'held'));
  if (outcome === 'changed-meanwhile') {
    throw new DomainError({ kind: 'precondition-failed', detail: 'The article was changed meanwhile.' });
  }
}
