import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { untilAnswers } from '../until-answers.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** SHA-256 of `test-token`. */
const TOKENS = 'tester:4c5dc9b7708905f77f5e5d16316b5dfb425e68cb326dcd55a860e90a7707031e';

export interface LocalServer {
  origin: string;
  /** Ends all its processes at once, without a word. */
  kill(): Promise<void>;
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
  await untilAnswers(child, async () => (await fetch(`${origin}/health`)).ok);
  return {
    origin,
    async kill() {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await exited;
    },
  };
}
