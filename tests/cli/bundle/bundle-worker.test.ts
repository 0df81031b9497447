import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundleWorker, WORKER_FILE, type WorkerModule } from '../../../src/cli/bundle/bundle-worker.ts';
import { freePort } from '../../../src/cli/local/open-door.ts';
import { summarize } from '../../../src/core/summarizer/index.ts';
import { run } from '../local-service.ts';

const TEXT =
  'The bridge opens on Friday. Buses will cross it first.\n\nThe old ferry was sold to an island. It had served for forty years. Nobody will miss its whistle.';
const ENVIRONMENT = { ...process.env, WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1' };

let deployed: Awaited<ReturnType<typeof run>>;
let state: string;
let server: ChildProcess;
let origin: string;

beforeAll(async () => {
  deployed = await run('npm', ['run', 'deploy', '--', '--dry-run'], ENVIRONMENT);
  state = await mkdtemp(join(tmpdir(), 'standfirst-deployed-'));
  const port = await freePort();
  origin = `http://localhost:${port}`;
  const place = ['--port', String(port), '--ip', '127.0.0.1', '--inspector-port', '0', '--persist-to', state];
  const quiet = ['--log-level', 'error', '--show-interactive-dev-session', 'false'];
  server = spawn('node_modules/.bin/wrangler', ['dev', WORKER_FILE, '--no-bundle', ...place, ...quiet], {
    detached: true, // A process group of its own, so that it can be ended whole.
    stdio: 'ignore',
    env: ENVIRONMENT,
  });
  await vi.waitFor(async () => expect((await fetch(`${origin}/v1/articles`)).ok).toBe(true), {
    timeout: 200_000,
    interval: 200,
  });
});

afterAll(async () => {
  if (server.pid !== undefined) process.kill(-server.pid, 'SIGKILL');
  await rm(state, { recursive: true, force: true });
});

describe('the modules of the service', () => {
  let modules: WorkerModule[];
  beforeAll(async () => {
    modules = await bundleWorker();
  });

  it('begin with the one that a deployment names, which hands on what every isolate runs', () => {
    const initial = modules.filter(({ isInitial }) => isInitial).map(({ fileName }) => fileName);
    expect(initial).toEqual(['worker.js', 'served.mjs']);
    expect(modules[0]?.fileName).toBe('worker.js');
  });

  it('are none of them imported in a circle, where one would run before what it needs', () => {
    const importsOf = new Map(modules.map(({ fileName, code }) => [fileName, staticImports(code)]));
    const hasCircle = (name: string, path: readonly string[]): boolean =>
      path.includes(name) || (importsOf.get(name) ?? []).some((next) => hasCircle(next, [...path, name]));
    expect(modules.filter(({ fileName }) => hasCircle(fileName, []))).toEqual([]);
  });

  it('have no character beyond ASCII, of which one has V8 keep a module as two bytes a character', () => {
    const wide = modules.filter(({ code }) => /[^\0-\x7F]/u.test(code)).map(({ fileName }) => fileName);
    expect(wide).toEqual([]);
  });
});

/** What a module imports before it runs. */
function staticImports(code: string): string[] {
  return [...code.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/gu)].map(([, name = '']) => name);
}

describe('the service as it is deployed', () => {
  it('is built by its script and taken by wrangler without a warning', () => {
    const { code, stdout, stderr } = deployed;
    const warnings = `${stdout}${stderr}`.match(/WARNING[\s\S]*/u);
    expect({ code, warnings }).toEqual({ code: 0, warnings: null });
    expect(stdout).toContain('env.CATALOGUE (Catalogue)');
  });

  it.each([
    ['text/plain', TEXT],
    ['text/html', `<p>${TEXT.replace('\n\n', '<p>')}</p>`],
    ['text/markdown', TEXT],
  ])('summarises %s as the summariser does', async (type, body) => {
    const post = { method: 'POST', headers: { 'Content-Type': type }, body };
    const response = await fetch(`${origin}/v1/summaries?sentences=2`, post);
    const { sentences } = (await response.json()) as { sentences: { text: string }[] };
    const expected = summarize(TEXT, { sentences: 2 }).sentences.map(({ text }) => text);
    expect(sentences.map(({ text }) => text)).toEqual(expected);
  });
});
