import { isTold } from '../../core/catalogue/absence.ts';
import { DomainError, type Fault } from '../../core/errors.ts';
import type { FetchPolicy } from '../../core/fetching/fetch-policy.ts';
import { contentKeyOf } from '../../core/fetching/page-hash.ts';
import type { Absences, Catalogue, Clock } from '../ports.ts';
import { askTruth } from '../read-article.ts';
import { askRobots } from './ask-robots.ts';
import { type Finding, type JudgeDependencies, judgeAnswer, type PageFinding } from './judge-answer.ts';
import type {
  IngestedPage,
  IngestOrder,
  PageAnswer,
  PageFetcher,
  PageRefusal,
  PageVisit,
  SiteMemory,
} from './ports.ts';
import { recallPage } from './recall-page.ts';
import { rememberArticle, rememberFailure } from './remember-look.ts';
import { requireFetchable } from './require-fetchable.ts';
import { storePage } from './store-page.ts';
import { countMiss, withdrawPage } from './withdraw-page.ts';

export interface IngestDependencies extends JudgeDependencies {
  catalogue: Catalogue;
  fetcher: PageFetcher;
  memory: SiteMemory;
  policy: FetchPolicy;
  absences: Absences;
  now: Clock;
}

/** One look at a page: who wants it, and what the last one was. */
interface Look {
  order: IngestOrder;
  pageUrl: string;
  visit: PageVisit | undefined;
}

/** "10 s in all": robots.txt, redirects and the body. */
const FETCH_DEADLINE_MS = 10_000;
const SITE_BUSY_SECONDS = 60;
/** A shorter rest is over before every reader could have its copy. */
const TOLD_MIN_MS = 30_000;

/**
 * Reads a page into the catalogue, unless what is remembered of it answers already: fetch, judge, store, remember.
 *
 * The page has to be one that may be fetched, that robots.txt and its own directives leave to us, and that holds an
 * article. What a stronger source wrote or an editor removed is left alone; unchanged words keep their revision.
 *
 * @throws {DomainError} `page-refused`, `site-not-registered`, `page-opted-out`, `page-not-found`, `not-an-article`,
 *   `page-unavailable`, `page-timeout`, `article-deleted`, `article-moved`, `rate-limited`, `nested-too-deeply`,
 *   `too-many-elements`, `store-unavailable`.
 */
export async function ingestPage(
  dependencies: IngestDependencies,
  order: IngestOrder,
): Promise<IngestedPage> {
  const pageUrl = requireFetchable(order.pageUrl, dependencies.policy);
  const { page, visit } = await recallPage(dependencies, order, pageUrl);
  if (page !== undefined) return page;
  takeShare(dependencies, order);
  const look = { order, pageUrl, visit };
  try {
    const answer = await fetchPage(dependencies, look);
    // However it ends: a server in trouble is not asked again before it is time.
    if (visit?.outcome === 'stored')
      dependencies.memory.remember(pageUrl, { ...visit, checkedAt: dependencies.now() });
    const page = await settle(dependencies, look, await judgeAnswer(dependencies, answer));
    if (page.change === 'removed')
      await tellAbsence(dependencies, pageUrl, dependencies.memory.refusal(pageUrl));
    return page;
  } catch (error) {
    const refusal = rememberFailure(dependencies, look, error);
    // Readers of what is stored have nothing to do with it.
    if (visit?.outcome !== 'stored') await tellAbsence(dependencies, pageUrl, refusal);
    throw error;
  }
}

/** So that a crowd is answered without asking again. That it cannot be told is no failure of the look. */
async function tellAbsence(
  { absences, now }: IngestDependencies,
  pageUrl: string,
  refusal: PageRefusal | undefined,
): Promise<void> {
  if (refusal === undefined || !isTold(refusal.fault) || refusal.until - now() < TOLD_MIN_MS) return;
  await absences.noteAbsence(pageUrl, refusal.fault, refusal.until).catch(() => undefined);
}

/** @throws {DomainError} `rate-limited`: a site is read so often a minute, whoever asks; an editor's order does not wait. */
function takeShare({ memory, now }: IngestDependencies, { reason }: IngestOrder): void {
  if (reason === 'order' || memory.takeFetch(now())) return;
  throw new DomainError({ kind: 'rate-limited', retryAfterSeconds: SITE_BUSY_SECONDS });
}

function fetchPage(dependencies: IngestDependencies, { order, pageUrl, visit }: Look): Promise<PageAnswer> {
  const needsPage = order.reason === 'order' || order.reason === 'places';
  const isConditional = visit?.outcome === 'stored' && !needsPage;
  return dependencies.fetcher.fetch({
    url: pageUrl,
    expects: 'page',
    etag: isConditional ? visit.etag : null,
    lastModified: isConditional ? visit.lastModified : null,
    deadlineMs: FETCH_DEADLINE_MS,
    permits: (url) => askRobots(dependencies, url),
  });
}

function settle(dependencies: IngestDependencies, look: Look, finding: Finding): Promise<IngestedPage> {
  const { pageUrl, visit } = look;
  switch (finding.kind) {
    case 'article':
      return takeArticle(dependencies, look, finding);
    case 'unchanged':
      return keepArticle(dependencies, look);
    case 'missing':
      return countMiss(dependencies, pageUrl, visit);
    case 'gone':
      return withdrawPage(dependencies, pageUrl, visit, goneFault(visit));
    case 'opted-out':
      return withdrawPage(dependencies, pageUrl, visit, { kind: 'page-opted-out', by: finding.by });
  }
}

/** To those who have never had its article the page just is not there. */
function goneFault(visit: PageVisit | undefined): Fault {
  return { kind: visit?.outcome === 'withdrawn' ? 'article-deleted' : 'page-not-found' };
}

async function takeArticle(
  dependencies: IngestDependencies,
  { order, pageUrl, visit }: Look,
  article: PageFinding,
): Promise<IngestedPage> {
  const { title, text } = article.extraction;
  const contentKey = contentKeyOf(article.address, `${title}\n${longestParagraph(text)}`);
  const page = await storePage(dependencies, {
    article,
    reason: order.reason,
    listedPublishedAt: order.listedPublishedAt ?? null,
    sameWordsSlug: dependencies.memory.slugOfContent(contentKey),
    withdrawnSlug: visit?.outcome === 'withdrawn' ? visit.slug : undefined,
  });
  rememberArticle(dependencies, pageUrl, article, { slug: page.slug, contentKey });
  return page;
}

/** Pages carry clocks, counters and teasers that differ at every visit; hardly ever in the midst of a story. */
function longestParagraph(text: string): string {
  return text.split('\n\n').reduce((longest, next) => (next.length > longest.length ? next : longest), '');
}

async function keepArticle(
  { catalogue, memory, now }: IngestDependencies,
  { pageUrl, visit }: Look,
): Promise<IngestedPage> {
  const entry = await askTruth(() => catalogue.read(visit?.slug ?? ''));
  if (visit === undefined || entry.state !== 'article') throw new DomainError({ kind: 'page-not-found' });
  memory.remember(pageUrl, { ...visit, checkedAt: now(), missingSince: null });
  return { slug: visit.slug, revision: entry.record.revision, change: 'unchanged' };
}
