import { pageUrlHash } from '../fetching/page-hash.ts';
import { urlKeyOfHash } from './copy-keys.ts';

/** Maps a page of the publisher's to a slug. */
export function urlKey(pageUrl: string): string {
  return urlKeyOfHash(pageUrlHash(pageUrl));
}

const PLACES_PREFIX = 'places:';

/** Where the boxes of a page of the publisher's go. No copy of anything: whoever reads the page writes it. */
export function placesKey(pageUrl: string): string {
  return `${PLACES_PREFIX}${pageUrlHash(pageUrl)}`;
}
