import type { Fault } from '../errors.ts';

/**
 * Why a page gives no summary, as its copy near the readers tells it: so a crowd on a page that is no article, is gone or
 * cannot be read is answered there.
 */
export interface Absence {
  fault: Fault;
  /** The path as it was asked for, where only that spelling of it is known to be absent. */
  path: string | null;
  /** Milliseconds since the epoch; null where it holds until the copy is written anew. */
  until: number | null;
}

/** What an absence can tell. Anything else, of a later release, is no answer here. */
const TOLD: ReadonlySet<string> = new Set([
  'article-deleted',
  'page-not-found',
  'page-refused',
  'page-opted-out',
  'not-an-article',
  'page-unavailable',
  'page-timeout',
  'nested-too-deeply',
  'too-many-elements',
] satisfies Fault['kind'][]);

export function isTold(fault: { kind: string }): boolean {
  return TOLD.has(fault.kind);
}

/** A slug begins with a letter or a digit, so the first character tells the two values of a page's key apart. */
export function isAbsence(value: string): boolean {
  return value.startsWith('{');
}

/** The fault, if this absence holds for a page now. One that names a time to come again names what is left of it. */
export function faultOf({ fault, path, until }: Absence, pageUrl: string, now: number): Fault | undefined {
  if (path !== null && path !== new URL(pageUrl).pathname) return undefined;
  if (until === null) return fault;
  if (until <= now) return undefined;
  return 'retryAfterSeconds' in fault
    ? { ...fault, retryAfterSeconds: Math.ceil((until - now) / 1000) }
    : fault;
}
