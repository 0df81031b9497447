import { createServer } from 'node:net';

/** A page in some browser, as a reader has it: real presses and keys, and what the page says when asked. */
export interface Tab {
  goto(url: string): Promise<void>;
  /** Runs a function in the page; argument and result travel as JSON. */
  evaluate<Result, Argument = undefined>(
    call: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ): Promise<Result>;
  press(x: number, y: number): Promise<void>;
  pressEscape(): Promise<void>;
  /** Errors of the console and of scripts since the last call. */
  takeErrors(): Promise<string[]>;
  close(): Promise<void>;
}

/** What the console says of pages that are opened, in the order in which it says it: errors alone. */
export type ReadConsole = (urls: readonly string[]) => Promise<string[]>;

export interface Engine {
  name: string;
  /** No narrower than what the engine's window can be; asked for less, it takes that. */
  openTab(size: { width: number; height: number }): Promise<Tab>;
  close(): Promise<void>;
}

/** The source of a function that takes JSON and gives JSON, for protocols that carry nothing else whole. */
export function asJsonCall(call: (argument: never) => unknown): string {
  return `async (json) => JSON.stringify((await (${call})(JSON.parse(json))) ?? null)`;
}

/** Only to end what hangs. */
const PATIENCE_MS = 120_000;

/** Calls until it answers, for servers that take a while to listen. */
export async function untilItAnswers<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** A port that nobody listens on. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
