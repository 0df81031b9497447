import type { Absence } from '../../core/catalogue/absence.ts';
import { articleTag, LIST_TAG, pageTag, parseCopyKey, SITEMAP_TAG } from '../../core/catalogue/copy-keys.ts';
import { encodeArticle, encodeTombstone } from '../../core/catalogue/encode-projection.ts';
import { FRONT_MAX_COUNT, type Front } from '../../core/catalogue/front.ts';
import { PROJECTION_SCHEMA } from '../../core/catalogue/projection.ts';
import type { Sitemap, SitemapPart } from '../../core/catalogue/sitemap.ts';
import type { CopyMetadata } from '../../flows/ports.ts';
import type { Copy } from '../../flows/project-changes.ts';
import type { AbsenceRows } from './absence-rows.ts';
import type { ArticleOrder } from './article-order.ts';
import { type ArticleRow, type ArticleRows, isRowKnown } from './article-rows.ts';
import { readEntries } from './entry-rows.ts';
import type { Facts } from './facts.ts';
import type { SitemapRows } from './sitemap-rows.ts';

/** An editor has removed the article of the page. */
const REMOVED: Absence = { fault: { kind: 'article-deleted' }, path: null, until: null };
const NO_COPY: Copy = { value: null, metadata: null, tags: [] };

/** What KV should hold under each key, made from the tables as they stand. */
export class CopySource {
  readonly #rows: ArticleRows;
  readonly #order: ArticleOrder;
  readonly #facts: Facts;
  readonly #sitemap: SitemapRows;
  readonly #absences: AbsenceRows;

  constructor(
    rows: ArticleRows,
    order: ArticleOrder,
    facts: Facts,
    sitemap: SitemapRows,
    absences: AbsenceRows,
  ) {
    this.#rows = rows;
    this.#order = order;
    this.#facts = facts;
    this.#sitemap = sitemap;
    this.#absences = absences;
  }

  async copyOf(key: string, now: number): Promise<Copy> {
    const parsed = parseCopyKey(key);
    switch (parsed.kind) {
      case 'article':
        return { ...NO_COPY, ...(await this.articleCopy(parsed.slug)), tags: [articleTag(parsed.slug)] };
      case 'url':
        return this.urlCopy(parsed.hash, now);
      case 'front':
        return this.#front();
      case 'sitemap':
        return sitemapCopy(this.#sitemap.sitemap(now));
      case 'sitemap-part':
        return sitemapCopy(this.#sitemap.part(parsed.part));
      case 'foreign':
        throw new Error('nothing but our own keys is ever queued');
    }
  }

  /** Undefined where readers know of no such slug. */
  async articleCopy(slug: string): Promise<{ value: string; metadata: CopyMetadata } | undefined> {
    const row = this.#rows.find(slug);
    const metadata = row && this.articleMetadata(row);
    if (row === undefined || metadata === undefined) return undefined;
    const { revision, projection } = row;
    const version = { catalogue: this.#facts.catalogue(), revision, projection };
    if (row.state !== 'article') return { value: encodeTombstone(slug, version, row.moved_to), metadata };
    const neighbours = this.#order.neighboursOf(slug, row.published_at ?? 0);
    const record = await this.#rows.body(row).record();
    return { value: encodeArticle(record, neighbours, version), metadata };
  }

  articleMetadata(row: ArticleRow): CopyMetadata | undefined {
    const { moved_to: movedTo, revision, projection } = row;
    if (!isRowKnown(row) || (movedTo !== null && !this.#rows.isKnownToReaders(movedTo))) return undefined;
    return { catalogue: this.#facts.catalogue(), revision, projection, schema: PROJECTION_SCHEMA };
  }

  urlMetadata(slug: string): CopyMetadata {
    return { catalogue: this.#facts.catalogue(), slug };
  }

  frontMetadata(): Pick<Front, 'schema' | 'catalogue' | 'changes'> {
    const changes = this.#facts.number('changes');
    return { catalogue: this.#facts.catalogue(), changes, schema: PROJECTION_SCHEMA };
  }

  /** The article that a page leads to; else why it leads nowhere, as far as that is known. */
  urlCopy(hash: string, now: number): Copy {
    const slug = this.#rows.urls.ownerOfHash(hash);
    const absence = this.#absences.find(hash, now);
    if (slug !== undefined && this.#rows.isVisible(slug)) {
      const tags = [articleTag(slug), ...(absence === undefined ? [] : [pageTag(hash)])];
      return { value: slug, metadata: this.urlMetadata(slug), tags };
    }
    const catalogue = this.#facts.catalogue();
    const holder = this.#rows.urls.holderOfHash(hash);
    if (holder !== undefined)
      return { value: JSON.stringify(REMOVED), metadata: { catalogue, removed: holder }, tags: [] };
    if (absence === undefined) return NO_COPY;
    const { until } = absence;
    return { value: JSON.stringify(absence), metadata: { catalogue, until }, tags: [], expiresAt: until };
  }

  async #front(): Promise<Copy> {
    const metadata = this.frontMetadata();
    const [total, newest] = [this.#order.count(), this.#order.newest(FRONT_MAX_COUNT)];
    const front: Front = { ...metadata, total, items: await readEntries(this.#rows.texts, newest) };
    return { value: JSON.stringify(front), metadata, tags: [LIST_TAG] };
  }
}

/** Its version is told beside it. */
function sitemapCopy(content: Sitemap | SitemapPart | undefined): Copy {
  if (content === undefined) return NO_COPY;
  const { schema, catalogue, version } = content;
  return {
    value: JSON.stringify(content),
    metadata: { schema, catalogue, version },
    tags: [SITEMAP_TAG],
  };
}
