import type { Places } from '../../core/injection/places.ts';
import { type Insert, parseInsert } from './insert.ts';

export interface InsertSource {
  /** What is known without asking anybody; null for a page that gets no box. */
  recall(pageUrl: string): Insert | null | undefined;
  /**
   * Never rejects: a service in trouble means a page without boxes.
   *
   * @param placesByHand - Win over those that were learned.
   */
  find(pageUrl: string, placesByHand: Places | undefined): Promise<Insert | null>;
}

export interface InsertSourceOptions {
  /** Sends a request to the service: a binding to its Worker, or `fetch`. */
  send: (request: Request) => Promise<Response>;
  /** Where the service stands, without a trailing slash. */
  serviceOrigin: string;
  now: () => number;
  onFailure: (error: unknown) => void;
}

/** As long as the edge itself may go on with what a page says. */
const KEPT_MS = 30_000;
/** Most pages of a site are no articles: they should not ask at every view. */
const ABSENCE_KEPT_MS = 60_000;
/** A service in trouble is not asked at every view either. */
const FAILURE_KEPT_MS = 5_000;
const KEPT_MAX_COUNT = 1_000;
const ANSWER_DEADLINE_MS = 5_000;

/** Asks the service, and remembers in this isolate what it said. */
export function createInsertSource({
  send,
  serviceOrigin,
  now,
  onFailure,
}: InsertSourceOptions): InsertSource {
  const kept = new Map<string, { insert: Insert | null; until: number }>();
  const keep = (pageUrl: string, insert: Insert | null, forMs: number) => {
    kept.delete(pageUrl);
    const [oldest] = kept.keys();
    if (kept.size >= KEPT_MAX_COUNT && oldest !== undefined) kept.delete(oldest);
    kept.set(pageUrl, { insert, until: now() + forMs });
    return insert;
  };
  return {
    recall(pageUrl) {
      const known = kept.get(pageUrl);
      return known !== undefined && now() < known.until ? known.insert : undefined;
    },
    async find(pageUrl, placesByHand) {
      try {
        const told = await ask(send, serviceOrigin, pageUrl);
        const insert = told && placesByHand ? { ...told, places: placesByHand } : told;
        return keep(pageUrl, insert, insert === null ? ABSENCE_KEPT_MS : KEPT_MS);
      } catch (error) {
        onFailure(error);
        return keep(pageUrl, null, FAILURE_KEPT_MS);
      }
    },
  };
}

async function ask(
  send: InsertSourceOptions['send'],
  serviceOrigin: string,
  pageUrl: string,
): Promise<Insert | null> {
  const request = new Request(`${serviceOrigin}/v1/injection?url=${encodeURIComponent(pageUrl)}`, {
    signal: AbortSignal.timeout(ANSWER_DEADLINE_MS),
  });
  const response = await send(request);
  if (response.status === 200) return parseInsert(await response.json());
  await response.body?.cancel();
  if (NO_BOX.has(response.status)) return null;
  throw new Error(`the service answered ${response.status}`);
}

/** Unknown, removed, moved, not of this publication. */
const NO_BOX: ReadonlySet<number> = new Set([308, 403, 404, 410, 422]);
