import { DurableObject } from 'cloudflare:workers';
import {
  parseGenerationSettings,
  type ShownWriting,
  shownWriting,
  storedGenerationSettings,
} from '../../core/generation/generation-settings.ts';
import type { MeasureQuery, MeasureRow, Tally } from '../../core/measures/measure.ts';
import { type LocatedPage, locatePage } from '../../flows/locate-page.ts';
import { createCatalogueClient } from '../catalogue/catalogue-client.ts';
import { logWarning } from '../console-log.ts';
import { createKvCopies } from '../kv-copies.ts';
import { MeasureStore } from './measure-store.ts';
import { TallySum } from './tally-sum.ts';

/** What a crash of the object can lose: the counts of so long. */
const FLUSH_MS = 10_000;
const WAITING_MAX_COUNT = 50_000;

/** Counts what readers do with the box: one object for the publication, summed in memory, written by its alarm. */
export class Measures extends DurableObject<Env> {
  readonly #waiting = new TallySum(WAITING_MAX_COUNT);
  readonly #store: MeasureStore;
  #flushing: Promise<void> = Promise.resolve();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#store = new MeasureStore(ctx.storage.sql);
  }

  async add(tallies: readonly Tally[]): Promise<void> {
    if (this.#waiting.size === 0) await this.ctx.storage.setAlarm(Date.now() + FLUSH_MS);
    for (const tally of tallies) this.#waiting.add(tally);
  }

  async read(queries: readonly MeasureQuery[]): Promise<MeasureRow[][]> {
    await this.#flush();
    return queries.map((query) => this.#store.read(query));
  }

  override alarm(): Promise<void> {
    return this.#flush();
  }

  /** One after the other: who reads finds everything that was taken before. */
  #flush(): Promise<void> {
    this.#flushing = this.#flushing
      .then(() => this.#write())
      .catch((error: unknown) => logWarning('measures-lost', error));
    return this.#flushing;
  }

  async #write(): Promise<void> {
    const tallies = this.#waiting.take();
    if (tallies.length === 0) return;
    const places = await this.#locate(new Set(tallies.map(({ page }) => page)));
    this.ctx.storage.transactionSync(() => {
      for (const tally of tallies) {
        const place = places.get(tally.page);
        if (place !== undefined) this.#store.add(tally, place);
      }
    });
    for (const tally of tallies) this.#analyse(tally, places.get(tally.page));
  }

  /** Pages that nobody knows are left out. */
  async #locate(pages: ReadonlySet<string>): Promise<Map<string, LocatedPage>> {
    const dependencies = {
      copies: createKvCopies(this.env.ARTICLES),
      catalogue: createCatalogueClient(this.env.CATALOGUE),
      generated: shownIn(this.env),
    };
    const located = new Map<string, LocatedPage>();
    for (const page of pages) {
      try {
        const place = await locatePage(dependencies, page);
        if (place !== undefined) located.set(page, place);
      } catch (error) {
        logWarning('measure-not-placed', error); // The others still count.
      }
    }
    return located;
  }

  #analyse({ day, place, measure, count }: Tally, located: LocatedPage | undefined): void {
    if (located === undefined) return;
    const { slug, method } = located;
    analyticsOf(this.env)?.writeDataPoint({
      indexes: [slug.slice(0, 96)], // Bytes, and a slug is ASCII.
      blobs: [day, place, method, measure],
      doubles: [count],
    });
  }
}

function shownIn(env: Partial<Env>): ShownWriting {
  const { generator, mode } = parseGenerationSettings(storedGenerationSettings(env));
  return shownWriting(generator, mode);
}

/** Workers Analytics Engine, where a deployment binds it. */
function analyticsOf(env: Env): Pick<AnalyticsEngineDataset, 'writeDataPoint'> | undefined {
  return (env as Env & { MEASURES_ANALYTICS?: AnalyticsEngineDataset }).MEASURES_ANALYTICS;
}
