import type { HistoryEntry, SummaryEvent } from '../summary/review.ts';
import type { ArticleRecord, Neighbours } from './article-record.ts';
import { decidedMembers, pageUrlsOf } from './article-record.ts';

/** One change, decided on what was read before: it takes effect only if that still holds. */
export interface ArticleWrite {
  record: ArticleRecord;
  /** Revision that stood there when the change was decided; 0 for a slug never used. */
  expectedRevision: number;
  /** Articles of weaker sources whose page this is; they answer 308 from now on. */
  takeOver: readonly { slug: string; expectedRevision: number }[];
  /** What an editor decided of the summary: a line of its history. */
  event?: SummaryEvent | undefined;
}

export type WriteOutcome =
  | { outcome: 'written'; projection: number; neighbours: Neighbours }
  | { outcome: 'changed-meanwhile' }
  /** Another article has one of the page URLs. */
  | { outcome: 'url-taken'; slug: string };

/** Why nothing is left but numbers. `forgotten`: no reader has ever seen the article, so none learns of its end. */
export type TombstoneState = 'deleted' | 'moved' | 'forgotten';

/** An article or a tombstone, as it was written. */
export type StoredRecord =
  | {
      state: 'article';
      record: ArticleRecord;
      /** What was decided of its summary, oldest first; left out where nothing was, or where nobody asks. */
      history?: HistoryEntry[];
    }
  | {
      state: TombstoneState;
      slug: string;
      revision: number;
      movedTo: string | null;
      /** Hashes of the page URLs that the tombstone holds. */
      pages: string[];
    };

export type RestoreOutcome =
  | { outcome: 'restored' | 'unchanged' }
  /** Another state of this or a later revision is stored. */
  | { outcome: 'newer-stands'; revision: number }
  | { outcome: 'url-taken'; slug: string };

/** What a catalogue tells of itself while a change is judged. */
export interface CatalogueView {
  standing(slug: string): { state: 'article' | TombstoneState; revision: number } | undefined;
  /** Slug of the article, drafts included, that has this page. */
  ownerOf(pageUrl: string): string | undefined;
}

/** @returns undefined where the change may take effect. */
export function refuseWrite(
  { record, expectedRevision, takeOver }: ArticleWrite,
  view: CatalogueView,
): Exclude<WriteOutcome, { outcome: 'written' }> | undefined {
  if ((view.standing(record.slug)?.revision ?? 0) !== expectedRevision)
    return { outcome: 'changed-meanwhile' };
  if (!takeOver.every(({ slug, expectedRevision: revision }) => isArticleAt(view, slug, revision)))
    return { outcome: 'changed-meanwhile' };
  const other = otherOwner(view, record, [record.slug, ...takeOver.map(({ slug }) => slug)]);
  return other === undefined ? undefined : { outcome: 'url-taken', slug: other };
}

/** Whether an article, and no tombstone, stands there at this revision. */
export function isArticleAt(view: CatalogueView, slug: string, revision: number): boolean {
  const standing = view.standing(slug);
  return standing?.state === 'article' && standing.revision === revision;
}

/**
 * @param stored - What stands under its slug.
 * @returns `restored` where the record may be put back.
 */
export function judgeRestore(
  saved: StoredRecord,
  stored: StoredRecord | undefined,
  view: CatalogueView,
): RestoreOutcome {
  const { slug, revision } = placeOf(saved);
  const standing = view.standing(slug);
  if (standing !== undefined && standing.revision >= revision) {
    const isSame = standing.revision === revision && areSame(stored, saved);
    return isSame ? { outcome: 'unchanged' } : { outcome: 'newer-stands', revision: standing.revision };
  }
  const other = saved.state === 'article' ? otherOwner(view, saved.record, [slug]) : undefined;
  return other === undefined ? { outcome: 'restored' } : { outcome: 'url-taken', slug: other };
}

/** Slug and revision of a record, whatever its state. */
export function placeOf(stored: StoredRecord): { slug: string; revision: number } {
  return stored.state === 'article' ? stored.record : stored;
}

/** Readers get 410 or 308 where they have seen the article, and never learn of one that they have not. */
export function farewell(wasVisible: boolean, movedTo: string | null): TombstoneState {
  if (!wasVisible) return 'forgotten';
  return movedTo === null ? 'deleted' : 'moved';
}

/**
 * Whether readers may be led to a slug: there is an article to see, or an end that they are told of. An article that moved
 * to a draft is for them a slug that nobody has used, or its answer would tell of the draft.
 */
export function isKnownToReaders(
  row: { state: 'article' | TombstoneState; isVisible: boolean } | undefined,
): boolean {
  if (row === undefined || row.state === 'forgotten') return false;
  return row.state !== 'article' || row.isVisible;
}

/** Whether any reader may see it. @param now - Milliseconds since the epoch. */
export function isVisibleAt({ status, publishedAt }: ArticleRecord, now: number): boolean {
  return status === 'published' && Date.parse(publishedAt) <= now;
}

function otherOwner(
  view: CatalogueView,
  record: ArticleRecord,
  leaving: readonly string[],
): string | undefined {
  const owners = pageUrlsOf(record).map((url) => view.ownerOf(url));
  return owners.find((slug) => slug !== undefined && !leaving.includes(slug));
}

/** Backups of earlier releases name no pages of a tombstone. */
function areSame(stored: StoredRecord | undefined, saved: StoredRecord): boolean {
  if (stored?.state === 'article')
    return saved.state === 'article' && decidedByPeople(stored.record) === decidedByPeople(saved.record);
  return saved.state !== 'article' && stored?.state === saved.state && stored.movedTo === saved.movedTo;
}

/** What a restore has to bring back; the rest follows from it. */
function decidedByPeople(record: ArticleRecord): string {
  return JSON.stringify(Object.entries(decidedMembers(record)).sort(([a], [b]) => (a < b ? -1 : 1)));
}
