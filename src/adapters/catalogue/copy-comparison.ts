import {
  articleKey,
  FRONT_KEY,
  parseCopyKey,
  rangeWithin,
  SITEMAP_KEY,
  sitemapPartKey,
  urlKeyOfHash,
} from '../../core/catalogue/copy-keys.ts';
import type { CopyComparison, CopyMetadata, CopyRange } from '../../flows/ports.ts';
import type { ArticleRows } from './article-rows.ts';
import type { CopySource } from './copy-source.ts';
import type { Facts } from './facts.ts';
import type { SqlOutbox } from './outbox.ts';
import type { SitemapRows } from './sitemap-rows.ts';

/** KV shows a change everywhere after "up to 60 seconds or more"; until then a difference means nothing. */
const GRACE_MS = 5 * 60_000;

interface Expectation {
  /** Null where there should be no copy. */
  metadata: CopyMetadata | null;
  changedAt: number;
}

/** Compares a range of copies with the tables by their numbers, and queues those that differ. */
export class CopyComparer {
  readonly #rows: ArticleRows;
  readonly #source: CopySource;
  readonly #outbox: SqlOutbox;
  readonly #facts: Facts;
  readonly #sitemap: SitemapRows;

  constructor(rows: ArticleRows, source: CopySource, outbox: SqlOutbox, facts: Facts, sitemap: SitemapRows) {
    this.#rows = rows;
    this.#source = source;
    this.#outbox = outbox;
    this.#facts = facts;
    this.#sitemap = sitemap;
  }

  compare(range: CopyRange, now: number): CopyComparison {
    const expected = this.#expectations(range);
    const actual = new Map(range.copies.map(({ key, metadata }) => [key, metadata]));
    const isInRange = (key: string) =>
      key > range.after &&
      (range.through === null || key <= range.through) &&
      parseCopyKey(key).kind !== 'foreign';
    const keys = [...new Set([...expected.keys(), ...actual.keys()])].filter(isInRange).sort();
    const compared = keys.slice(0, range.limit);
    const comparison: CopyComparison = {
      compared: compared.length,
      repaired: 0,
      young: 0,
      waiting: 0,
      stoppedAt: keys.length > compared.length ? (compared.at(-1) ?? null) : null,
    };
    for (const key of compared) {
      const { metadata, changedAt } = expected.get(key) ?? this.#unexpected(key, actual.get(key), now);
      if (metadata === null ? !actual.has(key) : includes(actual.get(key), metadata)) continue;
      if (this.#outbox.has(key)) comparison.waiting += 1;
      else if (changedAt > now - GRACE_MS) comparison.young += 1;
      else {
        this.#outbox.queue(key, now);
        comparison.repaired += 1;
      }
    }
    return comparison;
  }

  /** One more than the limit of each kind tells whether the limit cuts the range short. */
  #expectations({ limit, ...range }: CopyRange): Map<string, Expectation> {
    const expected = new Map<string, Expectation>();
    const articles = rangeWithin('article', range);
    if (articles !== undefined) {
      for (const row of this.#rows.between(articles.after, articles.through, limit + 1)) {
        const metadata = this.#source.articleMetadata(row) ?? null;
        expected.set(articleKey(row.slug), { metadata, changedAt: row.changed_at });
      }
    }
    expected.set(FRONT_KEY, {
      metadata: this.#source.frontMetadata(),
      changedAt: this.#facts.number('changedAt'),
    });
    this.#expectSitemap(expected);
    const urls = rangeWithin('url', range);
    if (urls !== undefined) {
      for (const { hash, slug, visible, changed_at: changedAt } of this.#rows.urls.between(
        urls.after,
        urls.through,
        limit + 1,
      )) {
        const metadata = visible === 1 ? this.#source.urlMetadata(slug) : null;
        expected.set(urlKeyOfHash(hash), { metadata, changedAt });
      }
    }
    return expected;
  }

  #expectSitemap(expected: Map<string, Expectation>): void {
    const parts = this.#sitemap.parts();
    if (parts.length === 0) return; // No article was ever ours to list.
    const changedAt = Math.max(...parts.map(({ changed_at: at }) => at));
    expected.set(SITEMAP_KEY, { metadata: this.#sitemap.metadata(), changedAt });
    for (const { part, version, changed_at: at } of parts)
      expected.set(sitemapPartKey(part), { metadata: this.#sitemap.metadata(version), changedAt: at });
  }

  /** A copy of which neither articles nor pages know. A page URL may have been taken from its article just now. */
  #unexpected(key: string, metadata: unknown, now: number): Expectation {
    const parsed = parseCopyKey(key);
    if (parsed.kind !== 'url') return { metadata: null, changedAt: 0 };
    const slug = (metadata as { slug?: unknown } | null)?.slug;
    const owner = typeof slug === 'string' ? this.#rows.find(slug) : undefined;
    return {
      metadata: this.#source.urlCopy(parsed.hash, now).metadata, // Why the page leads nowhere.
      changedAt: owner?.changed_at ?? 0,
    };
  }
}

function includes(actual: unknown, expected: CopyMetadata): boolean {
  const members = (actual ?? {}) as Record<string, unknown>;
  return Object.entries(expected).every(([name, value]) => members[name] === value);
}
