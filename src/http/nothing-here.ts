import { DomainError } from '../core/errors.ts';
import { withoutLastSlashes } from '../core/fetching/last-slashes.ts';
import type { Answer } from './answer.ts';
import { type Context, type Dependencies, originOf } from './context.ts';
import { redirect } from './respond.ts';

/**
 * A slash at the end is a slip: what stands without it is meant.
 *
 * @throws {DomainError} `route-not-found`.
 */
export function refuseOrLeadOn(
  { settings }: Dependencies,
  context: Context,
  isKnown: (path: string) => boolean,
): Answer {
  const { method, path } = context.req;
  const meant = withoutLastSlashes(path);
  const isSlip = meant !== path && meant !== '' && (method === 'GET' || method === 'HEAD');
  if (!isSlip || !isKnown(meant)) throw new DomainError({ kind: 'route-not-found' });
  const { search } = new URL(context.req.url);
  const location = `${originOf(context, settings)}${meant}${search}`;
  return redirect(context, settings, { status: 308, location, cache: 'list', tags: [] });
}
