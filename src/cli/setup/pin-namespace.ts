import * as z from 'zod/mini';
import { setTomlValue } from './edit-toml.ts';
import type { Title } from './read-title.ts';
import type { Setup } from './setup.ts';
import { SetupFault } from './setup-fault.ts';
import { readAnswer, requireSuccess } from './wrangler.ts';

const namespacesSchema = z.array(z.object({ id: z.string(), title: z.string() }));

/**
 * The namespace of the copies is made once and its id written down, before anything is deployed: else another machine
 * would make a second, empty one. One that an interrupted run has made is found by its title.
 */
export async function pinNamespace(setup: Setup, title: Title, account: string): Promise<void> {
  const { config, isDry, say } = setup;
  const wanted = namespaceTitle(title);
  const namespaces = await listNamespaces(setup, account);
  if (title.namespaceId !== undefined) {
    if (namespaces.some(({ id }) => id === title.namespaceId))
      return say({ name: 'namespace', did: `${title.namespaceId} is pinned and is there`, undo: null });
    throw new SetupFault(
      `the namespace ${title.namespaceId} of wrangler.toml is not in this account`,
      'Is it the right account? If it is, take the line "id" under [[kv_namespaces]] out and run this again.',
    );
  }
  const found = namespaces.find((namespace) => namespace.title === wanted);
  const did = found === undefined ? 'made' : 'found';
  if (isDry) return planNamespace(setup, title, found === undefined ? 'make' : 'take');
  const { id } = found ?? (await makeNamespace(setup, wanted, account));
  await config.write(setTomlValue(await config.read(), title.namespaceIdPath, id));
  say({
    name: 'namespace',
    did: `${did} "${wanted}" and pinned its id in wrangler.toml: commit that`,
    undo: `npx wrangler kv namespace delete --namespace-id ${id}, and take the line "id" out`,
  });
}

export function planNamespace({ say }: Setup, title: Title, how: 'make' | 'take'): void {
  const planned = `${how} the namespace "${namespaceTitle(title)}", and pin its id in wrangler.toml`;
  const pinned = `${title.namespaceId} is pinned`;
  say({ name: 'namespace', did: title.namespaceId === undefined ? planned : pinned, undo: null });
}

/** As wrangler names one that it makes by itself. */
function namespaceTitle({ worker }: Title): string {
  return `${worker}-articles`;
}

async function listNamespaces({ wrangler }: Setup, account: string) {
  const ran = await wrangler.run(['kv', 'namespace', 'list'], { account });
  requireSuccess(ran, 'kv namespace list');
  return readAnswer(namespacesSchema, ran, 'kv namespace list');
}

async function makeNamespace(setup: Setup, wanted: string, account: string): Promise<{ id: string }> {
  const command = ['kv', 'namespace', 'create', wanted];
  requireSuccess(await setup.wrangler.run(command, { account }), 'kv namespace create');
  // What it prints is for people; the list is for programs.
  const made = (await listNamespaces(setup, account)).find(({ title }) => title === wanted);
  if (made !== undefined) return made;
  throw new SetupFault(
    `the namespace "${wanted}" was made but is not in the list yet`,
    'Run this again in a minute: it will be found.',
  );
}
