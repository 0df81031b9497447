import { isSlug } from '../core/article/slug.ts';
import { DomainError } from '../core/errors.ts';
import type { Context } from './context.ts';

/**
 * The slug of what should be there already: a name that cannot be one names nothing.
 *
 * @throws {DomainError} `article-not-found`.
 */
export function knownSlug(context: Context): string {
  const slug = context.req.param('slug');
  if (slug !== undefined && isSlug(slug)) return slug;
  throw new DomainError({ kind: 'article-not-found' });
}

/** The slug of what may be made. @throws {DomainError} `invalid-parameter`. */
export function newSlug(context: Context): string {
  const slug = context.req.param('slug');
  if (slug !== undefined && isSlug(slug)) return slug;
  throw new DomainError({
    kind: 'invalid-parameter',
    errors: [
      {
        parameter: 'slug',
        code: 'invalid-slug',
        detail: 'lower-case letters, digits and single hyphens, at most 200',
      },
    ],
  });
}
