import type { Preconditions } from '../core/catalogue/write-decision.ts';
import type { Context } from './context.ts';

/** Conditions of a change, as sent. */
export function preconditionsOf({ req }: Context): Preconditions {
  return { ifMatch: req.header('If-Match'), ifNoneMatch: req.header('If-None-Match') };
}
