import { readFileSync } from 'node:fs';
import { parse, type TomlTable } from 'smol-toml';
import { type Deployed, runSetup } from '../../../src/cli/setup/run-setup.ts';
import type { Setup, Step, Wishes } from '../../../src/cli/setup/setup.ts';
import { readTargets, type Wrangler } from '../../../src/cli/setup/wrangler.ts';
import { type Account, type Answer, answerAsWrangler } from './wrangler-double.ts';

const ACCOUNT = { id: 'f'.repeat(32), name: 'The Ostrey Courier' };
export const FRESH: Account = { signedIn: true, accounts: [ACCOUNT], namespaces: [], workers: {} };

/** The run was ended from outside: nothing of ours runs any more. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** What one run of setup came to. */
export interface Outcome {
  deployed: Deployed | null;
  steps: Step[];
  revealed: string[];
}

/** Our `wrangler.toml`, an account, and setup between them. */
export class Checkout {
  toml = readFileSync('wrangler.toml', 'utf8');
  readonly calls: { args: readonly string[]; input: string }[] = [];
  readonly account: Account;

  constructor(account: Partial<Account> = {}) {
    this.account = structuredClone({ ...FRESH, ...account });
  }

  get config(): TomlTable {
    return parse(this.toml);
  }

  async setUp(wishes: Partial<Wishes> = {}, isDry = false): Promise<Outcome> {
    const steps: Step[] = [];
    const revealed: string[] = [];
    const setup: Setup = {
      wrangler: this.#wrangler(),
      config: {
        read: async () => this.toml,
        write: async (toml) => {
          this.toml = toml;
        },
      },
      isDry,
      say: (step) => steps.push(step),
      reveal: (_, secret) => revealed.push(secret),
    };
    const whole = { env: undefined, worker: undefined, origin: undefined, settings: {}, mayAdopt: false };
    const deployed = await runSetup(setup, { ...whole, ...wishes });
    return { deployed, steps, revealed };
  }

  #wrangler(): Wrangler {
    return {
      run: async (args, { input = '' } = {}) => this.#answer(args, input),
      deploy: async (args) => {
        const answer = this.#answer(['deploy', ...args], '');
        return { ...answer, targets: answer.code === 0 ? readTargets(answer.report) : [] };
      },
    };
  }

  #answer(args: readonly string[], input: string): Answer {
    this.calls.push({ args, input });
    const { trouble } = this.account;
    const how = trouble !== undefined && args.join(' ').startsWith(trouble.at) ? trouble.how : undefined;
    if (how === 'before') throw new Killed();
    const answer = answerAsWrangler(this.account, { args, input, toml: this.toml });
    if (how === 'after') throw new Killed();
    return how === 'garbled' ? { ...answer, code: 0, stdout: '<html>502 Bad Gateway</html>' } : answer;
  }
}
