import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import { localConfigPaths, localVariables } from './local-config.ts';

/** `wrangler dev` on this machine, ended together with us. */

export function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(true));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)));
  });
}

/**
 * Nothing is asked of, or told to, anybody elsewhere; and no request is kept: wrangler's local observability writes each
 * one, with its logs, to a database that grows without end (444 MB after 14,000 PUTs).
 */
const QUIET = {
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_SEND_METRICS: 'false',
  X_LOCAL_OBSERVABILITY: 'false',
};

export function startServer(port: number, origin: string): ChildProcess {
  const place = ['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0'];
  const state = process.env.STATE_FOLDER === undefined ? [] : ['--persist-to', process.env.STATE_FOLDER];
  const quiet = ['--log-level', 'error', '--show-interactive-dev-session', 'false'];
  const variables = localVariables(process.env, origin).flatMap(([name, value]) => [
    '--var',
    `${name}:${value}`,
  ]);
  const configs = localConfigPaths().flatMap((path) => ['--config', path]);
  const flags = [...configs, ...place, ...state, ...quiet, ...variables];
  return spawn('wrangler', ['dev', ...flags], {
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true, // A process group of its own, so that it can be ended whole.
    env: { ...process.env, ...QUIET },
  });
}

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const STOP_DEADLINE_MS = 3_000;
const ORPHAN_POLL_MS = 500;

/** Neither outlives the other. */
export function stopWith(server: ChildProcess): void {
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
  if (process.env.npm_lifecycle_event !== undefined) onOrphaned(stop);
  server.once('exit', (code) => {
    if (!isStopping) process.exit(code ?? 1);
  });
}

/** A signal for npm ends the shell that npm runs us in, and never gets here: that we lost the shell tells us. */
function onOrphaned(stop: () => Promise<void>): void {
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) void stop();
  }, ORPHAN_POLL_MS).unref();
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) resolve();
    else server.once('exit', () => resolve());
  });
}

export function signalGroup(server: ChildProcess, signal: NodeJS.Signals): void {
  if (server.pid === undefined) return;
  try {
    process.kill(-server.pid, signal);
  } catch {
    // ESRCH: the group has ended, which is what was wanted.
  }
}

const READY_DEADLINE_MS = 60_000;
const READY_POLL_MS = 100;

const healthSchema = z.object({ faults: z.array(z.object({ setting: z.string(), detail: z.string() })) });
export type SettingFault = z.infer<typeof healthSchema>['faults'][number];

/** @returns what the service says of its settings. */
export async function waitUntilReady(origin: string): Promise<SettingFault[]> {
  const deadline = Date.now() + READY_DEADLINE_MS;
  while (Date.now() < deadline) {
    const health = await askHealth(origin);
    if (health !== undefined) return healthSchema.parse(await health.json()).faults;
    await sleep(READY_POLL_MS);
  }
  throw new Error(`The service did not answer on ${origin} within ${READY_DEADLINE_MS / 1000} seconds.`);
}

async function askHealth(origin: string): Promise<Response | undefined> {
  try {
    const answer = await fetch(`${origin}/health`);
    return answer.status === 200 || answer.status === 503 ? answer : undefined;
  } catch {
    return undefined; // Nothing listens yet.
  }
}
