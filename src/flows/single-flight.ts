import { DeadlineError, withDeadline } from './deadline.ts';

/**
 * Lets those who ask the same thing at the same time share one answer. Failures are shared, then forgotten.
 *
 * On Workers the work belongs to the request that began it and dies with it, never to end for those who joined. So
 * who has waited for long enough asks anew, for itself and for those who come after.
 */
export interface SingleFlight {
  run<T>(name: string, work: () => Promise<T>): Promise<T>;
}

const JOIN_DEADLINE_MS = 2_000;

/** @param joinDeadlineMs - Longer where work may rightly take longer, or outlives the request that began it. */
export function createSingleFlight(joinDeadlineMs = JOIN_DEADLINE_MS): SingleFlight {
  const underWay = new Map<string, Promise<unknown>>();
  const begin = <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const flight = work().finally(() => {
      if (underWay.get(name) === flight) underWay.delete(name);
    });
    underWay.set(name, flight);
    return flight;
  };
  return {
    async run<T>(name: string, work: () => Promise<T>): Promise<T> {
      const known = underWay.get(name) as Promise<T> | undefined;
      if (known === undefined) return begin(name, work);
      try {
        return await withDeadline(known, joinDeadlineMs);
      } catch (error) {
        if (!(error instanceof DeadlineError)) throw error;
        if (underWay.get(name) === known) underWay.delete(name);
        return this.run(name, work);
      }
    },
  };
}
