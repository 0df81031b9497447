import type { ArticlePut } from '../core/article/article.ts';
import { type ArticleRecord, aliasesOf } from '../core/catalogue/article-record.ts';
import { DomainError, type FieldError } from '../core/errors.ts';

/**
 * An alias claims a page, so its host must be the publication's: registered, or that of the article itself. What leads to
 * the article already goes on leading to it.
 *
 * @throws {DomainError} `invalid-body`.
 */
export function refuseForeignAliases(
  { aliases = [], url }: ArticlePut,
  previous: ArticleRecord | undefined,
  isOurs: (pageUrl: string) => boolean,
): void {
  const home = url == null ? undefined : new URL(url).hostname;
  const known = previous === undefined ? [] : aliasesOf(previous);
  const errors = aliases.flatMap((alias, index): FieldError[] => {
    if (new URL(alias).hostname === home || known.includes(alias) || isOurs(alias)) return [];
    return [
      { pointer: `#/aliases/${index}`, code: 'site-not-registered', detail: 'must be on a host in SITES' },
    ];
  });
  if (errors.length > 0) throw new DomainError({ kind: 'invalid-body', errors });
}
