import { Arena } from './arena.ts';
import { flagsOf, IS_UNSPACED } from './characters.ts';
import { markOf, NONE, SEAM } from './sentence-marks.ts';

const KIND_BITS = 4;
const KIND_MASK = (1 << KIND_BITS) - 1;
const EXPECTED_UNITS_PER_MARK = 16;
const FEWEST_EXPECTED = 16;

/** The marks of a text in reading order: where each stands, and of which kind it is; see `sentence-marks.ts`. */
export class MarkList {
  /** Place and kind in one number: texts are far shorter than 2^27 units. */
  #items: Int32Array;
  length = 0;

  /** @param units - Length of the text. */
  constructor(units: number, arena: Arena) {
    this.#items = arena.int32(Math.max(FEWEST_EXPECTED, Math.ceil(units / EXPECTED_UNITS_PER_MARK)));
  }

  push(index: number, kind: number): void {
    if (this.length === this.#items.length) this.#grow();
    this.#items[this.length] = (index << KIND_BITS) | kind;
    this.length += 1;
  }

  /** Where a mark stands; beyond the text for `length`. */
  indexAt(number: number): number {
    return number < this.length ? (this.#items[number] as number) >>> KIND_BITS : Number.MAX_SAFE_INTEGER;
  }

  kindAt(number: number): number {
    return (this.#items[number] as number) & KIND_MASK;
  }

  /** Number of the first mark at `index` or behind it, looked for from mark `number` on. */
  firstFrom(index: number, number: number): number {
    let found = number;
    while (found < this.length && this.indexAt(found) < index) found += 1;
    return found;
  }

  #grow(): void {
    const items = this.#items;
    this.#items = new Int32Array(items.length * 2);
    this.#items.set(items);
  }
}

const SPACE = 32;

/** Whether the space at `index` is a seam. */
export const isSeam = (text: string, index: number): boolean =>
  index > 0 && (flagsOf(text.charCodeAt(index - 1)) & IS_UNSPACED) !== 0;

/** The marks of a text whose terms nobody needs. */
export function listMarks(text: string): MarkList {
  const marks = new MarkList(text.length, new Arena(0));
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const kind = code === SPACE && isSeam(text, index) ? SEAM : markOf(code);
    if (kind !== NONE) marks.push(index, kind);
  }
  return marks;
}
