import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../src/cli/local/open-door.ts';
import { chromiumPath, launchChromium } from '../pages/chromium.ts';
import type { Origin } from './origin.ts';

/** A cache in front of the service, as readers have them. */
export interface CachingClient {
  name: string;
  /** @param asks - Has the cache ask the service before it answers. */
  read(
    path: string,
    headers: Record<string, string>,
    asks: boolean,
  ): Promise<{ status: number; body: string }>;
  close(): Promise<void>;
}

const NGINX = '/usr/sbin/nginx';
const VARNISH = '/usr/sbin/varnishd';

/** Those that this machine has. */
export const CLIENTS: {
  name: string;
  isInstalled: boolean;
  open: (origin: Origin) => Promise<CachingClient>;
}[] = [
  { name: 'Chromium', isInstalled: chromiumPath !== undefined, open: openChromium },
  { name: 'nginx', isInstalled: existsSync(NGINX), open: openNginx },
  { name: 'Varnish', isInstalled: existsSync(VARNISH), open: openVarnish },
];

async function openChromium({ url }: Origin): Promise<CachingClient> {
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto(`${url}/blank`).catch(async (error: unknown) => {
    await browser.close();
    throw error;
  });
  return {
    name: 'Chromium',
    read: (path, headers, asks) =>
      page.evaluate(
        async ([address, fields, cache]) => {
          const response = await fetch(address, { headers: fields, cache, redirect: 'follow' });
          return { status: response.status, body: await response.text() };
        },
        [path, headers, asks ? 'no-cache' : 'default'] as const,
      ),
    close: () => browser.close(),
  };
}

/** Started by root, both work under another name. */
async function makeFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `standfirst-${name}-`));
  await chmod(folder, 0o755);
  return folder;
}

async function openNginx({ port: originPort }: Origin): Promise<CachingClient> {
  const folder = await makeFolder('nginx');
  const port = await freePort();
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  await writeFile(
    join(folder, 'nginx.conf'),
    `daemon off; error_log stderr crit; pid ${folder}/pid; worker_processes 1;
events {}
http {
  access_log off;
  ${paths.map((path) => `${path}_temp_path ${folder}/${path};`).join(' ')}
  proxy_cache_path ${folder}/cache keys_zone=pages:10m;
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://127.0.0.1:${originPort};
      proxy_http_version 1.1;
      proxy_cache pages;
      proxy_cache_revalidate on;
      proxy_cache_background_update on;
      proxy_cache_bypass $http_pragma;
    }
  }
}
`,
  );
  const child = spawn(NGINX, ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
  return proxy('nginx', port, child, folder);
}

async function openVarnish({ port: originPort }: Origin): Promise<CachingClient> {
  const folder = await makeFolder('varnish');
  const port = await freePort();
  await writeFile(
    join(folder, 'default.vcl'),
    `vcl 4.1;
backend service { .host = "127.0.0.1"; .port = "${originPort}"; }
sub vcl_recv { if (req.http.Pragma) { set req.hash_always_miss = true; } }
`,
  );
  // What is only stale is kept for a minute, so that it is asked for with its validator.
  const settings = ['default_grace=0', 'default_keep=60'].flatMap((setting) => ['-p', setting]);
  const place = ['-a', `127.0.0.1:${port}`, '-f', join(folder, 'default.vcl'), '-n', join(folder, 'work')];
  const child = spawn(VARNISH, ['-F', ...place, ...settings], { stdio: 'ignore' });
  return proxy('Varnish', port, child, folder);
}

/** Only to end what hangs: Varnish compiles its settings before it listens. */
const READY_DEADLINE_MS = 120_000;
const STOP_DEADLINE_MS = 5_000;

async function proxy(
  name: string,
  port: number,
  child: ChildProcess,
  folder: string,
): Promise<CachingClient> {
  const origin = `http://127.0.0.1:${port}`;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  async function close(): Promise<void> {
    child.kill('SIGTERM');
    await Promise.race([ended, sleep(STOP_DEADLINE_MS)]);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  await untilAnswers(`${origin}/health`).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    name,
    async read(path, headers, asks) {
      const ask = asks ? { Pragma: 'no-cache' } : {};
      const response = await fetch(origin + path, { headers: { ...headers, ...ask } });
      return { status: response.status, body: await response.text() };
    },
    close,
  };
}

async function untilAnswers(address: string): Promise<void> {
  for (const deadline = Date.now() + READY_DEADLINE_MS; ; await sleep(100)) {
    const answer = await fetch(address).catch(() => undefined); // Nothing listens yet.
    await answer?.text();
    if (answer?.status === 200) return;
    if (Date.now() > deadline) throw new Error(`nothing answered at ${address}`);
  }
}
