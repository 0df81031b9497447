import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Wishes } from '../../../src/cli/setup/setup.ts';
import { SetupFault } from '../../../src/cli/setup/setup-fault.ts';
import { writeTitleBlock } from '../../../src/cli/setup/title-block.ts';
import { parseSettings } from '../../../src/http/settings.ts';
import { Checkout, Killed } from './checkout.ts';
import type { Account } from './wrangler-double.ts';

const CHANGES = ['deploy', 'kv namespace create', 'secret bulk', 'types'];
const SETTINGS = { SITES: 'news.example, blog.example', PUBLICATION_NAME: 'The "Ostrey" Courier' };
const GIVEN_ORIGIN = 'https://standfirst.ostrey.workers.dev';

/** Lines of the file that are no entries: what people have written into it. */
const comments = (toml: string) => toml.split('\n').filter((line) => line.trim().startsWith('#'));

function changesOf({ calls }: Checkout): string[] {
  return calls
    .map(({ args }) => args.join(' '))
    .filter((call) => CHANGES.some((change) => call.startsWith(change)));
}

describe('npm run setup', () => {
  it('leads from a checkout to a deployed service, in one call', async () => {
    const made = new Checkout();
    const { deployed, revealed } = await made.setUp({ settings: SETTINGS });
    expect(deployed).toEqual({ origin: GIVEN_ORIGIN, token: revealed[0] });
    expect(made.config).toMatchObject({
      vars: { ...SETTINGS, PUBLIC_ORIGIN: GIVEN_ORIGIN },
      kv_namespaces: [{ binding: 'ARTICLES', id: made.account.namespaces[0]?.id }],
    });
    expect(made.account.workers).toEqual({ standfirst: ['API_TOKENS', 'FETCH_SECRET'] });
  });

  it('keeps every comment of wrangler.toml, and the order of its lines', async () => {
    const made = new Checkout();
    const before = made.toml.split('\n');
    await made.setUp({ settings: SETTINGS, origin: 'https://summaries.news.example' });
    expect(comments(made.toml)).toEqual(before.filter((line) => line.startsWith('#')));
    const changed = before.filter((line) => !made.toml.split('\n').includes(line));
    expect(changed.map((line) => line.split(' = ')[0])).toEqual([
      'PUBLIC_ORIGIN',
      'PUBLICATION_NAME',
      'SITES',
    ]);
    expect(made.toml).toContain('SITES = "news.example, blog.example" # "news.example, *.news.example');
  });

  it('tells the token once, and sends its digest alone, by standard input', async () => {
    const made = new Checkout();
    const { revealed } = await made.setUp();
    const [token = '', fetchSecret = ''] = revealed;
    const digest = createHash('sha256').update(token).digest('hex');
    const [sent] = made.calls.filter(({ input }) => input !== '');
    const secrets = JSON.parse(sent?.input ?? '{}');
    expect(secrets).toEqual({ API_TOKENS: `owner:${digest}`, FETCH_SECRET: fetchSecret });
    expect(parseSettings(secrets).faults).toEqual([]);
    const elsewhere = [made.toml, ...made.calls.map(({ args }) => args.join(' '))].join('\n');
    for (const secret of [token, digest, fetchSecret]) expect(elsewhere).not.toContain(secret);
  });

  it('changes nothing that is there when it is repeated', async () => {
    const made = new Checkout();
    await made.setUp({ settings: SETTINGS });
    const { toml, account } = structuredClone({ toml: made.toml, account: made.account });
    const { deployed, revealed } = await made.setUp({ settings: SETTINGS });
    expect({ toml: made.toml, account: made.account }).toEqual({ toml, account });
    expect({ deployed, revealed }).toEqual({
      deployed: { origin: GIVEN_ORIGIN, token: undefined },
      revealed: [],
    });
  });

  it.each(CHANGES.flatMap((at) => (['before', 'after'] as const).map((how) => ({ at, how }))))(
    'goes on where it was killed: $how "$at"',
    async (trouble) => {
      const made = new Checkout({ trouble });
      await expect(made.setUp({ settings: SETTINGS })).rejects.toThrow(Killed);
      made.account.trouble = undefined;
      await made.setUp({ settings: SETTINGS });
      const { namespaces, workers } = made.account;
      expect(namespaces).toHaveLength(1);
      expect(workers).toEqual({ standfirst: ['API_TOKENS', 'FETCH_SECRET'] });
      expect(made.config).toMatchObject({
        kv_namespaces: [{ id: namespaces[0]?.id }],
        vars: { ...SETTINGS, PUBLIC_ORIGIN: GIVEN_ORIGIN },
      });
    },
  );

  it('says of each change how to take it back', async () => {
    const { steps } = await new Checkout().setUp({ settings: SETTINGS });
    const undone = steps.map(({ undo }) => undo ?? '').join('\n');
    for (const undo of ['kv namespace delete', 'SITES = ""', 'wrangler delete', 'secret delete API_TOKENS'])
      expect(undone).toContain(undo);
  });

  it.each<Partial<Wishes>>([{}, { env: 'courier' }, { origin: 'https://summaries.news.example' }])(
    'only looks in a dry run: %s',
    async (wishes) => {
      const made = new Checkout();
      const before = made.toml;
      const { deployed, steps } = await made.setUp({ settings: SETTINGS, ...wishes }, true);
      expect({ deployed, changes: changesOf(made), toml: made.toml }).toEqual({
        deployed: null,
        changes: [],
        toml: before,
      });
      expect(steps.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['account', 'namespace', 'settings', 'deploy', 'secrets']),
      );
    },
  );

  it('tells what it would do before anybody is signed in', async () => {
    const made = new Checkout({ signedIn: false });
    const before = made.toml;
    const { deployed, steps } = await made.setUp({ settings: SETTINGS, env: 'courier' }, true);
    expect({ deployed, changes: changesOf(made), toml: made.toml }).toEqual({
      deployed: null,
      changes: [],
      toml: before,
    });
    const names = steps.map(({ name }) => name);
    expect(names).toEqual(['account', 'title', 'namespace', 'settings', 'deploy', 'secrets']);
    expect(steps[0]?.did).toContain('npx wrangler login');
  });
});

