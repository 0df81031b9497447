import { DomainError } from '../../core/errors.ts';
import { decideFetch, type FetchPolicy } from '../../core/fetching/fetch-policy.ts';

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
