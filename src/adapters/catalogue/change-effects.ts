import type { Neighbours } from '../../core/catalogue/article-record.ts';
import { articleKey, FRONT_KEY, urlKeyOfHash } from '../../core/catalogue/copy-keys.ts';
import type { ArticleOrder } from './article-order.ts';
import type { ArticleRow, ArticleRows } from './article-rows.ts';
import type { Facts } from './facts.ts';
import type { SqlOutbox } from './outbox.ts';
import type { SitemapRows } from './sitemap-rows.ts';

/** What else readers see differently after a change, and which copies have to be written for it. */
export class ChangeEffects {
  readonly #rows: ArticleRows;
  readonly #order: ArticleOrder;
  readonly #facts: Facts;
  readonly #outbox: SqlOutbox;
  readonly #sitemap: SitemapRows;

  constructor(rows: ArticleRows, order: ArticleOrder, facts: Facts, outbox: SqlOutbox, sitemap: SitemapRows) {
    this.#rows = rows;
    this.#order = order;
    this.#facts = facts;
    this.#outbox = outbox;
    this.#sitemap = sitemap;
  }

  /** Something that these articles show besides themselves has changed: a neighbour, its title, the target of a move. */
  touch(slugs: readonly string[], now: number): void {
    for (const slug of new Set(slugs)) {
      this.#rows.bumpProjection(slug, now);
      this.queueArticle(slug, now);
    }
  }

  queueArticle(slug: string, now: number): void {
    this.#outbox.queue(articleKey(slug), now);
  }

  queueUrls(hashes: readonly string[], now: number): void {
    for (const hash of new Set(hashes)) this.#outbox.queue(urlKeyOfHash(hash), now);
  }

  listChanged(now: number): void {
    this.#facts.increment('changes');
    this.#facts.set('changedAt', now);
    this.#outbox.queue(FRONT_KEY, now);
  }

  /** The article has come to readers, has gone, or says something else. */
  articleChanged(slug: string, now: number): void {
    this.listChanged(now);
    this.#sitemap.update(slug, now);
  }

  neighboursOf({ slug, published_at: publishedAt }: Pick<ArticleRow, 'slug' | 'published_at'>): Neighbours {
    return this.#order.neighboursOf(slug, publishedAt ?? 0);
  }
}

export function slugsOf({ previous, next }: Neighbours): string[] {
  return [previous, next].flatMap((neighbour) => neighbour?.slug ?? []);
}
