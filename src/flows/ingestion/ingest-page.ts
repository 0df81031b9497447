import type { ArticleInput } from '../../core/article.ts';
import { type ArticleRecord, aliasesOf, pageUrlsOf } from '../../core/article-record.ts';
import { DomainError, type Fault } from '../../core/errors.ts';
import type { Extraction } from '../../core/extraction/extract-article.ts';
import { decideFetch, type FetchPolicy } from '../../core/fetch-policy.ts';
import { ABSENCE_REMEMBERED_MS, SECOND_MISS_AFTER_MS } from '../../core/fetch-policy-recheck.ts';
import { ALIASES_MAX_COUNT } from '../../core/limits.ts';
import { contentKeyOf, normalizePageUrl, slugForPage } from '../../core/page-url.ts';
import type { Catalogue, Clock } from '../ports.ts';
import { publishArticle } from '../publish-article.ts';
import { askTruth } from '../read-article.ts';
import { askRobots } from './ask-robots.ts';
import { authorPage, isSamePage } from './author-page.ts';
import type { IngestedPage, IngestOrder, PageAnswer, PageFetcher, PageVisit, SiteMemory } from './ports.ts';

export interface IngestDependencies {
  catalogue: Catalogue;
  fetcher: PageFetcher;
  memory: SiteMemory;
  policy: FetchPolicy;
  /** Decodes and reads a page; loaded when the first one comes. */
  extract: (answer: Extract<PageAnswer, { kind: 'body' }>) => Promise<Extraction>;
  now: Clock;
}

/** "10 s in all": robots.txt, redirects and the body. */
const FETCH_DEADLINE_MS = 10_000;
const SITE_BUSY_SECONDS = 60;

/**
 * Reads a page into the catalogue, unless what is remembered of it answers already.
 *
 * The page has to be one that may be fetched, that robots.txt and its own directives leave to us, and that holds an
 * article. What a stronger source wrote is left alone; unchanged words keep their revision.
 *
 * @throws {DomainError} `page-refused`, `site-not-registered`, `page-opted-out`, `page-not-found`, `not-an-article`,
 *   `page-unavailable`, `page-timeout`, `article-deleted`, `rate-limited`, `nested-too-deeply`, `too-many-elements`,
 *   `article-too-large`, `store-unavailable`.
 */
export async function ingestPage(
  dependencies: IngestDependencies,
  order: IngestOrder,
): Promise<IngestedPage> {
  const pageUrl = requireFetchable(order.pageUrl, dependencies.policy);
  const visit = dependencies.memory.visit(pageUrl) ?? guessVisit(dependencies, order, pageUrl);
  const known = visit === undefined ? undefined : await recall(dependencies, order, visit);
  if (known !== undefined) return known;
  const { memory, now } = dependencies;
  if (order.reason !== 'order' && !memory.takeFetch(now())) {
    throw new DomainError({ kind: 'rate-limited', retryAfterSeconds: SITE_BUSY_SECONDS });
  }
  const startedAt = now();
  const robots = await askRobots(dependencies, pageUrl);
  if (robots === 'unknown')
    throw new DomainError({
      kind: 'page-unavailable',
      detail: 'robots.txt cannot be read',
      retryAfterSeconds: null,
    });
  if (robots === 'forbidden') return withdraw(dependencies, pageUrl, visit, 'opted-out', 'robots.txt');
  const isConditional = visit?.outcome === 'stored' && order.reason !== 'order';
  const answer = await dependencies.fetcher.fetch({
    url: pageUrl,
    expects: 'page',
    etag: isConditional ? visit.etag : null,
    lastModified: isConditional ? visit.lastModified : null,
    deadlineMs: Math.max(1, FETCH_DEADLINE_MS - (now() - startedAt)),
  });
  // However it ends: a server in trouble is not asked again before it is time.
  if (visit?.outcome === 'stored') memory.remember(pageUrl, { ...visit, checkedAt: now() });
  return takeAnswer(dependencies, order, pageUrl, visit, answer);
}

/** Parameters that do name another page. */
const PAGING_PARAMETER = /^(?:page|paged|p|pg|id|start|offset|seite|pagina)$/iu;

