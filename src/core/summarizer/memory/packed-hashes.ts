import { BASE, digitAt, pairAt, toDigits } from './digits.ts';

/**
 * A set of 32-bit hashes in a string, sorted and numbered in that order. A hash is its bucket and three digits; of each
 * bucket the string holds how many hashes it has, two buckets a character, and for each block of them how many came before.
 */
const REMAINDER_DIGITS = 3;
const BUCKET_RANGE = BASE ** REMAINDER_DIGITS;
const BUCKETS_PER_BLOCK = 128;
const BLOCKS = Math.ceil(2 ** 32 / BUCKET_RANGE / BUCKETS_PER_BLOCK);
/** Two counts share a character: 9 × 9 is below {@link BASE}. */
const COUNTS = 9;
const CHARACTERS_PER_BLOCK = BUCKETS_PER_BLOCK / 2;

const COUNTS_FROM = BLOCKS * 2;
const REMAINDERS_FROM = COUNTS_FROM + BLOCKS * CHARACTERS_PER_BLOCK;

/**
 * Packs different hashes.
 *
 * @throws {RangeError} For more than {@link BASE} squared, or more than eight of one bucket.
 */
export function packHashes(hashes: readonly number[]): string {
  const sorted = hashes.map((hash) => hash >>> 0).sort((a, b) => a - b);
  const buckets = new Array<number>(BLOCKS * BUCKETS_PER_BLOCK).fill(0);
  let remainders = '';
  for (const hash of sorted) {
    const bucket = Math.floor(hash / BUCKET_RANGE);
    buckets[bucket] = (buckets[bucket] as number) + 1;
    remainders += toDigits(hash % BUCKET_RANGE, REMAINDER_DIGITS);
  }
  let starts = '';
  let counts = '';
  let before = 0;
  buckets.forEach((count, bucket) => {
    if (count >= COUNTS) throw new RangeError('too many hashes in one bucket');
    if (bucket % BUCKETS_PER_BLOCK === 0) starts += toDigits(before, 2);
    if (bucket % 2 === 1) counts += toDigits((buckets[bucket - 1] as number) * COUNTS + count, 1);
    before += count;
  });
  return starts + counts + remainders;
}

function findPacked(packed: string, hash: number): number {
  const unsigned = hash >>> 0;
  const bucket = (unsigned / BUCKET_RANGE) | 0;
  const remainder = unsigned - bucket * BUCKET_RANGE;
  const block = (bucket / BUCKETS_PER_BLOCK) | 0;
  let number = pairAt(packed, block * 2);
  const own = COUNTS_FROM + (bucket >>> 1);
  for (let at = COUNTS_FROM + block * CHARACTERS_PER_BLOCK; at < own; at += 1) {
    const counts = digitAt(packed, at);
    const left = (counts / COUNTS) | 0;
    number += counts - left * (COUNTS - 1);
  }
  const counts = digitAt(packed, own);
  const left = (counts / COUNTS) | 0;
  const isRight = (bucket & 1) === 1;
  if (isRight) number += left;
  const end = number + (isRight ? counts - left * COUNTS : left);
  for (; number < end; number += 1) {
    const at = REMAINDERS_FROM + number * REMAINDER_DIGITS;
    if (pairAt(packed, at) * BASE + digitAt(packed, at + 2) === remainder) return number;
  }
  return -1;
}

const REMEMBERED = 4096;
/** So that 0 stands for an empty place, and 1 for a hash that is not in the set. */
const SHIFT = 2;

/** A packed set, ready at once; the words of every day are looked up once and remembered. */
export class PackedHashes {
  readonly #packed: string;
  readonly #hashes = new Int32Array(REMEMBERED);
  readonly #numbers = new Int16Array(REMEMBERED);

  constructor(packed: string) {
    this.#packed = packed;
  }

  /** Number of the hash in ascending order of all, or -1. */
  find(hash: number): number {
    const place = (hash ^ (hash >>> 15)) & (REMEMBERED - 1);
    const known = this.#numbers[place] as number;
    if (known !== 0 && this.#hashes[place] === hash) return known - SHIFT;
    const number = findPacked(this.#packed, hash);
    this.#hashes[place] = hash;
    this.#numbers[place] = number + SHIFT;
    return number;
  }
}
