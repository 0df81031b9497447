import { DomainError } from '../../core/errors.ts';
import type { Extraction } from '../../core/extraction/extract-article.ts';
import { decideFetch, type FetchPolicy } from '../../core/fetching/fetch-policy.ts';
import {
  FAILURE_PAUSE_MAX_SECONDS,
  pauseAfterFailureSeconds,
} from '../../core/fetching/fetch-policy-recheck.ts';
import { ROBOTS_UNREADABLE } from './ask-robots.ts';
import type { PageAnswer } from './ports.ts';

/** What a look at a page has shown, where it has shown something. */
export type Finding =
  | PageFinding
  | { kind: 'unchanged' }
  /** 404: it may be a slip. */
  | { kind: 'missing' }
  /** The publisher's word: 410, or a directive. */
  | { kind: 'gone' }
  | { kind: 'opted-out'; by: string };

export interface PageFinding {
  kind: 'article';
  extraction: Extraction;
  /** The address that the page is known by from now on. */
  address: string;
  /** The page calls this its address itself. */
  isCanonical: boolean;
  /** Every address that was asked on the way to it. */
  visited: readonly string[];
  etag: string | null;
  lastModified: string | null;
}

/** Every address that leads to it, its own first. */
export function addressesOf({ address, visited }: PageFinding): string[] {
  return [...new Set([address, ...visited])];
}

export interface JudgeDependencies {
  policy: FetchPolicy;
  /** Decodes and reads a page; loaded when the first one comes. */
  extract: (answer: Extract<PageAnswer, { kind: 'body' }>) => Promise<Extraction>;
}

/**
 * Decides what an answer means.
 *
 * @throws {DomainError} `not-an-article`, `page-unavailable`, `page-timeout`, `nested-too-deeply`.
 */
export async function judgeAnswer(dependencies: JudgeDependencies, answer: PageAnswer): Promise<Finding> {
  switch (answer.kind) {
    case 'body':
      return judgePage(dependencies, answer);
    case 'unchanged':
      return { kind: 'unchanged' };
    case 'status':
      return judgeStatus(answer.status, answer.retryAfterSeconds);
    case 'not-permitted':
      if (answer.permission === 'forbidden') return { kind: 'opted-out', by: 'robots.txt' };
      throw new DomainError(ROBOTS_UNREADABLE);
    case 'refused':
      throw unavailable(`it leads to an address that may not be read (${answer.refusal})`);
    case 'unusable':
      throw answer.problem === 'too-large'
        ? unavailable('it is larger than a page may be', FAILURE_PAUSE_MAX_SECONDS) // It will be so tomorrow.
        : new DomainError({ kind: 'not-an-article' });
    case 'timeout':
      throw new DomainError({ kind: 'page-timeout', retryAfterSeconds: pauseAfterFailureSeconds(null) });
    case 'unreachable':
      throw unavailable('its server cannot be reached');
  }
}

function judgeStatus(status: number, retryAfterSeconds: number | null): Finding {
  if (status === 410) return { kind: 'gone' };
  if (status === 404) return { kind: 'missing' };
  throw unavailable(`its server answered ${status}`, retryAfterSeconds);
}

export function unavailable(detail: string, retryAfterSeconds: number | null = null): DomainError {
  const pause = pauseAfterFailureSeconds(retryAfterSeconds);
  return new DomainError({ kind: 'page-unavailable', detail, retryAfterSeconds: pause });
}

async function judgePage(
  { extract, policy }: JudgeDependencies,
  answer: Extract<PageAnswer, { kind: 'body' }>,
): Promise<Finding> {
  const extraction = await extract(answer);
  if (extraction.optedOut !== undefined) return { kind: 'opted-out', by: extraction.optedOut };
  if (!extraction.isArticle) throw new DomainError({ kind: 'not-an-article' });
  const canonical = believeCanonical(extraction.canonicalUrl, answer.url, policy);
  return {
    kind: 'article',
    extraction,
    address: canonical ?? answer.url,
    isCanonical: canonical !== undefined,
    visited: answer.addresses,
    etag: answer.etag,
    lastModified: answer.lastModified,
  };
}

/** The page's own name for itself, unless it lies on a host of others: they could have their articles replaced so. */
function believeCanonical(
  canonicalUrl: string | null,
  foundAt: string,
  policy: FetchPolicy,
): string | undefined {
  if (canonicalUrl === null) return undefined;
  const decision = decideFetch(canonicalUrl, policy);
  // A front page as canonical address of every story is a common mistake.
  const isRoot = decision.allowed && decision.url.pathname === '/' && new URL(foundAt).pathname !== '/';
  return decision.allowed && !isRoot ? decision.url.href : undefined;
}
