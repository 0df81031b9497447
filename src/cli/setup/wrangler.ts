import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { WORKER_FILE, writeWorker } from '../bundle/bundle-worker.ts';
import { SetupFault } from './setup-fault.ts';

/** What a call of wrangler came to. */
export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

export interface Wrangler {
  run(args: readonly string[], options?: { input?: string; account?: string }): Promise<Ran>;
  /** Deploys what {@link bundleWorker} makes; the places that it serves now, as wrangler tells programs (`WRANGLER_OUTPUT_FILE_PATH`). */
  deploy(args: readonly string[], account: string): Promise<Ran & { targets: string[] }>;
}

/** The `wrangler` of this project; npm scripts find it first. Secrets go in by standard input, never as an argument. */
export function createWrangler(): Wrangler {
  return {
    run: (args, { input = '', account } = {}) =>
      call(args, input, account === undefined ? {} : { CLOUDFLARE_ACCOUNT_ID: account }),
    async deploy(args, account) {
      const folder = await mkdtemp(join(tmpdir(), 'standfirst-setup-'));
      const report = join(folder, 'deploy.ndjson');
      try {
        await writeWorker();
        const settings = { CLOUDFLARE_ACCOUNT_ID: account, WRANGLER_OUTPUT_FILE_PATH: report };
        const ran = await call(['deploy', WORKER_FILE, '--no-bundle', ...args], '', settings);
        return { ...ran, targets: ran.code === 0 ? readTargets(await readFile(report, 'utf8')) : [] };
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  };
}

function call(args: readonly string[], input: string, settings: Record<string, string>): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1', ...settings };
    const child = spawn('wrangler', args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => (stdout += String(chunk)));
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    child.once('error', () =>
      reject(new SetupFault('wrangler is not installed', 'Run npm ci, then npm run setup.')),
    );
    child.stdin.once('error', () => {
      // It ended without reading: its exit code says why.
    });
    child.once('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
    child.stdin.end(input);
  });
}

const reportSchema = z.object({ type: z.literal('deploy'), targets: z.array(z.string()) });

/** @throws {SetupFault} where the report tells of no deployment. */
export function readTargets(report: string): string[] {
  for (const line of report.split('\n')) {
    const entry = reportSchema.safeParse(parseJson(line));
    if (entry.success) return entry.data.targets;
  }
  throw new SetupFault(
    'wrangler deployed, but did not tell where',
    'Run this again with --origin and the address that the dashboard shows for the Worker.',
  );
}

/** Parses what wrangler answers a program. @throws {SetupFault} where it has another shape. */
export function readAnswer<T>(schema: z.ZodMiniType<T>, { stdout }: Ran, command: string): T {
  const answer = schema.safeParse(parseJson(stdout));
  if (answer.success) return answer.data;
  throw new SetupFault(
    `wrangler ${command} answered what this does not know: ${excerpt(stdout)}`,
    'Is the wrangler of package.json installed? Run npm ci.',
  );
}

/** @throws {SetupFault} with what wrangler said, where it failed. */
export function requireSuccess({ code, stdout, stderr }: Ran, command: string): void {
  if (code === 0) return;
  throw new SetupFault(
    `wrangler ${command} failed: ${excerpt(stderr.trim() === '' ? stdout : stderr)}`,
    'Mend that and run this again; what is done already stays.',
  );
}

function excerpt(text: string): string {
  const shown = text.replaceAll(/\s+/gu, ' ').trim();
  return shown === '' ? '(nothing)' : shown.slice(0, 500);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
