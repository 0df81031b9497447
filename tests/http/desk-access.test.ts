import { sign } from 'hono/utils/jwt/jwt';
import { describe, expect, it } from 'vitest';
import { createAccessKeys } from '../../src/adapters/access-keys.ts';
import { createApp } from '../../src/http/app.ts';
import { memoryDependencies, ORIGIN } from './memory-service.ts';

const AUDIENCE = 'a'.repeat(64);
const ISSUER = 'https://courier.cloudflareaccess.com';
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
};

interface Pair {
  kid: string;
  secret: JsonWebKey & { kid: string; alg: string };
  open: JsonWebKey & { kid: string };
}

async function makePair(kid: string): Promise<Pair> {
  const pair = (await crypto.subtle.generateKey(RSA, true, ['sign', 'verify'])) as CryptoKeyPair;
  const [secret, open] = await Promise.all(
    [pair.privateKey, pair.publicKey].map(
      (key) => crypto.subtle.exportKey('jwk', key) as Promise<JsonWebKey>,
    ),
  );
  return { kid, secret: { ...secret, kid, alg: 'RS256' }, open: { ...open, kid } };
}

const [FIRST, SECOND, FORGER] = await Promise.all(['one', 'two', 'one'].map(makePair));
const now = () => Math.floor(Date.now() / 1000);
const CLAIMS = () => ({
  iss: ISSUER,
  aud: [AUDIENCE],
  exp: now() + 600,
  iat: now(),
  email: 'wilma@courier.example',
});
const tokenOf = (claims: object, pair: Pair = FIRST as Pair) =>
  sign(claims as Parameters<typeof sign>[0], pair.secret as unknown as Parameters<typeof sign>[1], 'RS256');

