import { type BoxMarkup, writePiece } from '../../core/injection/box-markup.ts';
import type { Piece } from '../../core/injection/place-finder.ts';
import type { Places } from '../../core/injection/places.ts';

/** What goes into one page, as `GET /v1/injection` tells it. */
export interface Insert {
  /** Changes with everything that is put into the page. */
  version: string;
  places: Places;
  box: BoxMarkup;
  /** Boxes where the page keeps no place for them: written once, put into every view. */
  pieces: Readonly<Record<Piece, string>>;
}

/**
 * Parses an answer of the service. Written out, since a schema library would weigh more than all of this Worker.
 *
 * @throws {TypeError} when it is no insert.
 */
export function parseInsert(value: unknown): Insert {
  const { version, places, box } = membersOf(value);
  const markup = parseBox(box);
  const { scope, above, below, paragraph } = membersOf(places);
  return {
    version: textOf(version),
    places: {
      scope: orNull(scope, parseAnchor),
      above: orNull(above, (anchor) => ({
        ...parseAnchor(anchor),
        side: sideOf(anchor, 'before', 'inside'),
      })),
      below: orNull(below, (anchor) => ({ ...parseAnchor(anchor), side: sideOf(anchor, 'before', 'end') })),
      paragraph: orNull(paragraph, (counted) => ({
        selector: textOf(membersOf(counted).selector),
        count: countOf(membersOf(counted).count),
      })),
    },
    box: markup,
    pieces: { above: writePiece(markup, 'above', false), below: writePiece(markup, 'below', false) },
  };
}

function parseBox(value: unknown): BoxMarkup {
  const { attributes, disclosure, data } = membersOf(value);
  return { attributes: textOf(attributes), disclosure: textOf(disclosure), data: textOf(data) };
}

function parseAnchor(value: unknown): { selector: string; nth: number } {
  const { selector, nth } = membersOf(value);
  return { selector: textOf(selector), nth: countOf(nth) };
}

function sideOf<A extends string, B extends string>(value: unknown, one: A, other: B): A | B {
  const { side } = membersOf(value);
  if (side === one || side === other) return side as A | B;
  throw new TypeError('a place has no such side');
}

function orNull<T>(value: unknown, parse: (value: unknown) => T): T | null {
  return value === null ? null : parse(value);
}

function membersOf(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  throw new TypeError('an object was expected');
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new TypeError('a text was expected');
}

function countOf(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new TypeError('a count was expected');
}
