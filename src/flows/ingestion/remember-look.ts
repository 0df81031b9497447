import { DomainError, type Fault } from '../../core/errors.ts';
import { ABSENCE_REMEMBERED_MS } from '../../core/fetching/fetch-policy-recheck.ts';
import { normalizePageUrl, pagePath } from '../../core/fetching/page-identity.ts';
import type { Clock } from '../ports.ts';
import { addressesOf, type PageFinding } from './judge-answer.ts';
import type { PageRefusal, PageVisit, SiteMemory } from './ports.ts';

interface RememberDependencies {
  memory: SiteMemory;
  now: Clock;
}

/** Every address of this host that led to the article does so from now on. */
export function rememberArticle(
  { memory, now }: RememberDependencies,
  pageUrl: string,
  article: PageFinding,
  { slug, contentKey }: { slug: string; contentKey: string },
): void {
  const visit: PageVisit = {
    outcome: 'stored',
    slug,
    checkedAt: now(),
    missingSince: null,
    etag: null,
    lastModified: null,
    contentKey,
  };
  for (const address of addressesOf(article).filter((other) => isSameHost(other, pageUrl))) {
    if (article.visited.includes(address)) memory.remember(address, visit);
    // Named as canonical and never looked at: it is due at once.
    else if (memory.visit(address) === undefined) memory.remember(address, { ...visit, checkedAt: 0 });
  }
  // Validators belong to the address that was asked with them.
  const { etag, lastModified } = article;
  memory.remember(pageUrl, { ...visit, etag, lastModified });
  if (article.isCanonical && isPathOf(article.address, pageUrl)) memory.rememberPath(article.address, slug);
}

function isSameHost(address: string, other: string): boolean {
  return new URL(address).host === new URL(other).host;
}

/** Whether the address is the page's path and nothing else. */
function isPathOf(address: string, pageUrl: string): boolean {
  return normalizePageUrl(address) === pagePath(pageUrl);
}

/** Not the page's doing, and gone when it is asked again. */
const OF_THE_MOMENT: ReadonlySet<Fault['kind']> = new Set([
  'store-unavailable',
  'store-full',
  'rate-limited',
]);

/**
 * The page is not asked again before it is time, however many want it. One whose article is stored has its turn by its
 * age anyhow, and rests for longer only where its server asks for it.
 *
 * @returns what is remembered.
 */
export function rememberFailure(
  { memory, now }: RememberDependencies,
  { pageUrl, visit }: { pageUrl: string; visit: PageVisit | undefined },
  error: unknown,
): PageRefusal | undefined {
  if (!(error instanceof DomainError) || OF_THE_MOMENT.has(error.fault.kind)) return undefined;
  const { fault } = error;
  const isInTrouble = 'retryAfterSeconds' in fault;
  if (visit?.outcome === 'stored' && !isInTrouble) return undefined;
  const restMs = isInTrouble ? fault.retryAfterSeconds * 1000 : ABSENCE_REMEMBERED_MS;
  const refusal = { fault, until: now() + restMs };
  memory.refuse(pageUrl, refusal);
  return refusal;
}
