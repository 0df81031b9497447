import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const ASK_EVERY_MS = 50;

/**
 * Waits, as long as it lives, until a server that a test has started answers.
 *
 * @param ask - Asks it once. What fails, or is not as it should be, is asked again.
 * @throws where it ends before.
 */
export async function untilAnswers(server: ChildProcess, ask: () => Promise<boolean>): Promise<void> {
  const isUp = () => ask().catch(() => false); // Nothing listens yet.
  while (!(await isUp())) {
    if (server.exitCode !== null) throw new Error(`${server.spawnfile} ended before it answered`);
    await sleep(ASK_EVERY_MS);
  }
}
