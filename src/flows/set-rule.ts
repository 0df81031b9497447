import { formatInstant } from '../core/article/dates.ts';
import { namesRevision } from '../core/catalogue/etag.ts';
import type { Preconditions } from '../core/catalogue/write-decision.ts';
import { DomainError } from '../core/errors.ts';
import { RULES_MAX_COUNT } from '../core/limits.ts';
import type { TagRule } from '../core/summary/rule.ts';
import type { Catalogue, Clock, Desk, StandingRules } from './ports.ts';
import { askTruth } from './read-article.ts';

interface RuleDependencies {
  catalogue: Catalogue;
  desk: Desk;
  now: Clock;
}

/** What validators of the rules are made of: no article has such a slug. */
export function versionOfRules(catalogue: string, { version }: StandingRules) {
  return { catalogue, slug: '-rules', revision: version, projection: 0 };
}

/**
 * Sets how summaries of a tag's articles are shown, and writes the line of the history in the same transaction. A rule
 * that stands already changes nothing. What is served follows within moments (docs/storage.md).
 *
 * @param by - Who decides, for the history.
 * @throws {DomainError} `precondition-required`, `precondition-failed`, `invalid-body` (too many), `store-unavailable`.
 */
export async function setRule(
  { catalogue, desk, now }: RuleDependencies,
  wanted: TagRule,
  by: string,
  { ifMatch }: Preconditions,
): Promise<StandingRules> {
  if (ifMatch === undefined) throw new DomainError({ kind: 'precondition-required', orLater: false });
  const id = await askTruth(() => catalogue.identify());
  const standing = await askTruth(() => desk.rules());
  if (!namesRevision(ifMatch, versionOfRules(id, standing))) throw changedMeanwhile();
  const former = standing.items.find(({ tag }) => tag === wanted.tag)?.rule ?? 'automatic';
  if (former === wanted.rule) return standing;
  if (former === 'automatic' && standing.items.length >= RULES_MAX_COUNT) throw tooMany();
  const event = { at: formatInstant(now()), by };
  const outcome = await askTruth(() => desk.setRule(wanted, event, standing.version));
  if (outcome === 'changed-meanwhile') throw changedMeanwhile();
  return askTruth(() => desk.rules());
}

function changedMeanwhile(): DomainError {
  return new DomainError({ kind: 'precondition-failed', detail: 'The rules were changed meanwhile.' });
}

function tooMany(): DomainError {
  const detail = `${RULES_MAX_COUNT} tags have a rule`;
  const error = { pointer: '#/tag', code: 'too-many', detail, maximum: RULES_MAX_COUNT };
  return new DomainError({ kind: 'invalid-body', errors: [error] });
}
