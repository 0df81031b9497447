import type { JudgedArticle } from './bench.ts';

/** One chosen stretch of text, as the judged sentences that it shows. */
export type Piece = readonly number[];

/** What an editor says of one summary, in counts. */
export interface Judgement {
  pieces: number;
  /** 1 when the summary holds the gist. */
  gist: number;
  /** Pieces that are the gist or a key point. */
  good: number;
  weak: number;
  never: number;
  /** Pieces whose support was left out. */
  unsupported: number;
  /** The same, and pieces that lean on something that could not have been chosen. */
  hanging: number;
  /** Why each piece that must not be printed must not. */
  faults: string[];
}

export function judge({ sentences }: JudgedArticle, pieces: readonly Piece[]): Judgement {
  const all = new Set(pieces.flat());
  const read = (piece: Piece) => piece.map((index) => sentences[index] as JudgedArticle['sentences'][number]);
  const isNever = (piece: Piece) => read(piece).some(({ mark }) => mark === 'never');
  const lacks = (needs: readonly number[]) => needs.some((need) => !all.has(need));
  const clean = pieces.filter((piece) => !isNever(piece));
  const count = (list: readonly Piece[], test: (piece: Piece) => boolean) => list.filter(test).length;
  return {
    pieces: pieces.length,
    gist: Math.min(
      1,
      count(clean, (piece) => read(piece).some(({ mark }) => mark === 'gist')),
    ),
    good: count(clean, (piece) => read(piece).some(({ mark }) => mark === 'gist' || mark === 'key')),
    weak: count(clean, (piece) => read(piece).every(({ mark }) => mark === 'weak')),
    never: pieces.length - clean.length,
    unsupported: count(pieces, (piece) => read(piece).some(({ needs }) => lacks(needs))),
    hanging: count(pieces, (piece) =>
      read(piece).some(({ needs, why }) => (needs.length > 0 ? lacks(needs) : why === 'dangling')),
    ),
    faults: pieces
      .filter(isNever)
      .map((piece) => read(piece).find(({ mark }) => mark === 'never')?.why ?? ''),
  };
}
