import type { Site } from '../../core/fetching/fetch-policy.ts';

/** The whole hosts, wherever on them a site begins. */
export function withoutPaths(sites: readonly Site[]): Site[] {
  return sites.map((site) => ({ ...site, pathPrefix: '' }));
}
