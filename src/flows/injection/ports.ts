import type { PagePlaces } from '../../core/injection/page-places.ts';

/** Where the boxes of pages go, by their addresses: learned when a page is first seen at the edge, and then by the clock. */
export interface PlaceCopies {
  load(pageUrl: string): Promise<PagePlaces | undefined>;
  save(pageUrl: string, places: PagePlaces): Promise<void>;
}
