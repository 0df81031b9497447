import { Catalogue } from '../../src/adapters/catalogue/catalogue.ts';
import type { ListedCopy } from '../../src/flows/ports.ts';

/** KV as a map, in its plainest form. */
export class MapKv {
  readonly values = new Map<string, { value: string; metadata: unknown }>();
  #tick: () => void;

  constructor(tick: () => void) {
    this.#tick = tick;
  }

  async put(key: string, value: string, options?: { metadata?: unknown }): Promise<void> {
    this.#tick();
    this.values.set(key, { value, metadata: options?.metadata });
  }

  async delete(key: string): Promise<void> {
    this.#tick();
    this.values.delete(key);
  }

  copies(): ListedCopy[] {
    return [...this.values].map(([key, { metadata }]) => ({ key, metadata }));
  }
}

/** What went wrong on purpose. */
export class InjectedFault extends Error {
  override readonly name = 'InjectedFault';
}

/** Counts the operations of every binding, and lets the one that is asked for fail. */
export class FaultPlan {
  count = 0;
  failAt = Number.POSITIVE_INFINITY;

  readonly tick = (): void => {
    this.count += 1;
    if (this.count === this.failAt) throw new InjectedFault(`operation ${this.count}`);
  };

  /** From now on operation `n` fails; 0 for none. */
  arm(n: number): void {
    this.count = 0;
    this.failAt = n === 0 ? Number.POSITIVE_INFINITY : n;
  }
}

export interface Workbench {
  catalogue: Catalogue;
  /** Tags of each purge that went through. */
  purges: { at: number; tags: string[] }[];
}

/**
 * A catalogue over the real SQLite of a Durable Object, with a counting proxy around everything else that it touches
 * and around every statement. Alarms are noted, not set: the test decides when time passes.
 */
export function openCatalogue(state: DurableObjectState, kv: MapKv, plan: FaultPlan): Workbench {
  const purges: Workbench['purges'] = [];
  const storage = realStorage(state);
  const sql = {
    exec: (...statement: Parameters<SqlStorage['exec']>) => {
      plan.tick();
      return storage.sql.exec(...statement);
    },
    get databaseSize() {
      return storage.sql.databaseSize;
    },
  };
  const context = {
    storage: {
      sql,
      transactionSync: <T>(change: () => T) => storage.transactionSync(change),
      setAlarm: async () => plan.tick(),
    },
    blockConcurrencyWhile: (work: () => Promise<void>) => work(),
    exports: {
      default: {
        purge: async (tags: readonly string[]) => {
          plan.tick();
          purges.push({ at: Date.now(), tags: [...tags] });
        },
      },
    },
  };
  // The platform's base class takes nothing but a state of its own, so the state is dressed up instead of replaced.
  for (const [name, value] of Object.entries(context))
    Object.defineProperty(state, name, { value, configurable: true });
  return { catalogue: new Catalogue(state, { ARTICLES: kv } as unknown as Env), purges };
}

const realStorages = new WeakMap<DurableObjectState, DurableObjectStorage>();

function realStorage(state: DurableObjectState): DurableObjectStorage {
  const known = realStorages.get(state) ?? state.storage;
  realStorages.set(state, known);
  return known;
}

/** Empties the tables, keeping the schema and the name. */
export function wipe(state: DurableObjectState): void {
  const { sql } = realStorage(state);
  for (const table of ['articles', 'parts', 'tags', 'urls', 'outbox', 'purges', 'recent_writes'])
    sql.exec(`DELETE FROM ${table}`);
  sql.exec("DELETE FROM facts WHERE name <> 'catalogue'");
}

/** Whether nothing waits to be written or purged. Asks past the counting proxy. */
export function isIdle(state: DurableObjectState): boolean {
  const query = 'SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM purges) AS waiting';
  return realStorage(state).sql.exec<{ waiting: number }>(query).one().waiting === 0;
}
