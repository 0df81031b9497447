import * as z from 'zod/mini';
import { pageUrlSchema } from '../fetching/page-url.ts';
import { lazily } from '../lazily.ts';

/** What readers do with a box, each counted once a page view and box. */
export const MEASURES = [
  'seen',
  'opened',
  'medium',
  'long',
  'jumped',
  'listened',
  'copied',
  'asked',
  'helpful',
  'unhelpful',
] as const;
export type Measure = (typeof MEASURES)[number];
export type Counts = Record<Measure, number>;

export const PLACES = ['top', 'bottom', 'other'] as const;

/** Body of `POST /v1/events`. It says nothing of who reads, nor of when: the service has a clock of its own. */
export const eventSchema = lazily(() =>
  z.strictObject({
    url: pageUrlSchema(),
    place: z.enum(PLACES),
    events: z.array(z.enum(MEASURES)).check(z.minLength(1), z.maxLength(MEASURES.length)),
  }),
);

/** How often something was counted on a page, on one day (UTC). */
export interface Tally {
  day: string;
  /** Address in its normal form, or `slug:<slug>` of a page of ours. */
  page: string;
  place: (typeof PLACES)[number];
  measure: Measure;
  count: number;
}

/** Of fewer views than these a share says nothing. */
export const LEAST_SEEN_COUNT = 20;

export const GROUPINGS = ['day', 'article', 'place', 'method'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface MeasureQuery {
  /** Days (UTC), both counted in. */
  from: string;
  to: string;
  slug?: string | undefined;
  by: Grouping;
  /** `least`: by the share of those who opened it, the smallest first, of articles that enough people saw. */
  order?: 'most' | 'least';
  limit: number;
}

/** One line of an answer: a day, slug, place or method, and its counts. */
export type MeasureRow = { name: string } & Counts;

export function dayOf(nowMs: number): string {
  return new Date(nowMs).toISOString().slice(0, 10);
}

export function sumOf(rows: readonly MeasureRow[]): Counts {
  const sums = MEASURES.map((measure) => [measure, rows.reduce((sum, row) => sum + row[measure], 0)]);
  return Object.fromEntries(sums) as Counts;
}
