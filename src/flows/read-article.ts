import { DomainError } from '../core/errors.ts';
import { type ArticleHead, decodeProjection, type Projection } from '../core/projection.ts';
import { withDeadline } from './deadline.ts';
import type { ArticleCopies, Catalogue, Limiter } from './ports.ts';
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
export interface ReadableArticle extends Projection {
  head: ArticleHead;
}

const COPY_DEADLINE_MS = 2_000;
const LIMITED_RETRY_AFTER_SECONDS = 60;
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
  caller: string,
): Promise<ReadableArticle> {
  const projection = await copyOrTruth(dependencies, {
    name: `article:${slug}`,
    caller,
    limiter: dependencies.fallbackLimiter,
    copy: () => dependencies.copies.load(slug),
    truth: () => projectArticle(dependencies.catalogue, slug),
  });
  if (projection === undefined) throw new DomainError({ kind: 'article-not-found' });
  const { head } = projection;
  if (head.state === 'deleted') throw new DomainError({ kind: 'article-deleted' });
  if (head.state === 'moved') throw new DomainError({ kind: 'article-moved', slug: head.to });
  return { ...projection, head };
}

async function projectArticle(catalogue: Catalogue, slug: string): Promise<Projection | undefined> {
  const value = await catalogue.project(slug);
  return value === undefined ? undefined : decodeProjection(new TextEncoder().encode(value));
}

/**
 * Finds the article that a page of the publisher's leads to.
 *
 * @throws {DomainError} as {@link readArticle}; `page-not-found` for a page that leads nowhere.
 */
export async function readArticleByUrl(
  dependencies: ReadDependencies,
  pageUrl: string,
  caller: string,
): Promise<ReadableArticle> {
  const slug = await copyOrTruth(dependencies, {
    name: `url:${pageUrl}`,
    caller,
    limiter: dependencies.lookupLimiter,
    copy: () => dependencies.copies.slugOf(pageUrl),
    truth: () => dependencies.catalogue.resolve(pageUrl),
  });
  if (slug === undefined) throw new DomainError({ kind: 'page-not-found' });
  return readArticle(dependencies, slug, caller);
}

interface Lookup<T> {
  name: string;
  caller: string;
  limiter: Limiter;
  copy: () => Promise<T | undefined>;
  truth: () => Promise<T | undefined>;
}

/** The copy if there is one in time; otherwise one question to the catalogue for all who ask at the moment. */
export async function copyOrTruth<T>(
  dependencies: ReadDependencies,
  lookup: Lookup<T>,
): Promise<T | undefined> {
  try {
    const copy = await withDeadline(lookup.copy(), COPY_DEADLINE_MS);
    if (copy !== undefined) return copy;
  } catch (error) {
    dependencies.onCopyFailure(error); // An outage of the copies alone is not seen by readers.
  }
  if (!(await lookup.limiter.allows(lookup.caller))) {
    throw new DomainError({ kind: 'rate-limited', retryAfterSeconds: LIMITED_RETRY_AFTER_SECONDS });
  }
  return dependencies.fallbacks.run(lookup.name, () => askTruth(lookup.truth));
}

/** @throws {DomainError} `store-unavailable`, with the cause kept for the log. */
export async function askTruth<T>(question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (error) {
    const unavailable = new DomainError({
      kind: 'store-unavailable',
      retryAfterSeconds: OUTAGE_RETRY_AFTER_SECONDS,
    });
    unavailable.cause = error;
    throw unavailable;
  }
}
