import { parse } from 'smol-toml';
import type { Ran } from '../../../src/cli/setup/wrangler.ts';

/** An account at Cloudflare, as far as setup sees of it. */
export interface Account {
  signedIn: boolean;
  accounts: { id: string; name: string }[];
  namespaces: { id: string; title: string }[];
  /** Secrets of each Worker, by its name. */
  workers: Record<string, string[]>;
  /** A call that starts so is broken off, before or after it has had its effect, or is answered with rubbish. */
  trouble?: { at: string; how: 'before' | 'after' | 'garbled' } | undefined;
}

export interface Call {
  args: readonly string[];
  /** What came in by standard input. */
  input: string;
  /** `wrangler.toml`. */
  toml: string;
}

interface Config {
  name: string;
  routes?: { pattern: string; custom_domain?: boolean }[];
  kv_namespaces?: { id?: string }[];
  env?: Record<string, Config>;
}

/** An answer of a program, and what `WRANGLER_OUTPUT_FILE_PATH` gets. */
export type Answer = Ran & { report: string };

/** Answers as wrangler 4.155.0 does, in its words and exit codes (`wrangler-dist/cli.js`), and changes the account. */
export function answerAsWrangler(account: Account, call: Call): Answer {
  const { args } = call;
  const command = args.join(' ');
  if (command.startsWith('types')) return say('');
  if (command === 'whoami --json') return whoami(account);
  if (!account.signedIn) return fail('You are not authenticated. Please run `wrangler login`.');
  if (command === 'kv namespace list') return say(JSON.stringify(account.namespaces, null, '  '));
  if (command.startsWith('kv namespace create')) return createNamespace(account, args[3] ?? '');
  if (command.startsWith('secret list')) return listSecrets(account, args[args.indexOf('--name') + 1] ?? '');
  if (command.startsWith('secret bulk')) return storeSecrets(account, call);
  if (args[0] === 'deploy') return deploy(account, call);
  return fail(`Unknown arguments: ${command}`);
}

function say(stdout: string, report = ''): Answer {
  return { code: 0, stdout: `${stdout}\n`, stderr: '', report };
}

function fail(message: string): Answer {
  return { code: 1, stdout: '', stderr: `\n✘ [ERROR] ${message}\n\n`, report: '' };
}

function whoami({ signedIn, accounts }: Account): Answer {
  if (!signedIn) return { ...say(JSON.stringify({ loggedIn: false })), code: 1 };
  const answer = { loggedIn: true, authType: 'OAuth Token', email: 'desk@news.example', accounts };
  return say(JSON.stringify(answer, null, 2));
}

function createNamespace({ namespaces }: Account, title: string): Answer {
  if (namespaces.some((namespace) => namespace.title === title))
    return fail(`A KV namespace with the title "${title}" already exists.`);
  const id = String(namespaces.length + 1).padStart(32, 'a');
  namespaces.push({ id, title });
  return say(
    `🌀 Creating namespace with title "${title}"\n✨ Success!\nTo access your new KV Namespace in your Worker, add the following snippet to your configuration file:\n[[kv_namespaces]]\nbinding = "KV"\nid = "${id}"`,
  );
}

function listSecrets({ workers }: Account, worker: string): Answer {
  const secrets = workers[worker];
  if (secrets !== undefined)
    return say(
      JSON.stringify(
        secrets.map((name) => ({ name, type: 'secret_text' })),
        null,
        '  ',
      ),
    );
  return fail(
    `Worker "${worker}" not found.\n\n  If this is a new Worker, run \`wrangler deploy\` first to create it.`,
  );
}

function storeSecrets({ workers }: Account, call: Call): Answer {
  const { name } = targetOf(call);
  const secrets = Object.keys(JSON.parse(call.input) as object);
  workers[name] = [...new Set([...(workers[name] ?? []), ...secrets])];
  const lines = secrets.map((secret) => `✨ Successfully created secret for key: ${secret}`);
  return say([`🌀 Processing the secrets for the Worker "${name}"`, ...lines].join('\n'));
}

function deploy({ namespaces, workers }: Account, call: Call): Answer {
  const { name, routes = [], kv_namespaces: bound = [] } = targetOf(call);
  const [namespace] = bound;
  if (!namespaces.some(({ id }) => id === namespace?.id))
    return fail(`KV namespace '${namespace?.id}' is not valid. [code: 10042]`);
  workers[name] ??= [];
  const given = routes.length === 0 ? [`https://${name}.ostrey.workers.dev`] : [];
  const targets = [
    ...routes.map(({ pattern }) => `${pattern} (custom domain)`),
    ...given,
    'schedule: 17 * * * *',
  ];
  const entries = [
    { type: 'wrangler-session', version: 1, wrangler_version: '4.155.0', command_line_args: call.args },
    { type: 'deploy', version: 1, worker_name: name, version_id: 'c0ffee', targets },
  ];
  return say(
    `Uploaded ${name} (3.11 sec)\nDeployed ${name} triggers (0.42 sec)`,
    entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''),
  );
}

function targetOf({ args, toml }: Call): Config {
  const config = parse(toml) as unknown as Config;
  const title = args.find((arg) => arg.startsWith('--env='))?.slice('--env='.length) ?? '';
  return title === '' ? config : (config.env?.[title] ?? config);
}
