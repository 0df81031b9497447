import type { Defer, Measures } from '../../flows/ports.ts';
import { logWarning } from '../console-log.ts';
import type { Measures as MeasuresObject } from './measures-object.ts';
import { TallySum } from './tally-sum.ts';

/** What an isolate gathers before it sends: a crowd costs the object one call a second and isolate. */
const GATHER_MS = 1_000;
const GATHERED_MAX_COUNT = 5_000;

/** The counting object behind its binding. What cannot be sent is not sent again, so that nothing is counted twice. */
export function createMeasures(namespace: DurableObjectNamespace<MeasuresObject>, defer: Defer): Measures {
  const gathered = new TallySum(GATHERED_MAX_COUNT);
  let isWaiting = false;

  async function send(): Promise<void> {
    isWaiting = false;
    const tallies = gathered.take();
    if (tallies.length === 0) return;
    try {
      await namespace.getByName('measures').add(tallies);
    } catch (error) {
      logWarning('measures-lost', error);
    }
  }

  return {
    note(tallies) {
      for (const tally of tallies) gathered.add(tally);
      if (isWaiting) return;
      isWaiting = true;
      defer(new Promise((resolve) => setTimeout(resolve, GATHER_MS)).then(send));
    },
    async read(queries) {
      await send();
      return namespace.getByName('measures').read(queries);
    },
  };
}
