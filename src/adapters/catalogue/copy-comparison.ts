import {
  articleKey,
  FRONT_KEY,
  parseCopyKey,
  rangeWithin,
  urlKeyOfHash,
} from '../../core/catalogue/copy-keys.ts';
import type { CopyComparison, CopyMetadata, CopyRange } from '../../flows/ports.ts';
import type { ArticleRows } from './article-rows.ts';
import type { CopySource } from './copy-source.ts';
import type { Facts } from './facts.ts';
import type { SqlOutbox } from './outbox.ts';

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

  constructor(rows: ArticleRows, source: CopySource, outbox: SqlOutbox, facts: Facts) {
    this.#rows = rows;
    this.#source = source;
    this.#outbox = outbox;
    this.#facts = facts;
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
      const { metadata, changedAt } = expected.get(key) ?? this.#unexpected(key, actual.get(key));
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

  /** A copy of which the tables know nothing. A page URL may have been taken from its article just now. */
  #unexpected(key: string, metadata: unknown): Expectation {
    const slug = parseCopyKey(key).kind === 'url' ? (metadata as { slug?: unknown } | null)?.slug : undefined;
    const owner = typeof slug === 'string' ? this.#rows.find(slug) : undefined;
    return { metadata: null, changedAt: owner?.changed_at ?? 0 };
  }
}

function includes(actual: unknown, expected: CopyMetadata): boolean {
  const members = (actual ?? {}) as Record<string, unknown>;
  return Object.entries(expected).every(([name, value]) => members[name] === value);
}