/** After a few made-up queries that all led to one article the next one is not fetched any more. */
function guessVisit({ memory, now }: IngestDependencies, { reason }: IngestOrder, pageUrl: string) {
  if (
    reason !== 'view' ||
    [...new URL(pageUrl).searchParams.keys()].some((name) => PAGING_PARAMETER.test(name))
  )
    return undefined;
  const slug = memory.slugOfPath(pageUrl);
  return slug === undefined ? undefined : { ...blankVisit('stored', now()), slug };
}

/** @throws {DomainError} `site-not-registered`, `page-refused`. */
export function requireFetchable(pageUrl: string, policy: FetchPolicy): string {
  const decision = decideFetch(pageUrl, policy);
  if (decision.allowed) return decision.url.href;
  throw new DomainError(
    decision.refusal === 'site-not-registered' || decision.refusal === 'own-host'
      ? { kind: 'site-not-registered', host: URL.parse(pageUrl)?.hostname ?? '' }
      : { kind: 'page-refused', refusal: decision.refusal },
  );
}

/** What the last look at the page says, while it is young enough for this order. */
async function recall(
  { catalogue, now }: IngestDependencies,
  { reason, maxAgeMs }: IngestOrder,
  visit: PageVisit,
): Promise<IngestedPage | undefined> {
  if (reason === 'order') return undefined;
  const age = now() - visit.checkedAt;
  if (visit.outcome === 'stored') {
    if (reason !== 'view' && age >= maxAgeMs) return undefined;
    const entry = await askTruth(() => catalogue.read(visit.slug ?? ''));
    if (entry.state === 'article')
      return { slug: entry.record.slug, revision: entry.record.revision, change: 'known' };
    if (entry.state === 'absent') return undefined;
    // Removed by an editor: readers do not bring it back, and neither does a look in the background.
    throw new DomainError(
      entry.movedTo === null ? { kind: 'article-deleted' } : { kind: 'article-moved', slug: entry.movedTo },
    );
  }
  if (age >= ABSENCE_REMEMBERED_MS) return undefined;
  throw new DomainError(faultOf(visit));
}

function faultOf({ outcome }: PageVisit): Fault {
  switch (outcome) {
    case 'not-an-article':
      return { kind: 'not-an-article' };
    case 'opted-out':
      return { kind: 'page-opted-out', by: 'the page or its robots.txt' };
    case 'gone':
      return { kind: 'article-deleted' };
    case 'absent':
    case 'stored':
      return { kind: 'page-not-found' };
  }
}

async function takeAnswer(
  dependencies: IngestDependencies,
  order: IngestOrder,
  pageUrl: string,
  visit: PageVisit | undefined,
  answer: PageAnswer,
): Promise<IngestedPage> {
  switch (answer.kind) {
    case 'body':
      return takePage(dependencies, order, pageUrl, visit, answer);
    case 'unchanged':
      return keepPage(dependencies, pageUrl, visit);
    case 'status':
      return takeStatus(dependencies, pageUrl, visit, answer);
    case 'refused':
      throw unavailable(`it leads to an address that may not be read (${answer.refusal})`);
    case 'unusable':
      dependencies.memory.remember(pageUrl, blankVisit('not-an-article', dependencies.now()));
      throw answer.problem === 'too-large'
        ? unavailable('it is larger than a page may be')
        : new DomainError({ kind: 'not-an-article' });
    case 'timeout':
      throw new DomainError({ kind: 'page-timeout' });
    case 'unreachable':
      throw unavailable('its server cannot be reached');
  }
}

function unavailable(detail: string, retryAfterSeconds: number | null = null): DomainError {
  return new DomainError({ kind: 'page-unavailable', detail, retryAfterSeconds });
}

function blankVisit(outcome: PageVisit['outcome'], checkedAt: number): PageVisit {
  return {
    outcome,
    slug: null,
    checkedAt,
    missingSince: null,
    etag: null,
    lastModified: null,
    contentKey: null,
  };
}

async function keepPage(
  { catalogue, memory, now }: IngestDependencies,
  pageUrl: string,
  visit: PageVisit | undefined,
): Promise<IngestedPage> {
  const entry = await askTruth(() => catalogue.read(visit?.slug ?? ''));
  if (visit === undefined || entry.state !== 'article') throw new DomainError({ kind: 'page-not-found' });
  memory.remember(pageUrl, { ...visit, checkedAt: now(), missingSince: null });
  return { slug: entry.record.slug, revision: entry.record.revision, change: 'unchanged' };
}

