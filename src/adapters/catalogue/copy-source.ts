import { articleTag, type CopyKey, LIST_TAG, parseCopyKey } from '../../core/catalogue/copy-keys.ts';
import {
  encodeArticle,
  encodeTombstone,
  FRONT_MAX_COUNT,
  type Front,
  PROJECTION_SCHEMA,
} from '../../core/catalogue/projection.ts';
import type { CopyMetadata } from '../../flows/ports.ts';
import type { Copy } from '../../flows/project-changes.ts';
import type { ArticleOrder } from './article-order.ts';
import { type ArticleRow, type ArticleRows, isRowKnown } from './article-rows.ts';
import type { Facts } from './facts.ts';

const NO_COPY: Copy = { value: null, metadata: null, tags: [] };

/** What KV should hold under each key, made from the tables as they stand. */
export class CopySource {
  readonly #rows: ArticleRows;
  readonly #order: ArticleOrder;
  readonly #facts: Facts;

  constructor(rows: ArticleRows, order: ArticleOrder, facts: Facts) {
    this.#rows = rows;
    this.#order = order;
    this.#facts = facts;
  }

  copyOf(key: string): Copy {
    const parsed = parseCopyKey(key);
    switch (parsed.kind) {
      case 'article':
        return { ...NO_COPY, ...this.articleCopy(parsed.slug), tags: [articleTag(parsed.slug)] };
      case 'url':
        return this.#urlCopy(parsed);
      case 'front':
        return { value: JSON.stringify(this.#front()), metadata: this.frontMetadata(), tags: [LIST_TAG] };
      case 'foreign':
        throw new Error('nothing but our own keys is ever queued');
    }
  }

  /** Undefined where readers know of no such slug. */
  articleCopy(slug: string): { value: string; metadata: CopyMetadata } | undefined {
    const row = this.#rows.find(slug);
    const metadata = row && this.articleMetadata(row);
    if (row === undefined || metadata === undefined) return undefined;
    const { revision, projection } = row;
    const version = { catalogue: this.#facts.catalogue(), revision, projection };
    if (row.state !== 'article') return { value: encodeTombstone(slug, version, row.moved_to), metadata };
    const neighbours = this.#order.neighboursOf(slug, row.published_at ?? 0);
    return { value: encodeArticle(this.#rows.record(row), neighbours, version), metadata };
  }

  articleMetadata(row: ArticleRow): CopyMetadata | undefined {
    const { moved_to: movedTo, revision, projection } = row;
    if (!isRowKnown(row) || (movedTo !== null && !this.#rows.isKnownToReaders(movedTo))) return undefined;
    return { catalogue: this.#facts.catalogue(), revision, projection, schema: PROJECTION_SCHEMA };
  }

  urlMetadata(slug: string): CopyMetadata {
    return { catalogue: this.#facts.catalogue(), slug };
  }

  frontMetadata(): CopyMetadata {
    const changes = this.#facts.number('changes');
    return { catalogue: this.#facts.catalogue(), changes, schema: PROJECTION_SCHEMA };
  }

  #urlCopy({ hash }: Extract<CopyKey, { kind: 'url' }>): Copy {
    const slug = this.#rows.urls.ownerOfHash(hash);
    if (slug === undefined || !this.#rows.isVisible(slug)) return NO_COPY;
    return { value: slug, metadata: this.urlMetadata(slug), tags: [articleTag(slug)] };
  }

  #front(): Front {
    return {
      schema: PROJECTION_SCHEMA,
      catalogue: this.#facts.catalogue(),
      changes: this.#facts.number('changes'),
      total: this.#order.count(),
      items: this.#order.newest(FRONT_MAX_COUNT),
    };
  }
}
