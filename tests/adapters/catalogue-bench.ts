import { reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, vi } from 'vitest';
import { Catalogue } from '../../src/adapters/catalogue/catalogue.ts';
import type { SearchDoor } from '../../src/adapters/catalogue/search-apart.ts';
import { readPlace, type VolumeDoor } from '../../src/adapters/catalogue/volume-texts.ts';
import type { ListedCopy, PurgeScope } from '../../src/flows/ports.ts';
import type { WholeCatalogue } from './article-fixtures.ts';

/** A test inside of an object, whose storage it is given. */
export const onBench = (work: (state: DurableObjectState) => Promise<void>) => () =>
  runInDurableObject(env.CATALOGUE.getByName('bench'), (_, state) => work(state));

/** Each test of a file sets its own clock, is told no warnings, and leaves no object behind. */
export function clearBetweenTests(): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  });
  afterEach(async () => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    await reset();
  });
}

/** KV as a map, in its plainest form, with a diary. */
export class MapKv {
  readonly values = new Map<string, { value: string; metadata: unknown; expirationTtl?: number }>();
  readonly writes: { key: string; at: number }[] = [];
  readonly #tick: (key: string) => void;

  constructor(tick: (key: string) => void = () => undefined) {
    this.#tick = tick;
  }

  async put(
    key: string,
    value: string,
    options: { metadata?: unknown; expirationTtl?: number } = {},
  ): Promise<void> {
    this.#note(key);
    this.values.set(key, { value, metadata: undefined, ...options });
  }

  async delete(key: string): Promise<void> {
    this.#note(key);
    this.values.delete(key);
  }

  #note(key: string): void {
    this.writes.push({ key, at: Date.now() });
    this.#tick(key);
  }

  copies(): ListedCopy[] {
    const keys = [...this.values.keys()].sort();
    return keys.map((key) => ({ key, metadata: this.values.get(key)?.metadata }));
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
  object: Catalogue;
  /** The same, as its clients see it. */
  catalogue: WholeCatalogue;
  /** Every purge that was asked for. */
  purges: { at: number; scope: PurgeScope }[];
  /** When the platform would call the alarm. */
  alarmAt: number | undefined;
}

interface BenchOptions {
  state: DurableObjectState;
  kv: MapKv;
  plan?: FaultPlan;
  purge?: () => Promise<void>;
  /** What the database says that it takes. */
  databaseBytes?: number;
  volume?: (name: string) => OtherObject;
}

/** A volume, or the index that stands apart. */
export type OtherObject = VolumeDoor & SearchDoor;

/** An object to which a call may never come, or which it may reach without an answer that comes back. */
function disturbed(volume: OtherObject, { tick }: FaultPlan): OtherObject {
  const both = async <T>(call: () => Promise<T>): Promise<T> => {
    tick();
    const answer = await call();
    tick();
    return answer;
  };
  return {
    putTexts: (texts) => both(() => volume.putTexts(texts)),
    getTexts: (numbers) => both(() => volume.getTexts(numbers)),
    getEntries: (numbers) => both(() => volume.getEntries(numbers)),
    dropTexts: (numbers) => both(() => volume.dropTexts(numbers)),
    takeSearched: (changes) => both(() => volume.takeSearched(changes)),
    findSlugs: (query, scope) => both(() => volume.findSlugs(query, scope)),
  };
}

export const realVolume = (name: string): OtherObject => {
  const volume = env.CATALOGUE.getByName(name);
  return {
    putTexts: async (texts) => volume.putTexts(texts),
    getTexts: async (numbers) => volume.getTexts(numbers),
    getEntries: async (numbers) => volume.getEntries(numbers),
    dropTexts: async (numbers) => volume.dropTexts(numbers),
    takeSearched: async (changes) => volume.takeSearched(changes),
    findSlugs: async (query, scope) => volume.findSlugs(query, scope),
  };
};

/** Has the catalogue lay texts in volumes and search apart from now on, as one does that has outgrown its object. */
export function outgrow(sql: SqlStorage): void {
  sql.exec("INSERT OR REPLACE INTO facts (name, value) VALUES ('volume', '1'), ('searchApart', '1')");
}

/** Ends the schema before the search could stand apart, and that much of it that came later. */
export function undoSearchApart(sql: SqlStorage): void {
  sql.exec('DROP TABLE volume_entries; DROP INDEX articles_hidden');
  sql.exec('CREATE INDEX tags_of_article ON tags (slug)');
  sql.exec("CREATE INDEX articles_stored ON articles (published_at, slug) WHERE state = 'article'");
  sql.exec('DROP TABLE search_waiting; DROP INDEX desk_articles_decided');
  for (const column of ['visible', 'published_at', 'language', 'tags', 'projection', 'open_of_entry'])
    sql.exec(`ALTER TABLE desk_articles DROP COLUMN ${column}`);
  sql.exec('CREATE INDEX desk_articles_in_state ON desk_articles (state, slug)');
  sql.exec('UPDATE schema_version SET version = version - 3');
}

/** Empties the index that stands apart. */
export function wipeIndex(state: DurableObjectState): Promise<void> {
  return runInDurableObject(env.CATALOGUE.getByName(`${nameOf(state)}/search`), (_, { storage }) => {
    for (const table of ['desk_search', 'desk_articles']) storage.sql.exec(`DELETE FROM ${table}`);
  });
}

