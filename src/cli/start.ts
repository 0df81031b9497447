import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { LOCAL_CONFIG_PATH, LOCAL_TOKEN, localVariables, writeLocalConfig } from './local-config.ts';
import { publishSamples } from './publish-samples.ts';

/** `npm start`: the whole service on this machine, with the samples in it. */
const DEFAULT_PORT = 8787;
const READY_DEADLINE_MS = 60_000;
const READY_POLL_MS = 100;

async function start(): Promise<void> {
  const port = readPort(process.env.PORT);
  if (await isTaken(port))
    fail(`Port ${port} is taken. Stop what listens there, or choose another: PORT=${port + 1} npm start`);
  await writeLocalConfig();
  const origin = `http://localhost:${port}`;
  const server = startServer(port, origin);
  stopWith(server);
  try {
    await waitUntilReady(origin);
    console.log(welcome(origin, await publishSamples(origin)));
  } catch (error) {
    signalGroup(server, 'SIGKILL');
    fail(error instanceof Error ? error.message : String(error));
  }
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_534)
    fail(`PORT must be a number from 1 to 65534, not "${text}".`);
  return port;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(true));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)));
  });
}

function startServer(port: number, origin: string): ChildProcess {
  const flags = [
    '--config',
    LOCAL_CONFIG_PATH,
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--inspector-port',
    '0',
  ];
  const state = process.env.STATE_FOLDER === undefined ? [] : ['--persist-to', process.env.STATE_FOLDER];
  const quiet = ['--log-level', 'error', '--show-interactive-dev-session', 'false'];
  const variables = localVariables(process.env, origin).flatMap(([name, value]) => [
    '--var',
    `${name}:${value}`,
  ]);
  return spawn('wrangler', ['dev', ...flags, ...state, ...quiet, ...variables], {
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true, // A process group of its own, so that it can be ended whole.
    env: { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' },
  });
}

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const STOP_DEADLINE_MS = 3_000;

/** Neither outlives the other. */
function stopWith(server: ChildProcess): void {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    signalGroup(server, 'SIGTERM');
    await Promise.race([ended(server), sleep(STOP_DEADLINE_MS)]);
    signalGroup(server, 'SIGKILL');
    process.exit(0);
  };
  for (const signal of STOP_SIGNALS) process.on(signal, () => void stop());
  server.once('exit', (code) => {
    if (!isStopping) process.exit(code ?? 1);
  });
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) resolve();
    else server.once('exit', () => resolve());
  });
}

function signalGroup(server: ChildProcess, signal: NodeJS.Signals): void {
  if (server.pid === undefined) return;
  try {
    process.kill(-server.pid, signal);
  } catch {
    // ESRCH: the group has ended, which is what was wanted.
  }
}

async function waitUntilReady(origin: string): Promise<void> {
  const deadline = Date.now() + READY_DEADLINE_MS;
  while (Date.now() < deadline) {
    if (await isReady(origin)) return;
    await sleep(READY_POLL_MS);
  }
  throw new Error(`The service did not answer on ${origin} within ${READY_DEADLINE_MS / 1000} seconds.`);
}

async function isReady(origin: string): Promise<boolean> {
  try {
    const { status } = await fetch(`${origin}/health`);
    return status === 200 || status === 503;
  } catch {
    return false; // Nothing listens yet.
  }
}

function welcome(origin: string, published: number): string {
  const first =
    published === 0 ? 'Standfirst is running.' : `Standfirst is running with ${published} sample articles.`;
  return `
${first}  Stop with Ctrl-C.

  Front page   ${origin}/
  Token        ${LOCAL_TOKEN} (this machine only)

Try:
  curl "${origin}/v1/articles?limit=3"
  curl "${origin}/v1/articles/the-night-shift-that-listens-to-the-streets/summary?format=plain-text"
  curl -H "Content-Type: text/plain" --data "The ferry was full. It sank in the night. Nobody drowned." "${origin}/v1/summaries?sentences=1&format=plain-text"
`;
}

await start();
