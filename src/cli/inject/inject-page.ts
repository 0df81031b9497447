import type { Extraction } from '../../core/extraction/extract-article.ts';
import { readPage } from '../../core/extraction/read-page.ts';
import { type BoxMarkup, writePiece } from '../../core/injection/box-markup.ts';
import { findPlaces } from '../../core/injection/find-places.ts';
import { placeBoxes, type Spot, splicePieces } from '../../core/injection/place-boxes.ts';
import { OWN_PLACES } from '../../core/injection/places.ts';
import { scanPage, type Tag } from '../../core/injection/scan-page.ts';
import { canonicalOn } from '../import/page-item.ts';
import { markPiece, withoutPieces } from './mark-pieces.ts';

export const OUTCOMES = [
  'boxes',
  'no article',
  'left out by the page',
  'no sure place',
  'no summary',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a page's boxes say; null where it gets none. */
export type BoxSource = (page: { url: string; extraction: Extraction }) => Promise<BoxMarkup | null>;

export interface InjectedPage {
  bytes: Uint8Array;
  outcome: Outcome;
}

/**
 * Puts boxes into a page that a generator has built, by the rules of the edge. What an earlier run has put in is taken out
 * first, so the same page and summary give the same bytes, however often.
 *
 * @param stylePath - Where the style sheet of the boxes stands on the page's host.
 */
export async function injectPage(
  built: Uint8Array,
  { url, boxOf, stylePath }: { url: string; boxOf: BoxSource; stylePath: string },
): Promise<InjectedPage> {
  // Each byte as one character, whatever the encoding: tags are ASCII in all that get a place.
  const source = withoutPieces(Buffer.from(built).toString('latin1'));
  const bytes = new Uint8Array(Buffer.from(source, 'latin1'));
  const page = { url, bytes, contentType: 'text/html', robots: '' };
  const extraction = readPage(page);
  if (extraction.optedOut !== undefined) return { bytes, outcome: 'left out by the page' };
  if (!extraction.isArticle) return { bytes, outcome: 'no article' };
  const tags = scanPage(source)?.tags ?? [];
  const places = findPlaces(page, extraction.html) ?? OWN_PLACES;
  const spots = placeBoxes(tags, places);
  if (spots.length === 0) return { bytes, outcome: 'no sure place' };
  const box = await boxOf({ url: canonicalOn(url, extraction.canonicalUrl), extraction });
  if (box === null) return { bytes, outcome: 'no summary' };
  const spliced = splice(source, tags, spots, (piece, isOwn) => writePiece(box, piece, isOwn, stylePath));
  if (withoutPieces(spliced) !== source)
    throw new Error(`${url}: the page would not be the same without its boxes`);
  return { bytes: new Uint8Array(Buffer.from(spliced, 'latin1')), outcome: 'boxes' };
}

/** A place that the page keeps itself is filled; elsewhere the box brings its own element. */
function splice(
  source: string,
  tags: readonly Tag[],
  spots: readonly Spot[],
  write: (piece: Spot['piece'], isOwn: boolean) => string,
): string {
  const owns = new Set(
    tags.filter(({ kind, name }) => kind === 'start' && name === 'stand-first').map(({ to }) => to),
  );
  const pieces = { above: '', below: '' };
  for (const { piece, at } of spots) pieces[piece] = markPiece(write(piece, owns.has(at)));
  return splicePieces(source, spots, pieces);
}
