import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** Where `install.sh` puts it. */
const GHOST = fileURLToPath(new URL('../../../node_modules/.cache/standfirst/ghost', import.meta.url));

/** Ghost itself, and Debian's MariaDB for its store. Where they are not, there is nothing to try. */
export const isInstalled: boolean = existsSync(join(GHOST, 'index.js')) && existsSync('/usr/sbin/mariadbd');

const OWNER = { name: 'Ada von Quill', email: 'ada@news.example', password: 'a-bus-in-the-night-31' };

/** One of Ghost's own themes, some of its templates changed. */
export interface OwnTheme {
  from: 'source' | 'casper';
  changes: Record<string, (template: string) => string>;
}

/** A running Ghost with one owner, as its installer leaves it. */
export interface GhostSite {
  /** Calls the Admin API as the owner. @throws {Error} where it is refused. */
  call(method: string, path: string, body?: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

/** @param themes - By their names; Ghost looks for themes when it starts. */
export async function startGhost(origin: string, themes: Record<string, OwnTheme>): Promise<GhostSite> {
  const work = await mkdtemp(join(tmpdir(), 'standfirst-ghost-'));
  const started: ChildProcess[] = [];
  const stop = async () => {
    for (const child of started.toReversed()) {
      const ended = once(child, 'exit');
      if (child.exitCode === null && child.kill()) await ended;
    }
    await rm(work, { recursive: true, force: true });
  };
  try {
    started.push(await startDatabase(work));
    await cp(join(GHOST, 'content'), join(work, 'content'), { recursive: true });
    for (const [name, theme] of Object.entries(themes))
      await writeTheme(join(work, 'content/themes'), name, theme);
    started.push(await startServer(work, origin));
    const cookie = await signIn(origin);
    return { call: (method, path, body) => call(origin, cookie, { method, path, body }), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function writeTheme(themes: string, name: string, { from, changes }: OwnTheme): Promise<void> {
  await cp(join(themes, from), join(themes, name), { recursive: true });
  for (const [template, change] of Object.entries(changes)) {
    const file = join(themes, name, template);
    await writeFile(file, change(await readFile(file, 'utf8')));
  }
}

async function call(
  origin: string,
  cookie: string,
  { method, path, body }: { method: string; path: string; body: unknown },
): Promise<unknown> {
  const response = await fetch(`${origin}/ghost/api/admin/${path}`, {
    method,
    headers: { Origin: origin, Cookie: cookie, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return JSON.parse(text);
}

async function startDatabase(work: string): Promise<ChildProcess> {
  const data = join(work, 'data');
  const own = ['--no-defaults', `--user=${userInfo().username}`, `--datadir=${data}`];
  spawnSync('mariadb-install-db', [...own, '--auth-root-authentication-method=normal']);
  const socket = `--socket=${join(work, 'db.sock')}`;
  const server = spawn('mariadbd', [...own, socket, '--skip-networking'], { stdio: 'ignore' });
  const create = ['--no-defaults', socket, '-u', 'root', '-e', 'CREATE DATABASE ghost CHARACTER SET utf8mb4'];
  await until('MariaDB', async () => spawnSync('mariadb', create).status === 0);
  return server;
}

async function startServer(work: string, origin: string): Promise<ChildProcess> {
  await cp(join(GHOST, 'package.json'), join(work, 'package.json')); // Ghost asks the folder that it runs in for its release.
  const config = {
    url: origin,
    server: { host: '127.0.0.1', port: Number(new URL(origin).port) },
    database: {
      client: 'mysql',
      connection: { socketPath: join(work, 'db.sock'), user: 'root', password: '', database: 'ghost' },
    },
    paths: { contentPath: join(work, 'content') },
    mail: { transport: 'stub' },
    logging: { transports: ['stdout'], level: 'error' },
    privacy: { useUpdateCheck: false },
    security: { staffDeviceVerification: false },
    sendWelcomeEmail: false,
  };
  await writeFile(join(work, 'config.production.json'), JSON.stringify(config));
  const env = { ...process.env, NODE_ENV: 'production' };
  const server = spawn(process.execPath, [join(GHOST, 'index.js')], {
    cwd: work,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (log += String(chunk)));
  await until('Ghost', async () => {
    if (server.exitCode !== null) throw new Error(`Ghost has ended: ${log.slice(-2000)}`);
    const answer = await fetch(`${origin}/ghost/api/admin/site/`).catch(() => undefined); // Not listening yet.
    return answer?.ok === true;
  });
  return server;
}

/** Fills in the installer's form. @returns The cookie of the owner. */
async function signIn(origin: string): Promise<string> {
  const post = (path: string, body: unknown) =>
    fetch(`${origin}/ghost/api/admin/${path}`, {
      method: 'POST',
      headers: { Origin: origin, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const setup = await post('authentication/setup/', { setup: [{ ...OWNER, blogTitle: 'Orrin Post' }] });
  if (!setup.ok) throw new Error(`setup answered ${setup.status}: ${await setup.text()}`);
  const session = await post('session/', { username: OWNER.email, password: OWNER.password });
  if (!session.ok) throw new Error(`session answered ${session.status}: ${await session.text()}`);
  return session.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}

const PATIENCE_MS = 240_000;

async function until(name: string, isReady: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isReady())) {
    if (Date.now() > deadline) throw new Error(`${name} does not answer`);
    await sleep(250);
  }
}