/** 410 is the publisher's word; one 404 may be a slip, a second one later is not. Everything else keeps what is there. */
async function takeStatus(
  dependencies: IngestDependencies,
  pageUrl: string,
  visit: PageVisit | undefined,
  { status, retryAfterSeconds }: Extract<PageAnswer, { kind: 'status' }>,
): Promise<IngestedPage> {
  const { memory, now } = dependencies;
  if (status === 410) return withdraw(dependencies, pageUrl, visit, 'gone');
  if (status !== 404) throw unavailable(`its server answered ${status}`, retryAfterSeconds);
  if (visit?.outcome !== 'stored') {
    memory.remember(pageUrl, blankVisit('absent', now()));
    throw new DomainError({ kind: 'page-not-found' });
  }
  const missingSince = visit.missingSince ?? now();
  if (now() - missingSince >= SECOND_MISS_AFTER_MS) return withdraw(dependencies, pageUrl, visit, 'gone');
  memory.remember(pageUrl, { ...visit, checkedAt: now(), missingSince });
  throw new DomainError({ kind: 'page-not-found' });
}

/** Takes the article of a page back that is gone or opted out, if we took it from the page; then says why. */
async function withdraw(
  { catalogue, memory, now }: IngestDependencies,
  pageUrl: string,
  visit: PageVisit | undefined,
  outcome: 'gone' | 'opted-out',
  by = 'the page',
): Promise<IngestedPage> {
  const record = await findOwner(catalogue, [pageUrl], visit?.slug ?? null);
  memory.remember(pageUrl, { ...blankVisit(outcome, now()), slug: record?.slug ?? null });
  if (record !== undefined && isOurs(record)) {
    await askTruth(() => catalogue.remove(record.slug, record.revision));
    return { slug: record.slug, revision: record.revision + 1, change: 'removed' };
  }
  throw new DomainError(outcome === 'gone' ? { kind: 'page-not-found' } : { kind: 'page-opted-out', by });
}

function isOurs({ source }: ArticleRecord): boolean {
  return source === 'page' || source === 'feed';
}

async function findOwner(
  catalogue: Catalogue,
  pageUrls: readonly string[],
  slug: string | null = null,
): Promise<ArticleRecord | undefined> {
  const [owner = slug] = await askTruth(() => catalogue.ownersOf(pageUrls));
  if (owner === null) return undefined;
  const entry = await askTruth(() => catalogue.read(owner));
  return entry.state === 'article' ? entry.record : undefined;
}

async function takePage(
  dependencies: IngestDependencies,
  order: IngestOrder,
  pageUrl: string,
  visit: PageVisit | undefined,
  answer: Extract<PageAnswer, { kind: 'body' }>,
): Promise<IngestedPage> {
  const { memory, now, policy, catalogue } = dependencies;
  const extraction = await dependencies.extract(answer);
  if (extraction.optedOut !== undefined)
    return withdraw(dependencies, pageUrl, visit, 'opted-out', extraction.optedOut);
  if (!extraction.isArticle) {
    if (visit?.outcome !== 'stored') memory.remember(pageUrl, blankVisit('not-an-article', now()));
    throw new DomainError({ kind: 'not-an-article' });
  }
  const target = targetOf(extraction, answer.url, policy);
  const addresses = [...new Set([target, ...answer.addresses])];
  const contentKey = contentKeyOf(target, `${extraction.title}\n${extraction.text}`);
  const owner =
    (await findOwner(catalogue, addresses)) ??
    (await findOwner(catalogue, [], memory.slugOfContent(contentKey) ?? null));
  const page = await storePage(dependencies, order, {
    extraction,
    target,
    addresses,
    owner,
    mayRevive: visit?.outcome === 'gone' || visit?.outcome === 'opted-out',
  });
  const remembered: PageVisit = {
    ...blankVisit('stored', now()),
    slug: page.slug,
    etag: answer.etag,
    lastModified: answer.lastModified,
    contentKey,
  };
  memory.remember(pageUrl, remembered);
  for (const address of addresses)
    if (address !== pageUrl && sameHost(address, pageUrl))
      memory.remember(address, { ...remembered, etag: null, lastModified: null });
  return page;
}

function sameHost(address: string, other: string): boolean {
  return new URL(address).host === new URL(other).host;
}

