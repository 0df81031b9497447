import { decode, encode, type SourceMapSegment } from '@jridgewell/sourcemap-codec';

/** Code in one file, and its source map as esbuild writes it. */
export interface Bundle {
  code: string;
  map: { sources: string[]; mappings: string };
}

/** A run of new code; `from` is the offset in the old code that it was copied from, if it was. */
export interface Piece {
  text: string;
  from?: number;
}

/** What stands from `offset` to `end` gives way to a text. */
export interface Edit {
  offset: number;
  end: number;
  text: string;
}

export const insert = (at: number, text: string): Edit => ({ offset: at, end: at, text });

/** Puts pieces together; what was copied stays mapped to where it came from. */
export function rewrite({ code, map }: Bundle, pieces: readonly Piece[]): Bundle {
  const old = new Lines(code);
  const segments = decode(map.mappings).flatMap((line, index) =>
    line.map((segment) => ({ offset: old.offsetOf(index, segment[0]), segment })),
  );
  const written = pieces.map(({ text }) => text).join('');
  const lines = new Lines(written);
  const mappings: SourceMapSegment[][] = Array.from({ length: lines.count }, () => []);
  let start = 0;
  for (const { text, from } of pieces) {
    if (from !== undefined)
      for (let index = firstFrom(segments, from); ; index += 1) {
        const found = segments[index];
        if (found === undefined || found.offset >= from + text.length) break;
        const { line, column } = lines.placeOf(start + found.offset - from);
        mappings[line]?.push(found.segment.with(0, column) as SourceMapSegment);
      }
    start += text.length;
  }
  return { code: written, map: { ...map, mappings: encode(mappings) } };
}

/** The first that stands at an offset or behind it. */
export function firstFrom(sorted: readonly { offset: number }[], offset: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.offset ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Lines of a text, numbered from 0 as source maps do. */
export class Lines {
  readonly #starts: { offset: number }[];

  constructor(text: string) {
    const ends = [...text.matchAll(/\n/g)].map(({ index }) => ({ offset: index + 1 }));
    this.#starts = [{ offset: 0 }, ...ends];
  }

  get count(): number {
    return this.#starts.length;
  }

  offsetOf(line: number, column: number): number {
    return (this.#starts[line]?.offset ?? 0) + column;
  }

  placeOf(offset: number): { line: number; column: number } {
    const line = firstFrom(this.#starts, offset + 1) - 1;
    return { line, column: offset - (this.#starts[line]?.offset ?? 0) };
  }
}

/** A range with the edits that begin in it. */
export function copyEdited(code: string, edits: readonly Edit[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (let index = firstFrom(edits, from); (edits[index]?.offset ?? to) < to; index += 1) {
    const { offset, end, text } = edits[index] as Edit;
    pieces.push({ text: code.slice(at, offset), from: at });
    // Mapped as the character that it stands for.
    if (end > offset) pieces.push({ text: text.slice(0, 1), from: offset }, { text: text.slice(1) });
    else pieces.push({ text });
    at = end;
  }
  return [...pieces, { text: code.slice(at, to), from: at }];
}

/** Which source file stands at an offset of the code, by its source map. */
export function sourceFinder({ code, map }: Bundle): (offset: number) => string {
  const lines = new Lines(code);
  const mappings = decode(map.mappings);
  return (offset) => {
    const { line, column } = lines.placeOf(offset);
    const segment = mappings[line]?.findLast((candidate) => candidate[0] <= column);
    return map.sources[segment?.[1] ?? -1] ?? '';
  };
}
