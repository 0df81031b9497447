import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../src/cli/local/open-door.ts';

/** `npm start` on a port and a state of its own. */
export interface LocalService {
  origin: string;
  port: number;
  /** What it has printed so far. */
  output(): string;
  /** Ctrl-C, or another signal. Resolves with the exit code. */
  interrupt(signal?: NodeJS.Signals): Promise<number | null>;
  /** Ids of every process that it started. */
  processGroup(): Promise<number[]>;
}

export async function startLocalService(
  settings: Record<string, string> = {},
  [program, ...args]: readonly [string, ...string[]] = [process.execPath, 'src/cli/start.ts'],
): Promise<LocalService> {
  const port = Number(settings.PORT ?? (await freePort()));
  const folder = await mkdtemp(join(tmpdir(), 'standfirst-state-'));
  const child = spawn(program, args, {
    env: { ...process.env, ...settings, PORT: String(port), STATE_FOLDER: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += String(chunk)));
  const origin = `http://localhost:${port}`;
  await untilPrinted(child, () => printed, `Front page   ${origin}/`);
  return {
    origin,
    port,
    output: () => printed,
    processGroup: () => descendantsOf(child.pid ?? 0),
    async interrupt(signal = 'SIGINT') {
      const code = await endWith(child, signal);
      await rm(folder, { recursive: true, force: true });
      return code;
    },
  };
}

/** What is answered first by whoever comes to listen there. */
export async function firstAnswer(address: string): Promise<Response> {
  for (;;) {
    try {
      return await fetch(address);
    } catch {
      await sleep(ASK_AGAIN_MS); // Nobody listens yet.
    }
  }
}

const ASK_AGAIN_MS = 20;

function untilPrinted(child: ChildProcess, output: () => string, expected: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const check = () => {
      if (output().includes(expected)) resolve();
    };
    child.stdout?.on('data', check);
    child.once('exit', (code) => reject(new Error(`ended with ${code}:\n${output()}`)));
  });
}

function endWith(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) resolve(child.exitCode);
    child.once('exit', resolve);
    child.kill(signal);
  });
}

async function descendantsOf(pid: number): Promise<number[]> {
  const table = await run('ps', ['-e', '-o', 'pid=,ppid=']);
  const children = new Map<number, number[]>();
  for (const [id = 0, parent = 0] of table.stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/u).map(Number))) {
    children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  const found: number[] = [];
  for (let wave = [pid]; wave.length > 0; wave = wave.flatMap((id) => children.get(id) ?? []))
    found.push(...wave);
  return found;
}

/** Those that have not ended; one that has, and waits for a parent to notice (state Z), no longer runs. */
export async function stillRunning(processes: readonly number[]): Promise<number[]> {
  const { stdout } = await run('ps', ['-o', 'pid=,stat=', '-p', processes.join(',')]);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/u));
  return lines
    .filter(([pid, state]) => pid !== '' && state?.startsWith('Z') === false)
    .map(([pid]) => Number(pid));
}

/** Runs a program to its end. */
export function run(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => (stdout += String(chunk)));
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    child.once('error', reject);
    // Not at its exit, when the last of what it printed may still be on its way.
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
