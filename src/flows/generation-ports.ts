import * as z from 'zod/mini';
import { slugSchema } from '../core/article/article.ts';
import type { StoredGenerationSettings } from '../core/generation/generation-settings.ts';
import type { Prompt } from '../core/generation/prompt.ts';
import type { Proposal } from '../core/summary/proposal.ts';

/** A model that is asked over the network. */
export interface Generator {
  /** For the record: which model, never where or with which key. */
  readonly name: string;
  /**
   * Asks once, and waits 60 seconds at most.
   *
   * @returns what the model says: an object, or text that should hold one.
   * @throws {GenerationError} every failure of endpoint and wire.
   */
  ask(prompt: Prompt): Promise<unknown>;
}

/** An article that a proposal is wanted for, as it travels through the queue. */
export const orderSchema = z.object({ slug: slugSchema(), revision: z.int().check(z.minimum(1)) });
export type GenerationOrder = z.infer<typeof orderSchema>;

/**
 * Whether this caller may call the model for the order, now:
 * - `claimed`: nobody else may, for two minutes;
 * - `spent`: it was tried often enough;
 * - `passed`: it is not wanted any more, is with somebody else, or has to wait for tomorrow.
 */
export type Claim = 'claimed' | 'spent' | 'passed';

/** The catalogue as it keeps what is wanted and what came of it. Each method is one transaction. */
export interface Generations {
  /** As they are set with the service. */
  generationSettings(): Promise<StoredGenerationSettings>;
  /**
   * Orders that are due: given to this caller, and to another only if nothing comes of them. What the caller lacks is
   * noted: the service itself sees no binding of the generator.
   */
  takeOrders(limit: number, bound: { ai: boolean }): Promise<GenerationOrder[]>;
  /** Counts the call before it is made. @param limitPerDay - UTC days; null: no limit. */
  claimGeneration(order: GenerationOrder, limitPerDay: number | null): Promise<Claim>;
  /** Stores it, and ends the order, unless the article has other words by now, or a proposal. */
  propose(slug: string, proposal: Proposal): Promise<'kept' | 'passed'>;
  /** Tries again later, at the earliest after this time. @returns `spent` where it was tried often enough. */
  postponeGeneration(
    order: GenerationOrder,
    reason: string,
    retryAfterSeconds: number | undefined,
  ): Promise<'later' | 'spent'>;
}

export interface GenerationStatus {
  /** Orders that wait, or are under way. */
  waiting: number;
  /** Calls of the model on this UTC day. */
  callsToday: number;
  /** Since the catalogue was made. */
  calls: number;
  proposals: number;
  /** How often each thing went wrong, by its kind. */
  failures: Record<string, number>;
  /** A binding that the generator had not when it last came by the clock, or the generator itself, which never came. */
  lacks: ('AI' | 'generator')[];
}
