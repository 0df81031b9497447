import type { CatalogueStatus } from '../../flows/ports.ts';
import type { Facts } from './facts.ts';

/** A SQLite Durable Object holds 10 GB. */
const ROOM_BYTES = 10_000_000_000;
const DAY_MS = 24 * 60 * 60 * 1000;
const REMEMBERED_DAYS = 30;
const FACT = 'sizes';

/** Size of the database on a day, counted from the epoch. */
type Sample = [day: number, bytes: number];

/** Notes the size once a day. Callers hold the transaction. */
export function noteSize(facts: Facts, bytes: number, now: number): void {
  const samples = readSamples(facts);
  const today = Math.floor(now / DAY_MS);
  if (samples.at(-1)?.[0] === today) return;
  facts.set(FACT, JSON.stringify([...samples, [today, bytes]].slice(-REMEMBERED_DAYS)));
}

/** What is left, and for how long at the pace of the last weeks; null while no pace is known. */
export function readRoom(facts: Facts, bytes: number, now: number): CatalogueStatus['room'] {
  const bytesLeft = Math.max(0, ROOM_BYTES - bytes);
  const [day, bytesThen] = readSamples(facts)[0] ?? [0, bytes];
  const days = now / DAY_MS - day;
  const grown = bytes - bytesThen;
  const daysLeft = days < 1 || grown <= 0 ? null : Math.floor((bytesLeft / grown) * days);
  return { bytesLeft, daysLeft };
}

function readSamples(facts: Facts): Sample[] {
  return JSON.parse(facts.text(FACT) ?? '[]') as Sample[];
}

/** SQLite's own words for it, which alone come through between isolates. */
export function isStoreFull(error: unknown): boolean {
  return error instanceof Error && /SQLITE_FULL|database or disk is full/u.test(error.message);
}
