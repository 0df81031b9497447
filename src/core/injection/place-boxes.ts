import { type OpenTag, OpenTags } from './open-tags.ts';
import { matchesPath, parsePath } from './paths.ts';
import { type Piece, PlaceFinder } from './place-finder.ts';
import type { Places } from './places.ts';
import type { Tag } from './scan-page.ts';

/** Where a piece goes, in UTF-16 units into the page. */
export interface Spot {
  piece: Piece;
  at: number;
}

/**
 * Plays a page's tags to a {@link PlaceFinder} as HTMLRewriter would, with its stack, whatever a browser makes of them.
 */
export function placeBoxes(tags: readonly Tag[], places: Places): Spot[] {
  const finder = new PlaceFinder(places);
  const paths = finder.selectors.flatMap((selector) => {
    const path = parsePath(selector);
    return path === undefined ? [] : [{ selector, path }];
  });
  const open = new OpenTags();
  const atEnds = new Map<OpenTag, (() => boolean)[]>();
  const spots: Spot[] = [];
  for (const tag of tags) {
    if (tag.kind === 'end') {
      const closed = open.end(tag.name);
      const asks = closed === undefined ? [] : (atEnds.get(closed) ?? []);
      if (asks.some((ask) => ask())) spots.push({ piece: 'below', at: tag.from });
      continue;
    }
    const met = open.start(tag);
    for (const { selector } of paths.filter(({ path }) => matchesPath(path, met))) {
      const encounter = finder.meet(selector);
      for (const piece of encounter.before) spots.push({ piece, at: tag.from });
      for (const piece of encounter.inside) spots.push({ piece, at: tag.to });
      if (encounter.atEnd !== undefined) atEnds.set(met, [...(atEnds.get(met) ?? []), encounter.atEnd]);
    }
    if (tag.name === 'stand-first') {
      const { attributes } = tag;
      const piece = finder.meetOwn(attributes.get('position') ?? null, attributes.has('data-filled'));
      if (piece !== undefined) spots.push({ piece, at: tag.to });
      if (attributes.has('data-filled')) return [];
    }
  }
  return spots;
}

/** The page with pieces put in. */
export function splicePieces(
  source: string,
  spots: readonly Spot[],
  pieces: Readonly<Record<Piece, string>>,
): string {
  let spliced = '';
  let from = 0;
  for (const { piece, at } of spots.toSorted((a, b) => a.at - b.at)) {
    spliced += source.slice(from, at) + pieces[piece];
    from = at;
  }
  return spliced + source.slice(from);
}
