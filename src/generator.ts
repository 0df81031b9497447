import { WorkerEntrypoint } from 'cloudflare:workers';
import type { Catalogue } from './adapters/catalogue/catalogue.ts';
import { createCatalogueClient } from './adapters/catalogue/catalogue-client.ts';
import { logWarning } from './adapters/console-log.ts';
import { carryOutOrder } from './adapters/generators/carry-out-order.ts';
import type { AiBinding } from './adapters/generators/workers-ai-generator.ts';
import { type GroundingArticle, groundSentence } from './core/grounding/index.ts';
import type { Gate } from './flows/gate-ports.ts';
import { type GenerationOrder, orderSchema } from './flows/generation-ports.ts';

/** Bindings of `wrangler.generator.toml`. */
interface GeneratorEnv {
  /** The service's catalogue. */
  CATALOGUE: DurableObjectNamespace<Catalogue>;
  AI?: AiBinding;
  /** Secret: sent to the model's endpoint. */
  GENERATOR_KEY?: string;
}

/** The catalogue did not answer: its own orders wait as well. */
const RETRY_SECONDS = 60;
/** Orders taken by the clock, where no queue brings them. */
const ORDERS_PER_MINUTE = 4;

/**
 * The Worker that asks the model and holds what it says against the article (docs/generated.md). It is a Worker of its
 * own: who generates nothing deploys nothing of it, and readers never wait for it. Which model is asked, and how often, is
 * set with the service; the key is known here alone.
 */
export default class extends WorkerEntrypoint<GeneratorEnv> implements Gate {
  /** Nobody has anything to ask here from outside. */
  override fetch(): Response {
    return new Response(null, { status: 404 });
  }

  /** Orders that the catalogue has queued; each message is settled by itself. */
  override async queue(batch: MessageBatch<unknown>): Promise<void> {
    for (const message of batch.messages) {
      const order = orderSchema.safeParse(message.body);
      if (!order.success || (await this.#carryOut(order.data))) message.ack();
      else message.retry({ delaySeconds: RETRY_SECONDS });
    }
  }

  /** By the clock: orders that no queue has brought. */
  override async scheduled(): Promise<void> {
    const { CATALOGUE, AI } = this.env;
    const bound = { ai: AI !== undefined };
    const orders = await createCatalogueClient(CATALOGUE).takeOrders(ORDERS_PER_MINUTE, bound);
    await Promise.all(orders.map((order) => this.#carryOut(order)));
  }

  /** For editors' own sentences. Called by the service, where this Worker is bound to it. */
  async judge(sentences: readonly string[], article: GroundingArticle) {
    return sentences.map((sentence) => {
      const { grounded, faults } = groundSentence(sentence, article);
      return { grounded, faults };
    });
  }

  /** @returns whether the order is done with: what failed is noted, and comes again by itself. */
  async #carryOut(order: GenerationOrder): Promise<boolean> {
    const { CATALOGUE, AI: ai, GENERATOR_KEY: key } = this.env;
    try {
      await carryOutOrder(order, { catalogue: createCatalogueClient(CATALOGUE), ai, key });
      return true;
    } catch (error) {
      logWarning('order-not-carried-out', error);
      return false;
    }
  }
}
