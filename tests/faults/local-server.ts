import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** SHA-256 of `test-token`. */
const TOKENS = 'tester:4c5dc9b7708905f77f5e5d16316b5dfb425e68cb326dcd55a860e90a7707031e';

export interface LocalServer {
  origin: string;
  /** Ends all its processes at once, without a word. */
  kill(): Promise<void>;
}

export async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** The Worker on loopback, over real SQLite files in `folder`. */
export async function startServer(folder: string, port: number): Promise<LocalServer> {
  const flags = [
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--inspector-port',
    '0',
    '--persist-to',
    folder,
  ];
  const quiet = ['--log-level', 'error', '--show-interactive-dev-session', 'false'];
  const child = spawn('wrangler', ['dev', ...flags, ...quiet, '--var', `API_TOKENS:${TOKENS}`], {
    cwd: ROOT,
    stdio: 'ignore',
    detached: true, // A process group of its own, so that it can be ended whole.
    env: {
      ...process.env,
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
      WRANGLER_SEND_METRICS: 'false',
      X_LOCAL_OBSERVABILITY: 'false',
    },
  });
  const origin = `http://127.0.0.1:${port}`;
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await untilReady(origin, child);
  return {
    origin,
    async kill() {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await exited;
    },
  };
}

async function untilReady(origin: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error('the local server ended before it answered');
    const isReady = await fetch(`${origin}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
