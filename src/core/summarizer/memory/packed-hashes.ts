import { BASE, digitAt, FIRST_DIGIT, pairAt, toDigits } from './digits.ts';

/**
 * A set of hashes in a string, sorted and numbered in that order. A hash is its bucket and some digits; of each bucket
 * the string holds how many hashes it has, two buckets a character, and for each block of them how many came before.
 */
const BLOCK_BITS = 4;
const CHARACTERS_PER_BLOCK = 1 << BLOCK_BITS;
const BUCKETS_PER_BLOCK = 2 * CHARACTERS_PER_BLOCK;
/** Two counts share a character, the left one in the high bits: 8 × 8 is below {@link BASE}. */
const COUNT_BITS = 3;
const COUNTS = 1 << COUNT_BITS;
const COUNT_MASK = COUNTS - 1;

/** How hashes of so many bits are laid out. */
export interface HashLayout {
  /** Digits of a hash within its bucket. */
  digits: number;
  bucketRange: number;
  blocks: number;
  countsFrom: number;
  remaindersFrom: number;
}

function layOut(bits: number, digits: number, bucketRange: number = BASE ** digits): HashLayout {
  const blocks = Math.ceil(2 ** bits / bucketRange / BUCKETS_PER_BLOCK);
  const countsFrom = blocks * 2;
  return {
    digits,
    bucketRange,
    blocks,
    countsFrom,
    remaindersFrom: countsFrom + blocks * CHARACTERS_PER_BLOCK,
  };
}

const HASHES_OF_32_BITS: HashLayout = layOut(32, 3);
/** A quarter less room; one word in 20,000 that is not in a set of three thousand is taken for one of it. */
export const HASHES_OF_24_BITS: HashLayout = layOut(24, 2);
/** The same for larger sets: twice the buckets, each with half as many. */
export const MANY_HASHES_OF_24_BITS: HashLayout = layOut(24, 2, BASE ** 2 / 2);

/**
 * Packs different hashes.
 *
 * @throws {RangeError} For more than {@link BASE} squared, or more than seven of one bucket.
 */
export function packHashes(hashes: readonly number[], layout: HashLayout = HASHES_OF_32_BITS): string {
  const { digits, bucketRange, blocks } = layout;
  const sorted = hashes.map((hash) => hash >>> 0).sort((a, b) => a - b);
  const buckets = new Array<number>(blocks * BUCKETS_PER_BLOCK).fill(0);
  let remainders = '';
  for (const hash of sorted) {
    const bucket = Math.floor(hash / bucketRange);
    buckets[bucket] = (buckets[bucket] as number) + 1;
    remainders += toDigits(hash % bucketRange, digits);
  }
  let starts = '';
  let counts = '';
  let before = 0;
  buckets.forEach((count, bucket) => {
    if (count >= COUNTS) throw new RangeError('too many hashes in one bucket');
    if (bucket % BUCKETS_PER_BLOCK === 0) starts += toDigits(before, 2);
    if (bucket % 2 === 1) counts += toDigits(((buckets[bucket - 1] as number) << COUNT_BITS) | count, 1);
    before += count;
  });
  return starts + counts + remainders;
}

function remainderAt(packed: string, at: number, digits: number): number {
  const pair = (packed.charCodeAt(at) - FIRST_DIGIT) * BASE + packed.charCodeAt(at + 1) - FIRST_DIGIT;
  return digits === 2 ? pair : pair * BASE + digitAt(packed, at + 2);
}

/** How many hashes the buckets hold whose counts stand in `[from, to)`. */
function sumCounts(packed: string, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) {
    const counts = packed.charCodeAt(at) - FIRST_DIGIT;
    sum += (counts >> COUNT_BITS) + (counts & COUNT_MASK);
  }
  return sum;
}

/** Number of the first hash in the bucket pair whose counts stand at `own`: counted from the nearer block boundary. */
function startOfPair(packed: string, { countsFrom, blocks }: HashLayout, own: number): number {
  const block = (own - countsFrom) >> BLOCK_BITS;
  const from = countsFrom + block * CHARACTERS_PER_BLOCK;
  const next = from + CHARACTERS_PER_BLOCK;
  return own - from <= CHARACTERS_PER_BLOCK / 2 || block + 1 === blocks
    ? pairAt(packed, block * 2) + sumCounts(packed, from, own)
    : pairAt(packed, block * 2 + 2) - sumCounts(packed, own, next);
}

/** Half of the hashes that are not in a set fall into an empty bucket, and cost no more than that. */
function findPacked(packed: string, layout: HashLayout, hash: number): number {
  const { digits, bucketRange, countsFrom, remaindersFrom } = layout;
  const unsigned = hash >>> 0;
  const bucket = (unsigned / bucketRange) | 0;
  const own = countsFrom + (bucket >>> 1);
  const counts = packed.charCodeAt(own) - FIRST_DIGIT;
  const isRight = (bucket & 1) === 1;
  const count = isRight ? counts & COUNT_MASK : counts >> COUNT_BITS;
  if (count === 0) return -1;
  const remainder = unsigned - bucket * bucketRange;
  const start = startOfPair(packed, layout, own) + (isRight ? counts >> COUNT_BITS : 0);
  for (let number = start; number < start + count; number += 1)
    if (remainderAt(packed, remaindersFrom + number * digits, digits) === remainder) return number;
  return -1;
}

const REMEMBERED = 4096;
/** So that 0 stands for an empty place, and 1 for a hash that is not in the set. */
const SHIFT = 2;

/** A packed set, ready at once; the words of every day are looked up once and remembered. */
export class PackedHashes {
  readonly #packed: string;
  readonly #layout: HashLayout;
  readonly #hashes = new Int32Array(REMEMBERED);
  readonly #numbers = new Int16Array(REMEMBERED);

  constructor(packed: string, layout: HashLayout = HASHES_OF_32_BITS) {
    this.#packed = packed;
    this.#layout = layout;
  }

  /** Number of the hash in ascending order of all, or -1. */
  find(hash: number): number {
    const place = (hash ^ (hash >>> 15)) & (REMEMBERED - 1);
    const known = this.#numbers[place] as number;
    if (known !== 0 && this.#hashes[place] === hash) return known - SHIFT;
    const number = findPacked(this.#packed, this.#layout, hash);
    this.#hashes[place] = hash;
    this.#numbers[place] = number + SHIFT;
    return number;
  }
}
