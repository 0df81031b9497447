import { type ArticleRecord, wantsProposal } from '../../core/catalogue/article-record.ts';
import {
  CALLS_MAX_COUNT,
  CLAIM_MS,
  dayOf,
  isCountedWhenSettled,
  isOverdue,
  nextDayAt,
  ORDER_DELAY_MS,
  RESEND_MS,
  retryDelayMs,
} from '../../core/generation/order-rules.ts';
import type { Proposal } from '../../core/summary/proposal.ts';
import type { Claim, GenerationOrder, GenerationStatus } from '../../flows/generation-ports.ts';
import { Facts } from './facts.ts';

/**
 * `revision`: a proposal is wanted for it; `not_before`: when the order is sent, or sent again; `calls`: of the model,
 * begun for this revision.
 */
export const GENERATION_TABLES = `
  CREATE TABLE generation_orders (
    slug TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    calls INTEGER NOT NULL,
    claimed_until INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX generation_orders_due ON generation_orders (not_before);
`;

type OrderRow = GenerationOrder & { calls: number; claimed_until: number };
const FAILURE = 'generationFailure:';
const LACKS_AI = 'generatorLacksAi';
/** 1 once a generator has come for an order, and until then since when one has been wanted. */
const CAME = 'generatorCame';
const WANTED_SINCE = 'generatorWantedSince';

/** Proposals that are wanted, and what came of the calls. Callers hold the transaction. */
export class GenerationRows {
  readonly #sql: SqlStorage;
  readonly #facts: Facts;
  readonly #isOn: boolean;

  /** @param isOn - Whether there is a model to ask; without one nothing is noted, and nothing sent. */
  constructor(sql: SqlStorage, isOn: boolean) {
    this.#sql = sql;
    this.#facts = new Facts(sql);
    this.#isOn = isOn;
  }

  /** Notes what a record wants, in the transaction that saves it. The same revision again changes nothing. */
  note(record: ArticleRecord, now: number): void {
    const { slug, revision } = record;
    if (!wantsProposal(record)) this.forget(slug);
    else if (this.#isOn) this.#order(slug, revision, now);
  }

  #order(slug: string, revision: number, now: number): void {
    if (!this.#hasCome() && this.#facts.text(WANTED_SINCE) === undefined) this.#facts.set(WANTED_SINCE, now);
    this.#sql.exec(
      `INSERT INTO generation_orders (slug, revision, not_before, calls, claimed_until) VALUES (?, ?, ?, 0, 0)
       ON CONFLICT (slug) DO UPDATE SET revision = excluded.revision, not_before = excluded.not_before, calls = 0,
         claimed_until = 0 WHERE excluded.revision > revision`,
      slug,
      revision,
      now + ORDER_DELAY_MS,
    );
  }

  forget(slug: string): void {
    this.#sql.exec('DELETE FROM generation_orders WHERE slug = ?', slug);
  }

  due(now: number, limit: number): GenerationOrder[] {
    if (!this.#isOn) return [];
    return this.#sql
      .exec<{ slug: string; revision: number }>(
        'SELECT slug, revision FROM generation_orders WHERE not_before <= ? ORDER BY not_before LIMIT ?',
        now,
        limit,
      )
      .toArray();
  }

  /** The generator is here, with these bindings. Written when it is another answer than before: it comes every minute. */
  came({ ai }: { ai: boolean }): void {
    this.#noteCame();
    if (this.#lacksAi() !== !ai) this.#facts.set(LACKS_AI, ai ? 0 : 1);
  }

  #hasCome(): boolean {
    return this.#facts.number(CAME) === 1;
  }

  #noteCame(): void {
    if (!this.#hasCome()) this.#facts.set(CAME, 1);
  }

  #lacks(now: number): GenerationStatus['lacks'] {
    const wantedSince = this.#hasCome() ? undefined : this.#facts.text(WANTED_SINCE);
    if (wantedSince !== undefined && isOverdue(Number(wantedSince), now)) return ['generator'];
    return this.#lacksAi() ? ['AI'] : [];
  }