/** The page's own name for itself, where it may be believed: a canonical link to another publication's host may not. */
function targetOf({ canonicalUrl }: Extraction, foundAt: string, policy: FetchPolicy): string {
  if (canonicalUrl === null) return foundAt;
  const decision = decideFetch(canonicalUrl, policy);
  // A front page as canonical address of every story is a common mistake.
  const isRoot = decision.allowed && decision.url.pathname === '/' && new URL(foundAt).pathname !== '/';
  return decision.allowed && !isRoot ? decision.url.href : foundAt;
}

interface PageToStore {
  extraction: Extraction;
  target: string;
  addresses: readonly string[];
  owner: ArticleRecord | undefined;
  /** The last look at the page found it gone or opted out, so the tombstone is ours. */
  mayRevive: boolean;
}

const ATTEMPTS_MAX_COUNT = 3;

async function storePage(
  { catalogue, now }: IngestDependencies,
  { reason }: IngestOrder,
  page: PageToStore,
): Promise<IngestedPage> {
  const source = reason === 'feed' ? 'feed' : 'page';
  for (let attempt = 1; ; attempt += 1) {
    const owner = attempt === 1 ? page.owner : await findOwner(catalogue, page.addresses);
    if (owner !== undefined && !isOurs(owner))
      return { slug: owner.slug, revision: owner.revision, change: 'known' };
    const slug = owner?.slug ?? slugForPage(page.target);
    if (owner === undefined) await refuseRevival(catalogue, slug, reason, page.mayRevive);
    const { input, extras } = authorPage(page.extraction, {
      url: owner?.url ?? page.target,
      aliases: aliasesFor(page, owner),
      source: owner?.source === 'feed' ? 'feed' : source,
      now: now(),
    });
    if (owner !== undefined && isSamePage(owner, input, extras))
      return { slug, revision: owner.revision, change: 'unchanged' };
    try {
      return await publish({ catalogue, now }, slug, input, extras, owner !== undefined);
    } catch (error) {
      if (attempt >= ATTEMPTS_MAX_COUNT || !isRace(error)) throw error;
    }
  }
}

/** What an editor has removed comes back by an editor's order or through a feed, never because somebody looks. */
async function refuseRevival(
  catalogue: Catalogue,
  slug: string,
  reason: IngestOrder['reason'],
  mayRevive: boolean,
): Promise<void> {
  if (mayRevive || reason === 'order' || reason === 'feed') return;
  const entry = await askTruth(() => catalogue.read(slug));
  if (entry.state !== 'tombstone') return;
  throw new DomainError(
    entry.movedTo === null ? { kind: 'article-deleted' } : { kind: 'article-moved', slug: entry.movedTo },
  );
}

async function publish(
  dependencies: { catalogue: Catalogue; now: Clock },
  slug: string,
  input: ArticleInput,
  extras: { teaserOnly: boolean },
  replaces: boolean,
): Promise<IngestedPage> {
  const preconditions = { ifMatch: replaces ? '*' : undefined, ifNoneMatch: undefined };
  const { record, outcome } = await publishArticle(dependencies, slug, input, preconditions, extras);
  return { slug: record.slug, revision: record.revision, change: outcome };
}

/** Somebody else wrote the same article between our look and our write. */
function isRace(error: unknown): boolean {
  const kinds = ['precondition-required', 'precondition-failed', 'url-taken', 'stronger-source'];
  return error instanceof DomainError && kinds.includes(error.fault.kind);
}

/**
 * Other paths that lead here become aliases. Another query does not: anybody can make up any number of them, so they
 * are remembered beside the site and cost no write.
 */
function aliasesFor({ target, addresses }: PageToStore, owner: ArticleRecord | undefined): string[] {
  const url = owner?.url ?? target;
  const stored = owner === undefined ? [] : owner.aliases;
  const taken = new Set(
    [url, ...(owner === undefined ? [] : pageUrlsOf(owner)), ...stored].map(normalizePageUrl),
  );
  const paths = new Set([...taken].map(withoutQuery));
  const fresh = addresses.filter((address) => {
    const identity = normalizePageUrl(address);
    return !taken.has(identity) && (address === target || !paths.has(withoutQuery(identity)));
  });
  const room = ALIASES_MAX_COUNT - (owner === undefined ? 0 : aliasesOf(owner).length);
  return [...stored, ...fresh.slice(0, Math.max(0, room))];
}

function withoutQuery(identity: string): string {
  return identity.split('?')[0] ?? identity;
}
