import { BASE, digitAt, pairAt, toDigits } from '../memory/digits.ts';

/**
 * The class flags of all characters, in pages of 256: where the runs of each page begin, then runs of one kind, two
 * digits each, then the flags of each kind. Pages that look the same are written once.
 */
export interface PackedClasses {
  /** Two digits a page: number of its first run. */
  pages: string;
  /** Two digits a run: its kind and its length less one. */
  runs: string;
  /** Two digits a kind. */
  kinds: string;
}

export const PAGE_SIZE = 256;
/** A length less one is below 256, three times the base of a digit. */
const LENGTH_PARTS = 3;

/** Calls back for each run of a page: its flags, from where, to where (excluded), counted in the page. */
export function forEachRun(
  { pages, runs, kinds }: PackedClasses,
  page: number,
  use: (flags: number, from: number, to: number) => void,
): void {
  if (page * 2 >= pages.length) {
    use(0, 0, PAGE_SIZE);
    return;
  }
  let run = pairAt(pages, page * 2);
  for (let from = 0; from < PAGE_SIZE; run += 1) {
    const head = digitAt(runs, run * 2);
    const kind = (head / LENGTH_PARTS) | 0;
    const to = from + (head - kind * LENGTH_PARTS) * BASE + digitAt(runs, run * 2 + 1) + 1;
    use(pairAt(kinds, kind * 2), from, to);
    from = to;
  }
}

/** Packs what `classify` says of every character. */
export function packClasses(classify: (point: number) => number, lastPoint: number): PackedClasses {
  const kinds = new Map<number, number>();
  const known = new Map<string, number>();
  let [pages, runs] = ['', ''];
  for (let start = 0; start <= lastPoint; start += PAGE_SIZE) {
    let page = '';
    for (let from = 0, to = 0; from < PAGE_SIZE; from = to) {
      const flags = classify(start + from);
      while (to < PAGE_SIZE && classify(start + to) === flags) to += 1;
      const kind = kinds.get(flags) ?? kinds.size;
      kinds.set(flags, kind);
      const length = to - from - 1;
      page += toDigits(kind * LENGTH_PARTS + Math.floor(length / BASE), 1) + toDigits(length % BASE, 1);
    }
    const first = known.get(page) ?? runs.length / 2;
    if (!known.has(page)) runs += page;
    known.set(page, first);
    pages += toDigits(first, 2);
  }
  return { pages, runs, kinds: [...kinds.keys()].map((flags) => toDigits(flags, 2)).join('') };
}
