import type { Fault } from '../../errors.ts';
import { BODY_MAX_DEPTH, BODY_MAX_ELEMENTS } from '../../limits.ts';

/** Why a body is not read to its end. */
export type BodyFault = Extract<Fault, { kind: 'nested-too-deeply' | 'too-many-elements' }>;

/** Thrown through a parser to end it; never leaves this folder. */
export class BodyRefused extends Error {
  override readonly name = 'BodyRefused';
  readonly fault: BodyFault;

  constructor(fault: BodyFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

export function tooDeep(found: number): BodyRefused {
  return new BodyRefused({ kind: 'nested-too-deeply', limit: BODY_MAX_DEPTH, found });
}

/**
 * What a body may be made of, counted while it is made: a MiB of `<p>x` is 262,144 paragraphs, and 250 formatting
 * elements that are never closed before 16,000 `<p>x` are four million elements (HTML standard, "reconstruct the
 * active formatting elements"). Without the count either fills an isolate's 128 MB (`npm run bench body-memory`).
 */
export class Budget {
  #left: number;

  constructor(count = BODY_MAX_ELEMENTS) {
    this.#left = count;
  }

  /** @throws {BodyRefused} `too-many-elements`. */
  spend(): void {
    this.#left -= 1;
    if (this.#left < 0) throw new BodyRefused({ kind: 'too-many-elements', limit: BODY_MAX_ELEMENTS });
  }
}
