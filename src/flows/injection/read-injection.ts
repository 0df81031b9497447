import { DomainError } from '../../core/errors.ts';
import type { FetchPolicy } from '../../core/fetching/fetch-policy.ts';
import type { PagePlaces } from '../../core/injection/page-places.ts';
import { withDeadline } from '../deadline.ts';
import type { Ingestion } from '../ingestion/ports.ts';
import { requireFetchable } from '../ingestion/require-fetchable.ts';
import type { CallerName, Clock, Defer } from '../ports.ts';
import {
  leadsTo,
  type ReadableArticle,
  type ReadDependencies,
  readArticle,
  tryCopy,
} from '../read-article.ts';
import type { PlaceCopies } from './ports.ts';

export interface InjectionDependencies extends ReadDependencies {
  places: PlaceCopies;
  placeLearner: PlaceLearner;
}

export interface Injection {
  article: ReadableArticle;
  found: NonNullable<PagePlaces['found']>;
}

/**
 * What goes into a page of the publisher's, from what is stored alone: nobody waits for a page to be read. One that is not
 * known yet, or has changed since, is read behind the answer.
 *
 * @throws {DomainError} `page-refused`, `site-not-registered`; `page-not-found` for a page that gets no box, or none
 *   yet; as `readArticle`.
 */
export async function readInjection(
  dependencies: InjectionDependencies,
  pageUrl: string,
  caller: CallerName,
  policy: FetchPolicy,
): Promise<Injection> {
  requireFetchable(pageUrl, policy);
  const known = await tryCopy(dependencies, () => dependencies.places.load(pageUrl));
  if (known === undefined) dependencies.placeLearner.learn(pageUrl, 0);
  if (known?.found == null) throw new DomainError({ kind: 'page-not-found' });
  const { found, learnedAt } = known;
  const article = await readArticle(dependencies, found.slug, caller);
  const isStale = article.head.revision !== found.revision;
  dependencies.placeLearner.consider(pageUrl, isStale ? 0 : learnedAt);
  if (!leadsTo(article, pageUrl)) throw new DomainError({ kind: 'page-not-found' });
  return { article, found };
}

/** Has pages read for their places, behind the answers. */
export interface PlaceLearner {
  /** @param learnedAt - When it was last read, in milliseconds since the epoch. */
  consider(pageUrl: string, learnedAt: number): void;
  learn(pageUrl: string, maxAgeMs: number): void;
}

const REMEMBERED_MAX_COUNT = 5_000;
/** The crawler remembers what it has refused; this only spares asking it at every view. */
const ASK_AGAIN_AFTER_MS = 60_000;
const LEARNING_DEADLINE_MS = 40_000;

export function createPlaceLearner({
  ingestion,
  defer,
  now,
  refreshHours,
  onFailure,
}: {
  ingestion: Ingestion;
  defer: Defer;
  now: Clock;
  refreshHours: number;
  onFailure: (error: unknown) => void;
}): PlaceLearner {
  const askAgainAt = new Map<string, number>();
  const learn = (pageUrl: string, maxAgeMs: number) => {
    if (now() < (askAgainAt.get(pageUrl) ?? 0)) return;
    if (askAgainAt.size >= REMEMBERED_MAX_COUNT) askAgainAt.clear();
    askAgainAt.set(pageUrl, now() + ASK_AGAIN_AFTER_MS);
    const order = { pageUrl, reason: 'places', maxAgeMs } as const;
    defer(withDeadline(ingestion.ingest(order), LEARNING_DEADLINE_MS).catch(onFailure));
  };
  return {
    learn,
    consider(pageUrl, learnedAt) {
      if (now() - learnedAt >= refreshHours * 3_600_000) learn(pageUrl, 0);
    },
  };
}
