import { placesKey } from '../core/catalogue/page-keys.ts';
import { pagePlacesSchema } from '../core/injection/page-places.ts';
import type { PlaceCopies } from '../flows/injection/ports.ts';

const CACHE_TTL_SECONDS = 60;
const DAY_SECONDS = 86_400;
/** Pages that nobody reads are forgotten; one that holds no article is looked at again tomorrow. */
const KEPT_SECONDS = 90 * DAY_SECONDS;
const ABSENCE_KEPT_SECONDS = DAY_SECONDS;

/** Places in Workers KV. What cannot be parsed is thrown. */
export function createKvPlaces(namespace: KVNamespace): PlaceCopies {
  return {
    async load(pageUrl) {
      const value = await namespace.get(placesKey(pageUrl), { type: 'json', cacheTtl: CACHE_TTL_SECONDS });
      return value === null ? undefined : pagePlacesSchema().parse(value);
    },
    async save(pageUrl, places) {
      const expirationTtl = places.found === null ? ABSENCE_KEPT_SECONDS : KEPT_SECONDS;
      await namespace.put(placesKey(pageUrl), JSON.stringify(places), { expirationTtl });
    },
  };
}