  #lacksAi(): boolean {
    return this.#facts.number(LACKS_AI) === 1;
  }

  /** It comes back by itself, unless it was ended or put off meanwhile. */
  sent({ slug, revision }: GenerationOrder, now: number): void {
    this.#putOff(slug, revision, now + RESEND_MS);
  }

  nextAt(): number | undefined {
    if (!this.#isOn) return undefined;
    const query = 'SELECT min(not_before) AS at FROM generation_orders';
    return this.#sql.exec<{ at: number | null }>(query).one().at ?? undefined;
  }

  claim({ slug, revision }: GenerationOrder, limitPerDay: number | null, now: number): Claim {
    this.#noteCame();
    const row = this.#find(slug);
    if (row?.revision !== revision || row.claimed_until > now) return 'passed';
    if (row.calls >= CALLS_MAX_COUNT) return 'spent';
    const calls = this.#callsOn(now);
    if (limitPerDay !== null && calls >= limitPerDay) {
      this.#putOff(slug, revision, nextDayAt(now));
      return 'passed';
    }
    this.#facts.set('generationDay', dayOf(now));
    this.#facts.set('generationCallsOfDay', calls + 1);
    this.#facts.increment('generationCalls');
    this.#sql.exec(
      'UPDATE generation_orders SET calls = calls + 1, claimed_until = ?, not_before = ? WHERE slug = ?',
      now + CLAIM_MS,
      now + CLAIM_MS,
      slug,
    );
    return 'claimed';
  }

  postpone(
    { slug, revision }: GenerationOrder,
    reason: string,
    retryAfterSeconds: number | undefined,
    now: number,
  ): 'later' | 'spent' {
    this.#facts.increment(FAILURE + reason);
    const row = this.#find(slug);
    if (row?.revision !== revision) return 'later';
    this.#sql.exec('UPDATE generation_orders SET claimed_until = 0 WHERE slug = ?', slug);
    if (row.calls >= CALLS_MAX_COUNT) return 'spent';
    this.#putOff(slug, revision, now + retryDelayMs(row.calls, retryAfterSeconds));
    return 'later';
  }

  /** The proposal has been saved with the article. */
  settle(slug: string, { state, reason }: Proposal): void {
    this.forget(slug);
    if (state !== 'failed') this.#facts.increment('generationProposals');
    else if (isCountedWhenSettled(reason)) this.#facts.increment(FAILURE + reason);
  }

  status(now: number): GenerationStatus {
    const { waiting } = this.#sql
      .exec<{ waiting: number }>('SELECT count(*) AS waiting FROM generation_orders')
      .one();
    const failures = this.#sql
      .exec<{ name: string; value: string }>('SELECT name, value FROM facts WHERE name GLOB ?', `${FAILURE}*`)
      .toArray();
    return {
      waiting,
      callsToday: this.#callsOn(now),
      calls: this.#facts.number('generationCalls'),
      proposals: this.#facts.number('generationProposals'),
      failures: Object.fromEntries(
        failures.map(({ name, value }) => [name.slice(FAILURE.length), Number(value)]),
      ),
      lacks: this.#lacks(now),
    };
  }

  #callsOn(now: number): number {
    return this.#facts.number('generationDay') === dayOf(now)
      ? this.#facts.number('generationCallsOfDay')
      : 0;
  }

  #find(slug: string): OrderRow | undefined {
    const query = 'SELECT slug, revision, calls, claimed_until FROM generation_orders WHERE slug = ?';
    return this.#sql.exec<OrderRow>(query, slug).toArray()[0];
  }

  #putOff(slug: string, revision: number, until: number): void {
    this.#sql.exec(
      'UPDATE generation_orders SET not_before = ? WHERE slug = ? AND revision = ?',
      until,
      slug,
      revision,
    );
  }
}
