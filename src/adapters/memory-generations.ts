import { type ArticleRecord, wantsProposal } from '../core/catalogue/article-record.ts';
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
} from '../core/generation/order-rules.ts';
import type { Claim, GenerationOrder, GenerationStatus } from '../flows/generation-ports.ts';

interface Order {
  revision: number;
  notBefore: number;
  calls: number;
  claimedUntil: number;
}

/** Orders of a catalogue in memory, by slug. */
export class MemoryGenerations {
  readonly #orders = new Map<string, Order>();
  readonly #calls: number[] = [];
  #proposals = 0;
  readonly #failures = new Map<string, number>();
  #lacksAi = false;
  #hasCome = false;
  #wantedSince: number | undefined;

  note(record: ArticleRecord, now: number): void {
    const { slug, revision } = record;
    if (!wantsProposal(record)) {
      this.#orders.delete(slug);
      return;
    }
    this.#wantedSince ??= now;
    if ((this.#orders.get(slug)?.revision ?? 0) < revision)
      this.#orders.set(slug, { revision, notBefore: now + ORDER_DELAY_MS, calls: 0, claimedUntil: 0 });
  }

  forget(slug: string): void {
    this.#orders.delete(slug);
  }

  due(now: number, limit: number): GenerationOrder[] {
    return [...this.#orders]
      .filter(([, { notBefore }]) => notBefore <= now)
      .sort(([, a], [, b]) => a.notBefore - b.notBefore)
      .slice(0, limit)
      .map(([slug, { revision }]) => ({ slug, revision }));
  }

  came({ ai }: { ai: boolean }): void {
    this.#hasCome = true;
    this.#lacksAi = !ai;
  }

  sent(order: GenerationOrder, now: number): void {
    this.#putOff(order, now + RESEND_MS);
  }

  claim(order: GenerationOrder, limitPerDay: number | null, now: number): Claim {
    this.#hasCome = true;
    const known = this.#orders.get(order.slug);
    if (known?.revision !== order.revision || known.claimedUntil > now) return 'passed';
    if (known.calls >= CALLS_MAX_COUNT) return 'spent';
    if (limitPerDay !== null && this.#callsOn(now) >= limitPerDay) {
      this.#putOff(order, nextDayAt(now));
      return 'passed';
    }
    this.#calls.push(now);
    known.calls += 1;
    known.claimedUntil = now + CLAIM_MS;
    known.notBefore = known.claimedUntil;
    return 'claimed';
  }

  postpone(
    order: GenerationOrder,
    reason: string,
    retryAfterSeconds: number | undefined,
    now: number,
  ): 'later' | 'spent' {
    this.#countFailure(reason);
    const known = this.#orders.get(order.slug);
    if (known?.revision !== order.revision) return 'later';
    known.claimedUntil = 0;
    if (known.calls >= CALLS_MAX_COUNT) return 'spent';
    this.#putOff(order, now + retryDelayMs(known.calls, retryAfterSeconds));
    return 'later';
  }

  settle(slug: string, reason: string | null): void {
    this.forget(slug);
    if (reason === null) this.#proposals += 1;
    else if (isCountedWhenSettled(reason)) this.#countFailure(reason);
  }

  status(now: number): GenerationStatus {
    return {
      waiting: this.#orders.size,
      callsToday: this.#callsOn(now),
      calls: this.#calls.length,
      proposals: this.#proposals,
      failures: Object.fromEntries(this.#failures),
      lacks: this.#lacks(now),
    };
  }

  #lacks(now: number): GenerationStatus['lacks'] {
    const wantedSince = this.#hasCome ? undefined : this.#wantedSince;
    if (wantedSince !== undefined && isOverdue(wantedSince, now)) return ['generator'];
    return this.#lacksAi ? ['AI'] : [];
  }

  #callsOn(now: number): number {
    return this.#calls.filter((at) => dayOf(at) === dayOf(now)).length;
  }

  #countFailure(reason: string): void {
    this.#failures.set(reason, (this.#failures.get(reason) ?? 0) + 1);
  }

  #putOff({ slug, revision }: GenerationOrder, until: number): void {
    const known = this.#orders.get(slug);
    if (known?.revision === revision) known.notBefore = until;
  }
}