describe('another title', () => {
  it('has a deployment, a namespace, settings and limits of its own', async () => {
    const made = new Checkout();
    await made.setUp({ settings: SETTINGS, origin: 'https://summaries.news.example' });
    const first = made.toml;
    await made.setUp({ env: 'courier', settings: { SITES: 'courier.example' } });
    expect(made.toml.startsWith(first.trimEnd())).toBe(true);
    const { env, ratelimits } = made.config as unknown as {
      env: { courier: { ratelimits: { namespace_id: string }[] } };
      ratelimits: { namespace_id: string }[];
    };
    expect(env.courier).toMatchObject({
      name: 'standfirst-courier',
      routes: [],
      vars: {
        SITES: 'courier.example',
        PUBLICATION_NAME: '',
        PUBLIC_ORIGIN: 'https://standfirst-courier.ostrey.workers.dev',
      },
    });
    const counters = [...ratelimits, ...env.courier.ratelimits].map(({ namespace_id: id }) => id);
    expect(new Set(counters).size).toBe(8);
    expect(made.account.namespaces.map(({ title }) => title)).toEqual([
      'standfirst-articles',
      'standfirst-courier-articles',
    ]);
    expect(Object.keys(made.account.workers)).toEqual(['standfirst', 'standfirst-courier']);
  });

  it('is the block that docs/operations.md shows', () => {
    const page = readFileSync('docs/operations.md', 'utf8');
    const [, shown = ''] = /```toml\n(\[env\.courier\][\s\S]+?)```/u.exec(page) ?? [];
    const written = writeTitleBlock(new Checkout().toml, 'courier', 'standfirst-courier');
    const unset = (text: string) => text.replaceAll(/^([A-Z_]+) = "[^"]*"$/gmu, '$1');
    expect(unset(shown)).toBe(unset(written));
  });
});

