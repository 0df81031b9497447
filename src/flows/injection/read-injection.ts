import { DomainError } from '../../core/errors.ts';
import type { FetchPolicy } from '../../core/fetching/fetch-policy.ts';
import type { PagePlaces } from '../../core/injection/page-places.ts';
import { requireFetchable } from '../ingestion/require-fetchable.ts';
import type { CallerName } from '../ports.ts';
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
