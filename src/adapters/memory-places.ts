import { placesKey } from '../core/catalogue/page-keys.ts';
import type { PagePlaces } from '../core/injection/page-places.ts';
import type { PlaceCopies } from '../flows/injection/ports.ts';

export function createMemoryPlaces(): PlaceCopies {
  const kept = new Map<string, PagePlaces>();
  return {
    load: async (pageUrl) => kept.get(placesKey(pageUrl)),
    save: async (pageUrl, places) => void kept.set(placesKey(pageUrl), places),
  };
}
