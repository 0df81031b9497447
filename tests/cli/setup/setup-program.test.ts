import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../local-service.ts';
import { FRESH } from './checkout.ts';
import type { Account } from './wrangler-double.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'standfirst-setup-test-'));
  cpSync('wrangler.toml', join(folder, 'wrangler.toml'));
  mkdirSync(join(folder, 'bin'));
  const double = `#!/bin/sh\nexec "${process.execPath}" "${resolve('tests/cli/setup/wrangler-program.ts')}" "$@"\n`;
  writeFileSync(join(folder, 'bin/wrangler'), double);
  chmodSync(join(folder, 'bin/wrangler'), 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

const accountFile = () => join(folder, 'account.json');
const accountNow = (): Account => JSON.parse(readFileSync(accountFile(), 'utf8'));

/** The program, with a `wrangler` before it on the path that knows an account of its own. */
function setUp(account: Account, ...args: string[]) {
  writeFileSync(accountFile(), JSON.stringify(account));
  const path = [join(folder, 'bin'), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path, DOUBLE_ACCOUNT: accountFile(), CLOUDFLARE_ACCOUNT_ID: '' };
  const program = [process.execPath, resolve('src/cli/setup.ts'), '--no-doctor', ...args];
  return run('sh', ['-c', `cd "${folder}" && exec "$0" "$@"`, ...program], env);
}

describe('the program behind npm run setup', () => {
  it('is killed, and finished by another call, with the wrangler of the path', async () => {
    const killed = await setUp(
      { ...FRESH, trouble: { at: 'secret bulk', how: 'after' } },
      '--sites',
      'news.example',
    );
    expect(killed.stdout).toMatch(/^ {2}standfirst_[\w-]{40,}$/mu);
    const { code, stdout } = await setUp({ ...accountNow(), trouble: undefined }, '--sites', 'news.example');
    expect(code).toBe(0);
    expect(stdout).toContain('The service stands at https://standfirst.ostrey.workers.dev');
    expect(readFileSync(join(folder, 'wrangler.toml'), 'utf8')).toContain('SITES = "news.example" #');
    const calls = readFileSync(`${accountFile()}.calls`, 'utf8');
    expect(calls).not.toMatch(/standfirst_[\w-]{40,}/u);
    expect(accountNow().workers).toEqual({ standfirst: ['API_TOKENS', 'FETCH_SECRET'] });
  });

  it('says what stopped it, in two lines', async () => {
    const { code, stderr } = await setUp({ ...FRESH, signedIn: false });
    expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 1, lines: 2 });
    expect(stderr).toContain('Stopped: nobody is signed in to Cloudflare.');
  });

  it.each([
    ['is not there', () => rmSync(join(folder, 'wrangler.toml')), 'cannot be read'],
    ['was cut off', () => writeFileSync(join(folder, 'wrangler.toml'), 'name = "stand'), 'is malformed'],
    ['names no Worker', () => writeFileSync(join(folder, 'wrangler.toml'), '[vars]\n'), 'is malformed'],
  ])('says what to do where wrangler.toml %s', async (_, spoil, message) => {
    spoil();
    const { code, stderr } = await setUp(FRESH, '--dry-run');
    expect(code).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).toContain('git checkout wrangler.toml');
  });

  it('writes a deploy button for the remote of the checkout, once', async () => {
    const readme = join(folder, 'README.md');
    cpSync('README.md', readme);
    const without = await setUp(FRESH, '--button');
    expect(without.stderr).toContain('git knows no remote named origin');
    const git = (...args: string[]) => run('git', ['-C', folder, ...args]);
    await git('init', '--quiet');
    await git('remote', 'add', 'origin', 'git@github.com:ostrey/standfirst.git');
    for (let times = 0; times < 2; times += 1) expect((await setUp(FRESH, '--button')).code).toBe(0);
    const shown = readFileSync(readme, 'utf8').match(/\?url=https:\/\/github\.com\/ostrey\/standfirst\)/gu);
    expect(shown).toHaveLength(1);
  });

  it.each([
    [['whoami'], ['--json']],
    [
      ['secret', 'list'],
      ['--name', '--format', 'json'],
    ],
    [
      ['secret', 'bulk'],
      ['stdin', '--env'],
    ],
  ])('finds in the wrangler of package.json what it calls: %s', async (command, words) => {
    const { stdout } = await run('node_modules/.bin/wrangler', [...command, '--help']);
    for (const word of words) expect(stdout).toContain(word);
  });
});