function nameOf(state: DurableObjectState): string {
  const query = "SELECT value FROM facts WHERE name = 'catalogue'";
  return realStorage(state).sql.exec<{ value: string }>(query).one().value;
}

/** Numbers of the texts and list entries that stand in a volume. */
export function textsOf(state: DurableObjectState, volume = 1): Promise<number[]> {
  return runInDurableObject(env.CATALOGUE.getByName(`${nameOf(state)}/${volume}`), (_, { storage }) =>
    storage.sql
      .exec<{ slug: string }>('SELECT slug FROM bodies UNION SELECT CAST(number AS TEXT) FROM volume_entries')
      .toArray()
      .map(({ slug }) => Number(slug))
      .sort((a, b) => a - b),
  );
}

/** Numbers of the texts that articles name. */
export function textsNamed(state: DurableObjectState): number[] {
  const query = 'SELECT place FROM articles WHERE place IS NOT NULL';
  return realStorage(state)
    .sql.exec<{ place: string }>(query)
    .toArray()
    .map(({ place }) => readPlace(place).number)
    .sort((a, b) => a - b);
}

/**
 * A catalogue over the real SQLite of a Durable Object, with a counting proxy around everything else that it touches
 * and around every statement. Alarms are noted, not set: the test decides when time passes.
 */
export function openCatalogue({
  state,
  kv,
  plan = new FaultPlan(),
  purge,
  databaseBytes,
  volume = realVolume,
}: BenchOptions): Workbench {
  const storage = realStorage(state);
  const bench: Pick<Workbench, 'purges' | 'alarmAt'> = { purges: [], alarmAt: undefined };
  const sql = {
    exec: (...statement: Parameters<SqlStorage['exec']>) => {
      plan.tick();
      return storage.sql.exec(...statement);
    },
    get databaseSize() {
      return databaseBytes ?? storage.sql.databaseSize;
    },
  };
  const context = {
    storage: {
      sql,
      transactionSync: <T>(change: () => T) => storage.transactionSync(change),
      getAlarm: async () => bench.alarmAt ?? null,
      setAlarm: async (at: number) => {
        plan.tick();
        bench.alarmAt = at;
      },
    },
    blockConcurrencyWhile: (work: () => Promise<void>) => work(),
    exports: {
      default: {
        purge: async (scope: PurgeScope) => {
          plan.tick();
          bench.purges.push({ at: Date.now(), scope });
          await purge?.();
        },
      },
    },
  };
  // The platform's base class takes nothing but a state of its own, so the state is dressed up instead of replaced.
  for (const [name, value] of Object.entries(context))
    Object.defineProperty(state, name, { value, configurable: true });
  const CATALOGUE = {
    getByName: (name: string) => disturbed(volume(name), plan),
    idFromName: (name: string) => env.CATALOGUE.idFromName(name),
  };
  const object = new Catalogue(state, { ARTICLES: kv, CATALOGUE } as unknown as Env);
  return Object.assign(bench, { object, catalogue: object as unknown as WholeCatalogue });
}

const realStorages = new WeakMap<DurableObjectState, DurableObjectStorage>();

export function realStorage(state: DurableObjectState): DurableObjectStorage {
  const known = realStorages.get(state) ?? state.storage;
  realStorages.set(state, known);
  return known;
}

/** Empties the tables, keeping the schema and the name. */
export function wipe(state: DurableObjectState): void {
  const { sql } = realStorage(state);
  for (const table of [
    'articles',
    'parts',
    'tags',
    'urls',
    'held_pages',
    'outbox',
    'purges',
    'recent_writes',
    'sitemap_entries',
    'sitemap_parts',
    'absences',
    'bodies',
    'text_drops',
    'desk_search',
    'desk_articles',
    'desk_history',
    'search_waiting',
  ])
    sql.exec(`DELETE FROM ${table}`);
  sql.exec("DELETE FROM facts WHERE name <> 'catalogue'");
}

/** Whether a purge drops what carries this tag. */
export function drops(scope: PurgeScope, tag: string): boolean {
  return scope === 'everything' || scope.tags.includes(tag);
}

/** Whether nothing waits to be written or purged. Asks past the counting proxy. */
export function isIdle(state: DurableObjectState): boolean {
  const tables = ['outbox', 'purges', 'search_waiting'];
  const query = `SELECT ${tables.map((table) => `(SELECT count(*) FROM ${table})`).join(' + ')} AS waiting`;
  return realStorage(state).sql.exec<{ waiting: number }>(query).one().waiting === 0;
}

/** Runs alarms until nothing waits. A fault ends one of them; the platform then calls the next. */
export async function drain({ object }: Workbench, state: DurableObjectState): Promise<void> {
  for (let alarm = 0; alarm < 200; alarm += 1) {
    vi.setSystemTime(Date.now() + 20_000);
    await object.alarm().catch(() => undefined);
    if (isIdle(state)) return;
  }
  throw new Error('something waits for ever');
}

/** Lets time pass as the platform would: each alarm at its time. Needs a clock that the test holds. */
export async function passTime(bench: Workbench, milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve)); // An object that has just woken sets its alarm.
  const until = Date.now() + milliseconds;
  while (bench.alarmAt !== undefined && bench.alarmAt <= until) {
    vi.setSystemTime(Math.max(Date.now(), bench.alarmAt));
    bench.alarmAt = undefined;
    await bench.object.alarm();
  }
  vi.setSystemTime(until);
}
