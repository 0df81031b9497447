import { DurableObject } from 'cloudflare:workers';

declare global {
  /** How many objects have been made in this isolate; undefined until their code is loaded. */
  var turnstilesMade: number | undefined;
}
globalThis.turnstilesMade = 0;

/** Objects of this name cannot be made at first. */
const FAILING = 'failing';
const FAILURES = 3;

/** Counts, and notes in its storage what has happened to it. */
export class Turnstile extends DurableObject<Env> {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    globalThis.turnstilesMade = (globalThis.turnstilesMade ?? 0) + 1;
    if (ctx.id.name === FAILING && globalThis.turnstilesMade <= FAILURES) throw new Error('out of order');
    ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS notes (note TEXT)');
    this.#note('made');
    void ctx.blockConcurrencyWhile(async () => {
      await scheduler.wait(50);
      this.#note('woken');
    });
  }

  pass(): number {
    const count = this.notes().filter((note) => note === 'passed').length + 1;
    this.#note('passed');
    return count;
  }

  notes(): string[] {
    const rows = this.ctx.storage.sql.exec<{ note: string }>('SELECT note FROM notes ORDER BY rowid');
    return rows.toArray().map(({ note }) => note);
  }

  async endBeforeAlarm(): Promise<void> {
    await this.ctx.storage.setAlarm(Date.now() + 300);
    await this.ctx.storage.sync();
    this.ctx.abort('ended');
  }

  override alarm(): void {
    this.#note('alarm');
  }

  #note(note: string): void {
    this.ctx.storage.sql.exec('INSERT INTO notes VALUES (?)', note);
  }
}
