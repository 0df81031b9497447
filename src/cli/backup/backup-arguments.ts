import { parseArgs } from 'node:util';
import { isThisMachine } from '../../core/fetching/this-machine.ts';
import { LOCAL_TOKEN } from '../local/local-config.ts';
import { readWebAddress } from '../web-address.ts';
import { createService, type Service } from './backup-service.ts';

/** Where the token is looked for: an argument could be read by every process of the machine. */
const TOKEN_VARIABLE = 'STANDFIRST_TOKEN';

/** `--url`, and what else a program knows. @throws {Error} that says what is wrong and how to call it. */
export function readArguments<const Name extends string>(
  usage: string,
  names: readonly Name[],
): { service: Service; values: Partial<Record<Name, string>> } {
  const named = Object.fromEntries(['url', ...names].map((name) => [name, { type: 'string' as const }]));
  const { help, ...values }: Record<string, unknown> = parseArgs({
    options: { ...named, help: { type: 'boolean' } },
  }).values;
  if (help === true) throw new HelpWanted(usage);
  const url = readWebAddress(values.url === undefined ? undefined : String(values.url));
  if (url === undefined)
    throw new Error('Say which service, such as --url https://news.example; --help tells more.');
  const token = process.env[TOKEN_VARIABLE] ?? (isThisMachine(url.hostname) ? LOCAL_TOKEN : undefined);
  if (token === undefined) throw new Error(`Set ${TOKEN_VARIABLE} to a token of ${url.origin}.`);
  return {
    service: createService({ origin: url.origin, token }),
    values: values as Partial<Record<Name, string>>,
  };
}

/** `--help` is no failure: the usage is the answer. */
class HelpWanted extends Error {
  override readonly name = 'HelpWanted';
}

/** Runs a program; a failure is one line and exit code 1. */
export async function run(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    if (error instanceof HelpWanted) return console.log(error.message);
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
