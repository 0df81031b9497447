import { DomainError, type Fault } from '../../core/errors.ts';
import type { Catalogue, Clock } from '../ports.ts';
import { askTruth } from '../read-article.ts';
import { isFromPages } from './article-of-page.ts';
import type { IngestedPage, IngestOrder, PageRefusal, PageVisit, SiteMemory } from './ports.ts';

interface RecallDependencies {
  catalogue: Catalogue;
  memory: SiteMemory;
  now: Clock;
}

/** `page`: the answer itself. `visit`: what the last look was, for the next one. */
export type Recalled =
  | { page: IngestedPage; visit?: undefined }
  | { page?: undefined; visit: PageVisit | undefined };

/**
 * What is remembered of a page, where that is enough for this order. An editor's order is content with nothing.
 *
 * @throws {DomainError} what the last look has ended with, while it is young; `article-deleted` and `article-moved` where
 *   an editor has removed the page's article; `store-unavailable`.
 */
export async function recallPage(
  { catalogue, memory, now }: RecallDependencies,
  { reason, maxAgeMs }: IngestOrder,
  pageUrl: string,
): Promise<Recalled> {
  const visit = memory.visit(pageUrl);
  if (reason === 'order') return { visit };
  const refusal = memory.refusal(pageUrl);
  // A reader of what is stored has nothing to do with it.
  const isConcerned = reason !== 'view' || visit?.outcome !== 'stored';
  if (isConcerned && refusal !== undefined && now() < refusal.until && isBinding(refusal, reason))
    throw repeat(refusal, now());
  const slug = await findSlug(catalogue, memory, pageUrl, visit);
  if (slug === undefined) return { visit };
  const entry = await askTruth(() => catalogue.read(slug));
  if (entry.state === 'tombstone') throw new DomainError(await removedFault(catalogue, entry.movedTo));
  if (entry.state === 'absent') return { visit: undefined }; // The catalogue was put back to an earlier state.
  const isYoung = visit !== undefined && now() - visit.checkedAt < maxAgeMs;
  if (reason === 'places') return { visit };
  if (reason !== 'view' && !isYoung && isFromPages(entry.record)) return { visit };
  return { page: { slug, revision: entry.record.revision, change: 'known' } };
}

async function findSlug(
  catalogue: Catalogue,
  memory: SiteMemory,
  pageUrl: string,
  visit: PageVisit | undefined,
): Promise<string | undefined> {
  if (visit?.outcome === 'stored') return visit.slug;
  const [owner] = await askTruth(() => catalogue.ownersOf([pageUrl]));
  return owner ?? guessSlug(memory, pageUrl);
}

/** 410, or where the article went; a draft that took it over is told of to nobody. */
export async function removedFault(catalogue: Catalogue, movedTo: string | null): Promise<Fault> {
  if (movedTo === null) return { kind: 'article-deleted' };
  const isShown = (await askTruth(() => catalogue.project(movedTo))) !== undefined;
  return isShown ? { kind: 'article-moved', slug: movedTo } : { kind: 'page-not-found' };
}

/** That a feed lists a page says that it is there now; a server in trouble has its rest all the same. */
function isBinding({ fault }: PageRefusal, reason: IngestOrder['reason']): boolean {
  return reason !== 'feed' || 'retryAfterSeconds' in fault;
}

function repeat({ fault, until }: PageRefusal, now: number): DomainError {
  if (!('retryAfterSeconds' in fault)) return new DomainError(fault);
  return new DomainError({ ...fault, retryAfterSeconds: Math.ceil((until - now) / 1000) });
}

/** Parameters that do name another page, whatever its canonical link says. */
const PAGING_PARAMETER = /^(?:page|paged|p|pg|id|start|offset|seite|pagina)$/iu;

/** Anybody can make up queries: where the publisher says that the path alone is the page, none of them is fetched. */
function guessSlug(memory: SiteMemory, pageUrl: string): string | undefined {
  const { search, searchParams } = new URL(pageUrl);
  if (search === '' || [...searchParams.keys()].some((name) => PAGING_PARAMETER.test(name))) return undefined;
  return memory.slugOfPath(pageUrl);
}
