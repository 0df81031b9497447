import type { ArticleRecord } from '../../core/catalogue/article-record.ts';
import { DomainError } from '../../core/errors.ts';
import { FAILURE_PAUSE_MAX_SECONDS } from '../../core/fetching/fetch-policy-recheck.ts';
import { slugForPage } from '../../core/fetching/page-hash.ts';
import { isSamePageUrl } from '../../core/fetching/page-identity.ts';
import type { Catalogue, CatalogueEntry, Clock } from '../ports.ts';
import { publishArticle } from '../publish-article.ts';
import { askTruth } from '../read-article.ts';
import { aliasesFor, homeOf } from './aliases-for.ts';
import { isFromPages } from './article-of-page.ts';
import { authorPage, isSamePage, withAliases } from './author-page.ts';
import { addressesOf, type PageFinding, unavailable } from './judge-answer.ts';
import type { IngestedPage, IngestReason } from './ports.ts';
import { removedFault } from './recall-page.ts';

export interface PageToStore {
  article: PageFinding;
  reason: IngestReason;
  /** What its feed says, for pages without a date. */
  listedPublishedAt: string | null;
  /** The article that the same words under another query led to. */
  sameWordsSlug: string | undefined;
  /** The article that the page itself took back when it was last looked at. */
  withdrawnSlug: string | undefined;
}

type Tombstone = Extract<CatalogueEntry, { state: 'tombstone' }>;

/** What stands where the page's article belongs. */
interface Place {
  slug: string;
  record: ArticleRecord | undefined;
  tombstone: Tombstone | undefined;
}

/** Somebody else may write the same article between our look and our write. */
const ATTEMPTS_MAX_COUNT = 3;
const RACES: ReadonlySet<string> = new Set([
  'precondition-required',
  'precondition-failed',
  'url-taken',
  'stronger-source',
]);

/**
 * Writes the article of a page, unless it says nothing new or is not the page's to write.
 *
 * @throws {DomainError} `article-deleted`, `article-moved`, `page-unavailable` (too large), `store-unavailable`.
 */
export async function storePage(
  dependencies: { catalogue: Catalogue; now: Clock },
  page: PageToStore,
): Promise<IngestedPage> {
  for (let attempt = 1; ; attempt += 1) {
    const place = await findPlace(dependencies.catalogue, page);
    await refuseRevival(dependencies.catalogue, place, page);
    if (place.record !== undefined && !isFromPages(place.record)) return known(place.record);
    try {
      return await write(dependencies, page, place);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      // 413 would speak of the reader's request.
      if (error.fault.kind === 'article-too-large')
        throw unavailable('its article is larger than may be stored', FAILURE_PAUSE_MAX_SECONDS);
      if (!RACES.has(error.fault.kind) || attempt >= ATTEMPTS_MAX_COUNT) throw error;
    }
  }
}

async function findPlace(catalogue: Catalogue, { article, sameWordsSlug }: PageToStore): Promise<Place> {
  const [owner = sameWordsSlug] = await askTruth(() => catalogue.ownersOf(addressesOf(article)));
  const slug = owner ?? slugForPage(article.address);
  const entry = await askTruth(() => catalogue.read(slug));
  return {
    slug,
    record: entry.state === 'article' ? entry.record : undefined,
    tombstone: entry.state === 'tombstone' ? entry : undefined,
  };
}

/** What an editor has removed comes back by an editor's order, never because somebody looks or a feed lists it. */
async function refuseRevival(
  catalogue: Catalogue,
  { slug, tombstone }: Place,
  { reason, withdrawnSlug }: PageToStore,
): Promise<void> {
  if (tombstone === undefined || reason === 'order' || slug === withdrawnSlug) return;
  throw new DomainError(await removedFault(catalogue, tombstone.movedTo));
}

function known({ slug, revision }: ArticleRecord): IngestedPage {
  return { slug, revision, change: 'known' };
}

/**
 * A printer's, a phone's or a translated view of a page calls it canonical as well: a reader who finds one adds a way to
 * the article, whose words come from its own address.
 */
async function write(
  { catalogue, now }: { catalogue: Catalogue; now: Clock },
  { article, reason, listedPublishedAt }: PageToStore,
  { slug, record }: Place,
): Promise<IngestedPage> {
  const url = homeOf(article, record);
  const aliases = aliasesFor(article, record);
  const isElsewhere =
    record !== undefined && reason === 'view' && !article.visited.some((a) => isSamePageUrl(a, url));
  const { input, extras } = isElsewhere
    ? withAliases(record, aliases)
    : authorPage(article.extraction, {
        url,
        aliases,
        source: reason === 'feed' || record?.source === 'feed' ? 'feed' : 'page',
        listedPublishedAt,
        now: now(),
      });
  if (record !== undefined && isSamePage(record, input, extras))
    return { ...known(record), change: 'unchanged' };
  const preconditions = { ifMatch: record === undefined ? undefined : '*', ifNoneMatch: undefined };
  const published = await publishArticle({ catalogue, now }, slug, input, preconditions, extras);
  return { slug, revision: published.record.revision, change: published.outcome };
}