/** A desk behind Access, and the team's keys as they are served. */
function openDesk(keys: Pair[] = [FIRST as Pair]) {
  const team = { keys, isUp: true, asked: 0 };
  const clock = { now: Date.UTC(2026, 10, 1) };
  const accessKeys = createAccessKeys('courier', {
    now: () => clock.now,
    send: async (url) => {
      team.asked += 1;
      expect(url).toBe(`${ISSUER}/cdn-cgi/access/certs`);
      if (!team.isUp) throw new Error('no answer');
      return Response.json({ keys: team.keys.map(({ open }) => open) });
    },
  });
  const dependencies = memoryDependencies({ ACCESS_TEAM: ISSUER, ACCESS_AUDIENCE: AUDIENCE }, { accessKeys });
  const app = createApp(dependencies);
  const open = async (token: string | undefined, path = '/desk', init: RequestInit = {}) =>
    app.fetch(
      new Request(`${ORIGIN}${path}`, {
        redirect: 'manual',
        ...init,
        headers: {
          ...(token === undefined ? {} : { 'Cf-Access-Jwt-Assertion': token }),
          ...(init.headers as object),
        },
      }),
    );
  return { open, team, clock, dependencies };
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a desk behind Cloudflare Access', () => {
  it('knows an editor by the address in the token, and a service by its name', async () => {
    const { open } = openDesk();
    expect(await (await open(await tokenOf(CLAIMS()))).text()).toContain('wilma@courier.example');
    const { email: _email, ...claims } = CLAIMS();
    const service = await tokenOf({ ...claims, common_name: 'night-desk.access' });
    expect(await (await open(service)).text()).toContain('night-desk.access');
  });

  it('decides in the name of that editor, for forms of its own pages alone', async () => {
    const { open, dependencies } = openDesk();
    const token = await tokenOf(CLAIMS());
    const send = (origin: string) =>
      open(token, '/desk/sign-out', {
        method: 'POST',
        headers: { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
        body: '',
      });
    expect((await send('https://evil.example')).status).toBe(403);
    expect((await send(ORIGIN)).headers.get('Location')).toBe('/cdn-cgi/access/logout');
    expect(dependencies.settings.access).toEqual({ team: 'courier', audience: AUDIENCE });
  });

  it.each<[string, () => Promise<string | undefined> | string | undefined]>([
    ['no token', () => undefined],
    ['nonsense', () => 'a.b.c'],
    ['an empty token', () => ''],
    ['a forger’s key of the same name', () => tokenOf(CLAIMS(), FORGER as Pair)],
    ['a key that nobody knows', () => tokenOf(CLAIMS(), SECOND as Pair)],
    ['alg none', () => `${part({ alg: 'none', typ: 'JWT', kid: 'one' })}.${part(CLAIMS())}.`],
    [
      'the public key as a secret',
      async () => {
        const [head, body] = [part({ alg: 'HS256', typ: 'JWT', kid: 'one' }), part(CLAIMS())];
        const secret = new TextEncoder().encode(JSON.stringify(FIRST?.open));
        const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
          'sign',
        ]);
        const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`${head}.${body}`));
        return `${head}.${body}.${Buffer.from(signature).toString('base64url')}`;
      },
    ],
    ['another application', () => tokenOf({ ...CLAIMS(), aud: ['b'.repeat(64)] })],
    ['no application', () => tokenOf({ ...CLAIMS(), aud: undefined })],
    ['another team', () => tokenOf({ ...CLAIMS(), iss: 'https://evil.cloudflareaccess.com' })],
    ['an expired token', () => tokenOf({ ...CLAIMS(), exp: now() - 1 })],
    ['a token that never ends', () => tokenOf({ ...CLAIMS(), exp: undefined })],
    ['a token of tomorrow', () => tokenOf({ ...CLAIMS(), nbf: now() + 600 })],
    ['nobody’s name', () => tokenOf({ ...CLAIMS(), email: undefined })],
    [
      'changed claims',
      async () =>
        (await tokenOf(CLAIMS())).replace(
          /\.[^.]+\./u,
          `.${part({ ...CLAIMS(), email: 'eve@evil.example' })}.`,
        ),
    ],
  ])('refuses %s', async (_what, make) => {
    const { open } = openDesk();
    const token = await make();
    for (const path of ['/desk', '/desk/articles/tides']) {
      const answer = await open(token, path);
      expect(answer.status).toBe(403);
      expect(answer.headers.get('Set-Cookie')).toBeNull();
    }
  });

  it('lets nobody in by a token of the API', async () => {
    const { open } = openDesk();
    const answer = await open(undefined, '/desk/sign-in', {
      method: 'POST',
      headers: { Origin: ORIGIN, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'token=test-token',
    });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('Set-Cookie')).toBeNull();
  });

  it('follows the team to new keys, and does not ask for every unknown one', async () => {
    const { open, team, clock } = openDesk();
    expect((await open(await tokenOf(CLAIMS()))).status).toBe(200);
    clock.now += 61_000;
    team.keys = [FIRST as Pair, SECOND as Pair];
    expect((await open(await tokenOf(CLAIMS(), SECOND as Pair))).status).toBe(200);
    expect(team.asked).toBe(2);
    team.keys = [SECOND as Pair];
    clock.now += 3_600_000;
    expect((await open(await tokenOf(CLAIMS()))).status).toBe(403);
    const before = team.asked;
    for (let call = 0; call < 20; call += 1) await open(await tokenOf(CLAIMS()));
    expect(team.asked).toBe(before);
  });

  it('goes on for a day with the keys that it has while the team’s cannot be had, and lets nobody in without any', async () => {
    const { open, team, clock } = openDesk();
    team.isUp = false;
    expect((await open(await tokenOf(CLAIMS()))).status).toBe(503);
    team.isUp = true;
    expect((await open(await tokenOf(CLAIMS()))).status).toBe(200);
    team.isUp = false;
    clock.now += 23 * 3_600_000;
    expect((await open(await tokenOf(CLAIMS()))).status).toBe(200);
    clock.now += 2 * 3_600_000;
    expect((await open(await tokenOf(CLAIMS()))).status).toBe(503);
  });
});

describe('half a setting of Access', () => {
  it.each([
    [{ ACCESS_TEAM: 'courier' }],
    [{ ACCESS_AUDIENCE: AUDIENCE }],
    [{ ACCESS_TEAM: 'courier', ACCESS_AUDIENCE: 'short' }],
    [{ ACCESS_TEAM: 'https://evil.example', ACCESS_AUDIENCE: AUDIENCE }],
  ])('%j is named as a fault, and the desk stays closed to Access', (settings) => {
    const { settings: read, settingFaults } = memoryDependencies(settings);
    expect(read.access).toBeUndefined();
    expect(settingFaults.map(({ setting }) => setting)).toContain('ACCESS_AUDIENCE');
  });
});
