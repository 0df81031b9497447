import {
  type ArticleProjection,
  decodeProjection,
  holdsArticle,
  type Projection,
} from '../core/catalogue/projection.ts';
import { DomainError } from '../core/errors.ts';
import { normalizePageUrl } from '../core/fetching/page-identity.ts';
import { withDeadline } from './deadline.ts';
import { limitRate } from './limit-rate.ts';
import type { ArticleCopies, CallerName, Catalogue, Limiter } from './ports.ts';
import type { SingleFlight } from './single-flight.ts';

export interface ReadDependencies {
  copies: ArticleCopies;
  catalogue: Catalogue;
  /** Guard the catalogue against a flood of reads that the copies cannot answer. */
  fallbackLimiter: Limiter;
  lookupLimiter: Limiter;
  fallbacks: SingleFlight;
  onCopyFailure: (error: unknown) => void;
}

/** An article that readers may see, decoded as far as needed. */
export type ReadableArticle = ArticleProjection;

const COPY_DEADLINE_MS = 2_000;
/** A write that was given up on may have been committed; repeating the request finds out. */
const TRUTH_DEADLINE_MS = 10_000;
const OUTAGE_RETRY_AFTER_SECONDS = 5;

/**
 * Reads what any reader may see of an article: the copy near the reader, else the truth.
 *
 * A missing copy is no proof of absence (KV lags, and remembers misses); only the catalogue says no.
 *
 * @param caller - Whom the limiter counts.
 * @throws {DomainError} `article-not-found`, `article-deleted`, `article-moved`, `rate-limited`, `store-unavailable`.
 */
export async function readArticle(
  dependencies: ReadDependencies,
  slug: string,
  caller: CallerName,
): Promise<ReadableArticle> {
  const projection = await copyOrTruth(dependencies, {
    name: `article:${slug}`,
    caller,
    limiter: dependencies.fallbackLimiter,
    copy: () => dependencies.copies.load(slug),
    truth: () => projectArticle(dependencies.catalogue, slug),
  });
  return requireReadable(projection);
}

function requireReadable(projection: Projection | undefined): ReadableArticle {
  if (projection === undefined) throw new DomainError({ kind: 'article-not-found' });
  if (holdsArticle(projection)) return projection;
  const { head } = projection;
  if (head.state === 'moved') throw new DomainError({ kind: 'article-moved', slug: head.to });
  throw new DomainError({ kind: 'article-deleted' });
}

/** What the catalogue would have a copy say. @throws {DomainError} `store-unavailable`. */
export async function projectArticle(catalogue: Catalogue, slug: string): Promise<Projection | undefined> {
  const value = await askTruth(() => catalogue.project(slug));
  return value === undefined ? undefined : decodeProjection(new TextEncoder().encode(value));
}

/**
 * Finds the article that a page of the publisher's leads to.
 *
 * A copy that names an article is believed only if that article knows the page: copies of two keys lag apart, and a
 * page may have gone to another article meanwhile.
 *
 * @param named - The article that the page's copy names, where there is one.
 * @throws {DomainError} as {@link readArticle}; `page-not-found` for a page that leads nowhere.
 */
export async function readArticleByUrl(
  dependencies: ReadDependencies,
  pageUrl: string,
  caller: CallerName,
  named: string | undefined,
): Promise<ReadableArticle> {
  const { catalogue, lookupLimiter, fallbacks } = dependencies;
  const article = named === undefined ? undefined : await readIfThere(dependencies, named, caller);
  if (article !== undefined && leadsTo(article, pageUrl)) return article;
  await limitRate(lookupLimiter, caller);
  const slug = await fallbacks.run(`url:${pageUrl}`, () => askTruth(() => catalogue.resolve(pageUrl)));
  if (slug === undefined) throw new DomainError({ kind: 'page-not-found' });
  const copy = slug === named ? article : await readIfThere(dependencies, slug, caller);
  return copy ?? readTruth(dependencies, slug);
}

/** Undefined where the copy tells of no article; the catalogue may know better by now. */
async function readIfThere(
  dependencies: ReadDependencies,
  slug: string,
  caller: CallerName,
): Promise<ReadableArticle | undefined> {
  try {
    return await readArticle(dependencies, slug, caller);
  } catch (error) {
    if (error instanceof DomainError && GONE.has(error.fault.kind)) return undefined;
    throw error;
  }
}

const GONE: ReadonlySet<string> = new Set(['article-not-found', 'article-deleted', 'article-moved']);

/** The canonical URL stands in the head; only for an alias the article itself has to be parsed. */
export function leadsTo(article: ReadableArticle, pageUrl: string): boolean {
  const page = normalizePageUrl(pageUrl);
  const isPage = (url: string) => normalizePageUrl(url) === page;
  const { url } = article.head;
  return (url !== null && isPage(url)) || article.article().aliases.some(isPage);
}

async function readTruth({ catalogue, fallbacks }: ReadDependencies, slug: string): Promise<ReadableArticle> {
  return requireReadable(await fallbacks.run(`article:${slug}`, () => projectArticle(catalogue, slug)));
}

interface Lookup<T> {
  name: string;
  caller: CallerName;
  limiter: Limiter;
  copy: () => Promise<T | undefined>;
  truth: () => Promise<T | undefined>;
}

/** The copy if there is one in time; otherwise one question to the catalogue for all who ask at the moment. */
export async function copyOrTruth<T>(
  dependencies: ReadDependencies,
  { name, caller, limiter, copy, truth }: Lookup<T>,
): Promise<T | undefined> {
  const found = await tryCopy(dependencies, copy);
  if (found !== undefined) return found;
  await limitRate(limiter, caller);
  return dependencies.fallbacks.run(name, () => askTruth(truth));
}

/** Undefined where there is no copy, or none in time: an outage of the copies alone is not seen by readers. */
export async function tryCopy<T>(
  { onCopyFailure }: Pick<ReadDependencies, 'onCopyFailure'>,
  copy: () => Promise<T | undefined>,
): Promise<T | undefined> {
  try {
    return await withDeadline(copy(), COPY_DEADLINE_MS);
  } catch (error) {
    onCopyFailure(error);
    return undefined;
  }
}

/** @throws {DomainError} `store-unavailable`, with the cause kept for the log. */
export async function askTruth<T>(question: () => Promise<T>, deadlineMs = TRUTH_DEADLINE_MS): Promise<T> {
  try {
    return await withDeadline(question(), deadlineMs);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const unavailable = new DomainError({
      kind: 'store-unavailable',
      retryAfterSeconds: OUTAGE_RETRY_AFTER_SECONDS,
    });
    unavailable.cause = error;
    throw unavailable;
  }
}
