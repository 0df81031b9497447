import type { ArticleRecord, Neighbours } from '../../core/catalogue/article-record.ts';
import {
  type ArticleWrite,
  type CatalogueView,
  farewell,
  isArticleAt,
  judgeRestore,
  placeOf,
  type RestoreOutcome,
  refuseWrite,
  type StoredRecord,
  type WriteOutcome,
} from '../../core/catalogue/catalogue-change.ts';
import {
  type ArticleRow,
  type ArticleRows,
  isRowKnown,
  type LaidRecord,
  type Tombstone,
} from './article-rows.ts';
import { type ChangeEffects, slugsOf } from './change-effects.ts';
import type { LaidText } from './volume-texts.ts';

/**
 * Every way in which the catalogue changes: rows, order, numbers and outbox together. Callers hold the transaction, so
 * that what throws here has never happened.
 */
export class ArticleChanges {
  readonly #rows: ArticleRows;
  readonly #effects: ChangeEffects;
  readonly #view: CatalogueView;

  constructor(rows: ArticleRows, effects: ChangeEffects) {
    this.#rows = rows;
    this.#effects = effects;
    this.#view = {
      standing: (slug) => rows.find(slug),
      ownerOf: (pageUrl) => rows.urls.ownerOf(pageUrl),
    };
  }

  write(change: ArticleWrite, laid: LaidText, now: number): WriteOutcome {
    const refusal = refuseWrite(change, this.#view);
    if (refusal !== undefined) return refusal;
    const { record, takeOver, event } = change;
    for (const { slug } of takeOver) this.#move(slug, record.slug, now);
    const row = this.#rows.find(record.slug);
    const saved = this.#save({ record, laid }, row, now);
    if (event !== undefined) this.#rows.history.add(record.slug, record.revision, event);
    if (isRowKnown(row) !== this.#rows.isKnownToReaders(record.slug)) this.#touchMoved(record.slug, now);
    return { outcome: 'written', ...saved };
  }

  remove(
    slug: string,
    expectedRevision: number,
    pages: 'held' | 'released',
    now: number,
  ): 'removed' | 'changed-meanwhile' {
    const row = this.#rows.find(slug);
    if (row === undefined || !isArticleAt(this.#view, slug, expectedRevision)) return 'changed-meanwhile';
    const held = pages === 'held' && row.visible === 1 ? this.#rows.urls.hashesOf(slug) : [];
    this.#bury(row, { ...goodbye(row, null), pages: held }, now);
    return 'removed';
  }

  /**
   * @param standing - What is stored under the slug.
   * @param laid - Of an article.
   */
  restore(
    saved: StoredRecord,
    standing: StoredRecord | undefined,
    laid: LaidText | undefined,
    now: number,
  ): RestoreOutcome {
    const judgement = judgeRestore(saved, standing, this.#view);
    if (judgement.outcome !== 'restored') return judgement;
    const { slug } = placeOf(saved);
    const row = this.#rows.find(slug);
    if (saved.state === 'article') {
      this.#save({ record: saved.record, laid: laid as LaidText }, row, now);
      if (saved.history !== undefined) this.#rows.history.replace(slug, saved.history);
    } else if (row?.state === 'article') this.#bury(row, saved, now);
    else {
      this.#effects.queueUrls([...this.#rows.urls.heldBy(slug), ...saved.pages], now);
      this.#rows.bury(slug, { ...saved, projection: (row?.projection ?? 0) + 1, now });
      this.#effects.queueArticle(slug, now);
    }
    this.#touchMoved(slug, now);
    return judgement;
  }

  refresh(
    slug: string,
    expectedRevision: number,
    refreshed: LaidRecord | null,
    now: number,
  ): 'refreshed' | 'changed-meanwhile' {
    const row = this.#rows.find(slug);
    if (row?.revision !== expectedRevision || (refreshed !== null) !== (row.state === 'article'))
      return 'changed-meanwhile';
    if (refreshed === null) this.#rows.bumpProjection(slug, now);
    else this.#rows.save(refreshed, { projection: row.projection + 1, now });
    this.#effects.queueArticle(slug, now);
    if (row.visible === 1) {
      this.#effects.queueUrls(this.#rows.urls.hashesOf(slug), now);
      this.#effects.listChanged(now); // Entries show the first sentence.
    }
    return 'refreshed';
  }

  /** @param row - As it stands: what the record was read from. */
  followRules(record: ArticleRecord, { slug, visible }: ArticleRow, now: number): void {
    const rule = this.#rows.ruleOf(slug);
    if (rule === record.rule) return;
    this.#rows.follow({ ...record, rule }, now);
    if (visible !== 1) return;
    this.#effects.queueArticle(slug, now);
    this.#effects.listChanged(now); // Entries show the first sentence.
  }

  /** Shows the scheduled articles whose time has come, oldest first, at most `limit`. @returns how many. */
  publishDue(limit: number, now: number): number {
    const due = this.#rows.scheduledBefore(now, limit);
    for (const slug of due) {
      this.#rows.makeVisible(slug);
      this.#rows.bumpProjection(slug, now);
      const row = this.#rows.find(slug);
      if (row === undefined) continue;
      this.#effects.touch(slugsOf(this.#effects.neighboursOf(row)), now);
      this.#effects.queueArticle(slug, now);
      this.#effects.queueUrls(this.#rows.urls.hashesOf(slug), now);
      this.#effects.articleChanged(slug, now);
      this.#touchMoved(slug, now);
    }
    return due.length;
  }

  #save(
    saved: LaidRecord,
    row: ArticleRow | undefined,
    now: number,
  ): { projection: number; neighbours: Neighbours } {
    const { record } = saved;
    const { slug } = record;
    const urlsBefore = this.#rows.urls.hashesOf(slug);
    this.#effects.queueUrls(this.#rows.urls.heldBy(slug), now); // A tombstone that ends lets go of its pages.
    const wasVisible = row?.visible === 1;
    const before = wasVisible ? this.#effects.neighboursOf(row) : NOBODY;
    const projection = (row?.projection ?? 0) + 1;
    this.#rows.save(saved, { projection, now });
    const isVisible = this.#rows.isVisible(slug);
    const neighbours = this.#effects.neighboursOf({ slug, published_at: Date.parse(record.publishedAt) });
    if (isVisible || wasVisible) {
      const after = isVisible ? neighbours : NOBODY;
      const isSeenAlike = isVisible && wasVisible && row.title === record.title;
      if (!isSeenAlike || !areSamePlace(before, after))
        this.#effects.touch([...slugsOf(before), ...slugsOf(after)], now);
      this.#effects.queueArticle(slug, now);
      const urlsAfter = this.#rows.urls.hashesOf(slug);
      const urls =
        isVisible && wasVisible ? symmetricDifference(urlsBefore, urlsAfter) : [...urlsBefore, ...urlsAfter];
      this.#effects.queueUrls(urls, now);
      this.#effects.articleChanged(slug, now);
    } else if (row !== undefined && row.state !== 'article') {
      this.#effects.queueArticle(slug, now); // A draft over a tombstone: readers get the 404 of an unknown slug.
    }
    return { projection, neighbours };
  }

  /** Where readers learn of a slug, or are to know it no longer, so it is with those that lead there. */
  #touchMoved(slug: string, now: number): void {
    this.#effects.touch(this.#rows.movedTo(slug), now);
  }

  #move(from: string, to: string, now: number): void {
    const row = this.#rows.find(from);
    if (row === undefined) return;
    this.#rows.history.follow(from, to);
    this.#bury(row, { ...goodbye(row, to), pages: [] }, now);
    this.#effects.touch(this.#rows.followMoves(from, to), now);
  }

  #bury(row: ArticleRow, tombstone: Omit<Tombstone, 'projection' | 'now'>, now: number): void {
    const { slug, visible } = row;
    const neighbours = visible === 1 ? slugsOf(this.#effects.neighboursOf(row)) : [];
    const urls = this.#rows.urls.hashesOf(slug);
    this.#rows.bury(slug, { ...tombstone, projection: row.projection + 1, now });
    this.#effects.queueUrls(tombstone.pages, now);
    if (visible !== 1 && tombstone.state === 'forgotten') return; // For readers the slug stays unknown.
    this.#effects.queueArticle(slug, now);
    if (visible !== 1) return;
    this.#effects.touch(neighbours, now);
    this.#effects.queueUrls(urls, now);
    this.#effects.articleChanged(slug, now);
  }
}

function goodbye(row: ArticleRow, movedTo: string | null): Pick<Tombstone, 'state' | 'movedTo' | 'revision'> {
  return { state: farewell(row.visible === 1, movedTo), movedTo, revision: row.revision + 1 };
}

const NOBODY: Neighbours = { previous: null, next: null };

/** One and the same article on the other side is another place in the order. */
function areSamePlace(before: Neighbours, after: Neighbours): boolean {
  return before.previous?.slug === after.previous?.slug && before.next?.slug === after.next?.slug;
}

function symmetricDifference(before: readonly string[], after: readonly string[]): string[] {
  return [
    ...before.filter((hash) => !after.includes(hash)),
    ...after.filter((hash) => !before.includes(hash)),
  ];
}
