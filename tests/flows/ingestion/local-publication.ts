import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** SHA-256 of `test-token`. */
const TOKEN_DIGEST = '4c5dc9b7708905f77f5e5d16316b5dfb425e68cb326dcd55a860e90a7707031e';

export interface LocalPublication {
  origin: string;
  close(): Promise<void>;
}

/** The Worker under `wrangler dev`; pages of any `….example` come from a loopback port, over real sockets. */
export async function startPublication(
  port: number,
  publisherPort: string,
  settings: Record<string, string> = {},
): Promise<LocalPublication> {
  const folder = await mkdtemp(join(tmpdir(), 'standfirst-publication-'));
  const config = join(folder, 'wrangler.toml');
  const entry = join(folder, 'worker.ts');
  const original = await readFile(join(ROOT, 'wrangler.toml'), 'utf8');
  await writeFile(entry, workerInOwnNetwork(publisherPort));
  await writeFile(
    config,
    original
      .replace('src/worker.ts', entry)
      .replace('./public', join(ROOT, 'public'))
      .replaceAll('./src/', `${join(ROOT, 'src')}/`)
      .replaceAll(/limit = \d+/gu, 'limit = 10000'),
  );
  const variables = {
    PUBLIC_ORIGIN: `http://localhost:${port}`,
    SITES: 'http://news.example',
    API_TOKENS: `tester:${TOKEN_DIGEST}`,
    ...settings,
  };
  const vars = Object.entries(variables).flatMap(([name, value]) => ['--var', `${name}:${value}`]);
  const place = ['--config', config, '--persist-to', join(folder, 'state'), '--ip', '127.0.0.1'];
  const ports = ['--port', String(port), '--inspector-port', '0'];
  const quiet = ['--log-level', 'error', '--show-interactive-dev-session', 'false'];
  const wrangler = join(ROOT, 'node_modules/wrangler/bin/wrangler.js');
  const child = spawn(process.execPath, [wrangler, 'dev', ...place, ...ports, ...quiet, ...vars], {
    cwd: ROOT,
    detached: true, // A process group of its own, so that it can be ended whole.
    stdio: 'ignore',
    env: { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' },
  });
  await vi.waitFor(() => expectHealthy(port), { timeout: 200_000, interval: 200 });
  return {
    origin: `http://localhost:${port}`,
    async close() {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function expectHealthy(port: number): Promise<void> {
  const { ok } = await fetch(`http://127.0.0.1:${port}/health`);
  if (!ok) throw new Error('not well yet');
}

/**
 * The Worker as it is, in a network where the publishers' hosts live on this machine. Which pages may be fetched is
 * decided before, by the product's rules on the real names. The name that was asked for goes along as a header.
 */
function workerInOwnNetwork(publisherPort: string): string {
  return `
    const sendToNetwork = globalThis.fetch;
    globalThis.fetch = (input, init = {}) => {
      const url = new URL(input instanceof Request ? input.url : String(input));
      if (!url.hostname.endsWith('.example')) return Promise.reject(new Error('nobody lives at ' + url));
      const headers = new Headers(init.headers);
      headers.set('Asked-Host', url.host);
      return sendToNetwork('http://127.0.0.1:${publisherPort}' + url.pathname + url.search, { ...init, headers });
    };
    export * from ${JSON.stringify(join(ROOT, 'src/worker.ts'))};
    export { default } from ${JSON.stringify(join(ROOT, 'src/worker.ts'))};
  `;
}
