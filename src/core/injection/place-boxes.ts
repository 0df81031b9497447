import { type Piece, PlaceFinder } from './place-finder.ts';
import { matchesMark, type Places, parseMark } from './places.ts';
import type { Tag } from './scan-page.ts';

/** Where a piece goes, in UTF-16 units into the page. */
export interface Spot {
  piece: Piece;
  at: number;
}

/** Elements that HTML gives no end tag (HTML standard, "void elements"). */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/**
 * Plays a page's tags to a {@link PlaceFinder} as HTMLRewriter would, with its stack: an end tag closes the innermost
 * element of its name and all that is open inside, whatever a browser makes of them.
 */
export function placeBoxes(tags: readonly Tag[], places: Places): Spot[] {
  const finder = new PlaceFinder(places);
  const marks = finder.selectors.flatMap((selector) => {
    const mark = parseMark(selector);
    return mark === undefined ? [] : [{ selector, mark }];
  });
  const open: { name: string; atEnd: (() => boolean)[] }[] = [];
  const spots: Spot[] = [];
  for (const tag of tags) {
    if (tag.kind === 'end') {
      const index = open.findLastIndex(({ name }) => name === tag.name);
      if (index === -1) continue;
      const [closed] = open.splice(index);
      if (closed?.atEnd.some((ask) => ask()) === true) spots.push({ piece: 'below', at: tag.from });
      continue;
    }
    const atEnd: (() => boolean)[] = [];
    for (const { selector } of marks.filter(({ mark }) => matchesMark(mark, tag))) {
      const encounter = finder.meet(selector);
      for (const piece of encounter.before) spots.push({ piece, at: tag.from });
      for (const piece of encounter.inside) spots.push({ piece, at: tag.to });
      if (encounter.atEnd !== undefined) atEnd.push(encounter.atEnd);
    }
    if (tag.name === 'stand-first') {
      const { attributes } = tag;
      const piece = finder.meetOwn(attributes.get('position') ?? null, attributes.has('data-filled'));
      if (piece !== undefined) spots.push({ piece, at: tag.to });
      if (attributes.has('data-filled')) return [];
    }
    if (!VOID.has(tag.name)) open.push({ name: tag.name, atEnd });
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