describe('an address of the publisher', () => {
  it('is routed to the Worker, known before the first deployment, and kept', async () => {
    const made = new Checkout();
    const { deployed } = await made.setUp({ origin: 'https://summaries.news.example' });
    expect(deployed?.origin).toBe('https://summaries.news.example');
    expect(made.config).toMatchObject({
      routes: [{ pattern: 'summaries.news.example', custom_domain: true }],
      vars: { PUBLIC_ORIGIN: 'https://summaries.news.example' },
    });
    expect(changesOf(made).filter((call) => call.startsWith('deploy'))).toHaveLength(1);
    await made.setUp();
    expect(made.config).toMatchObject({ vars: { PUBLIC_ORIGIN: 'https://summaries.news.example' } });
  });
});

describe('npm run setup, where it cannot go on', () => {
  const other = { id: 'e'.repeat(32), name: 'Somebody else' };
  const garbled = (at: string): Partial<Account> => ({ trouble: { at, how: 'garbled' } });

  it.each<[string, Partial<Account>, Partial<Wishes>, RegExp]>([
    ['nobody is signed in', { signedIn: false }, {}, /nobody is signed in.+npx wrangler login/u],
    ['no account', { accounts: [] }, {}, /reaches no account/u],
    [
      'several accounts',
      { accounts: [other, { ...other, id: 'd' }] },
      {},
      /2 accounts.+CLOUDFLARE_ACCOUNT_ID=e/u,
    ],
    [
      'the name is taken',
      { workers: { standfirst: [] } },
      {},
      /a Worker named standfirst.+--worker.+--adopt/u,
    ],
    [
      'a malformed site',
      {},
      { settings: { SITES: 'news.example:80' } },
      /SITES: "news\.example:80" is not used/u,
    ],
    [
      'a site on this machine',
      {},
      { settings: { SITES: 'localhost:4000' } },
      /"localhost:4000" is not used/u,
    ],
    ['no encryption', {}, { origin: 'http://news.example' }, /must be an https address/u],
    ['a name that is none', {}, { env: '../x' }, /no name of a Worker/u],
    ['whoami in another shape', garbled('whoami'), {}, /whoami answered what this does not know: <html>/u],
    ['namespaces in another shape', garbled('kv namespace list'), {}, /kv namespace list answered what/u],
    ['secrets in another shape', garbled('secret list'), {}, /secret list answered what/u],
  ])('changes nothing and says what to do: %s', async (_, account, wishes, told) => {
    const made = new Checkout(account);
    const before = made.toml;
    const fault = await made.setUp(wishes).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(SetupFault);
    const { message, todo } = fault as SetupFault;
    expect(`${message} ${todo}`).toMatch(told);
    expect({ changes: changesOf(made), toml: made.toml }).toEqual({ changes: [], toml: before });
  });

  it('takes another name for the Worker, or the Worker that is there, when told to', async () => {
    const workers = { standfirst: ['API_TOKENS', 'FETCH_SECRET'] };
    const renamed = new Checkout({ workers });
    await renamed.setUp({ worker: 'summaries' });
    expect(renamed.config).toMatchObject({ name: 'summaries' });
    const namespace = { id: 'b'.repeat(32), title: 'standfirst-articles' };
    const adopted = new Checkout({ workers, namespaces: [namespace] });
    await adopted.setUp({ mayAdopt: true });
    expect(adopted.config).toMatchObject({ kv_namespaces: [{ id: namespace.id }] });
  });

  it('stops at a pinned namespace that the account does not have', async () => {
    const made = new Checkout();
    await made.setUp();
    made.account.namespaces = [];
    await expect(made.setUp()).rejects.toThrow('is not in this account');
  });
});
