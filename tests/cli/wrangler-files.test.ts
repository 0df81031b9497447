import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { parse } from 'smol-toml';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from './local-service.ts';

const CONFIG = '.wrangler.titles.toml';
const deployed = readFileSync('wrangler.toml', 'utf8');
const [, block = ''] =
  /```toml\n(\[env\.courier\][\s\S]+?)```/u.exec(readFileSync('docs/operations.md', 'utf8')) ?? [];

interface Environment {
  vars: Record<string, string>;
  ratelimits: { name: string; namespace_id: string; simple: unknown }[];
  durable_objects: unknown;
  kv_namespaces: unknown;
  version_metadata: unknown;
}
const first = parse(deployed) as unknown as Environment;
const { env } = parse(block) as unknown as { env: { courier: Environment } };

async function build(config: string, ...flags: string[]) {
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1' };
  const line = ['deploy', '--dry-run', '--config', config, ...flags];
  const { code, stdout, stderr } = await run('node_modules/.bin/wrangler', line, env);
  return { code, warnings: `${stdout}${stderr}`.match(/WARNING[\s\S]*/u), stdout };
}

afterAll(() => rm(CONFIG, { force: true }));

describe('the block of docs/operations.md for another title', () => {
  it('binds what the first title binds, with limits of its own', () => {
    const { courier } = env;
    for (const key of ['kv_namespaces', 'durable_objects', 'version_metadata'] as const)
      expect(courier[key], key).toEqual(first[key]);
    expect(Object.keys(courier.vars)).toEqual(Object.keys(first.vars));
    expect(courier.ratelimits.map(({ name, simple }) => ({ name, simple }))).toEqual(
      first.ratelimits.map(({ name, simple }) => ({ name, simple })),
    );
    const counters = [...courier.ratelimits, ...first.ratelimits].map(({ namespace_id: id }) => id);
    expect(new Set(counters).size).toBe(counters.length);
  });

  it('is built by wrangler without a warning', async () => {
    await writeFile(CONFIG, `${deployed}\n${block}`);
    const { stdout, ...rest } = await build(CONFIG, '--env', 'courier');
    expect(rest).toEqual({ code: 0, warnings: null });
    expect(stdout).toContain('env.PUBLICATION_NAME ("The Ostrey Courier")');
  });
});

describe('wrangler.toml', () => {
  it('has a line for every setting that is no secret, and none for a secret', () => {
    const settings = readFileSync('src/http/settings.ts', 'utf8');
    const names = [...settings.matchAll(/read(?:Entries|Text)?(?:<[^(]*>)?\(\s*'([A-Z_]+)'/gu)].map(
      ([, name]) => name,
    );
    const secrets = ['API_TOKENS', 'FETCH_SECRET'];
    expect(Object.keys(first.vars).sort()).toEqual(
      names.filter((name) => !secrets.includes(name ?? '')).sort(),
    );
    expect(Object.values(first.vars).join('')).toBe('');
  });
});

describe('a Worker beside the service', () => {
  it.each(['wrangler.injector.toml', 'wrangler.generator.toml'])(
    'of %s is built by wrangler without a warning',
    async (config) => {
      const { code, warnings } = await build(config);
      expect({ code, warnings }).toEqual({ code: 0, warnings: null });
    },
  );
});
