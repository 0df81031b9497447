import type { Facts } from './facts.ts';

/** One more step of the work, from a position on; it notes itself how far it came. */
export type WalkStep = (position: string) => void | Promise<void>;

const PREFIX = 'walk:';
/** Between two steps writes and reads have their turn. */
const REST_MS = 20;

/**
 * Work over all rows, done by the alarm in small steps. A walk is under way while a fact holds its position; a step moves
 * that on in the transaction of what it does, so whatever ends the object between two steps repeats or forgets nothing.
 */
export class Walks {
  readonly #facts: Facts;
  readonly #steps: Readonly<Record<string, WalkStep>>;

  constructor(facts: Facts, steps: Readonly<Record<string, WalkStep>>) {
    this.#facts = facts;
    this.#steps = steps;
  }

  nextAt(now: number): number | undefined {
    return this.#underWay() === undefined ? undefined : now + REST_MS;
  }

  /** One step of the first walk that is under way. */
  async step(): Promise<void> {
    const walk = this.#underWay();
    if (walk !== undefined) await this.#steps[walk.name]?.(walk.position);
  }

  #underWay(): { name: string; position: string } | undefined {
    for (const name of Object.keys(this.#steps)) {
      const position = this.#facts.text(PREFIX + name);
      if (position !== undefined) return { name, position };
    }
    return undefined;
  }
}

/** Notes where a walk goes on, in the transaction of its step. @param position - Undefined where it has ended. */
export function moveOn(facts: Facts, name: string, position: string | undefined): void {
  if (position === undefined) facts.clear(PREFIX + name);
  else facts.set(PREFIX + name, position);
}
