import type { GenerationOrder } from './generation-ports.ts';
import type { Clock } from './ports.ts';

/** Orders for the model, as the catalogue keeps them. */
export interface OrderBook {
  due(now: number, limit: number): GenerationOrder[];
  sent(order: GenerationOrder, now: number): void;
}

const ORDERS_PER_PASS = 50;

/** Sends what is due. One that cannot be sent now comes back like one that was lost on its way. */
export async function sendOrders(
  book: OrderBook,
  send: (order: GenerationOrder) => Promise<unknown>,
  now: Clock,
  onFailure: (error: unknown) => void,
): Promise<void> {
  for (const order of book.due(now(), ORDERS_PER_PASS)) {
    book.sent(order, now());
    try {
      await send(order);
    } catch (error) {
      onFailure(error);
    }
  }
}
