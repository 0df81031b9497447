import { logWarning } from '../console-log.ts';
import type { Facts } from './facts.ts';

/** A new catalogue has its first turns in ten minutes. */
export const CLOCK_FACTS = `
  INSERT OR IGNORE INTO facts (name, value)
    SELECT column1, unixepoch() * 1000 + 600000 FROM (VALUES ('due:feeds'), ('due:copies'));
`;

const PREFIX = 'due:';

export interface Job {
  restMs: number;
  work: () => Promise<void>;
}

/**
 * What is done by the clock. A cron trigger would do it as well, but an account has no more than 250 of them
 * (developers.cloudflare.com/workers/platform/limits), and alarms without number.
 */
export class Clock {
  readonly #facts: Facts;
  readonly #jobs: ReadonlyMap<string, Job>;
  readonly #underWay = new Set<string>();

  /** @param jobs - By name: each has a fact with the time of its next turn. */
  constructor(facts: Facts, jobs: Readonly<Record<string, Job>>) {
    this.#facts = facts;
    this.#jobs = new Map(Object.entries(jobs));
  }

  nextAt(): number | undefined {
    const times = [...this.#jobs.keys()].flatMap((name) => this.#dueAt(name) ?? []);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  /**
   * Begins what is due, and waits for none of it: reading feeds takes minutes, in which copies have to be written. The
   * next turn is noted first, so it comes whatever becomes of this one; one that takes longer than its rest is let end.
   */
  strike(now: number): void {
    for (const [name, { restMs, work }] of this.#jobs) {
      if ((this.#dueAt(name) ?? Number.POSITIVE_INFINITY) > now) continue;
      this.#facts.set(PREFIX + name, now + restMs);
      if (this.#underWay.has(name)) continue;
      this.#underWay.add(name);
      void this.#run(name, work);
    }
  }

  async #run(name: string, work: Job['work']): Promise<void> {
    try {
      await work();
    } catch (error) {
      logWarning(`${name}-failed`, error);
    } finally {
      this.#underWay.delete(name);
    }
  }

  #dueAt(name: string): number | undefined {
    const at = this.#facts.text(PREFIX + name);
    return at === undefined ? undefined : Number(at);
  }
}
