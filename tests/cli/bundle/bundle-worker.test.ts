import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'acorn';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundleWorker, WORKER_FILE, type WorkerModule } from '../../../src/cli/bundle/bundle-worker.ts';
import { descendantsOf } from '../../../src/cli/bundle/descendants.ts';
import { freePort } from '../../../src/cli/local/open-door.ts';
import { summarize } from '../../../src/core/summarizer/index.ts';
import type { OpenApiDocument } from '../../../src/http/openapi/openapi-object.ts';
import { createContract } from '../../http/contract.ts';
import { callsOf } from '../../http/example-calls.ts';
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
  const vars = ['--var', `API_TOKENS:tester:${createHash('sha256').update('test-token').digest('hex')}`];
  const quiet = ['--log-level', 'error', '--show-interactive-dev-session', 'false'];
  server = spawn(
    'node_modules/.bin/wrangler',
    ['dev', WORKER_FILE, '--no-bundle', ...place, ...vars, ...quiet],
    {
      detached: true, // A process group of its own, so that it can be ended whole.
      stdio: 'ignore',
      env: ENVIRONMENT,
    },
  );
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

  describe('that run before a reader is answered, or a text summarised', () => {
    const first = ['worker.js', 'text-summary.mjs', 'summarize-text.mjs'];

    it('hold no schema', () => {
      const withSchemas = closureOf(first, modules).filter(({ map }) =>
        map.sources.some((source) => source?.includes('node_modules/zod/')),
      );
      expect(withSchemas.map(({ fileName }) => fileName)).toEqual([]);
    });

    it('hold no literal with a class of Unicode, which V8 looks up whenever it reads one, used or not', () => {
      const literals = closureOf(first, modules).flatMap(({ code }) => literalsOf(code));
      expect(literals.length).toBeGreaterThan(0);
      expect(literals.filter((literal) => /\\p\{/iu.test(literal))).toEqual([]);
    });
  });
});

/** Regular expressions as they stand in the code. */
function literalsOf(code: string): string[] {
  const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  return [...descendantsOf(program)].flatMap(({ node }) =>
    node.type === 'Literal' && 'regex' in node ? [String(node.raw)] : [],
  );
}

/** Modules of these names, and all that they import before they run. */
function closureOf(names: readonly string[], modules: readonly WorkerModule[]): WorkerModule[] {
  const found = new Set<WorkerModule>();
  const add = (name: string) => {
    const module = modules.find(({ fileName }) => fileName === name);
    if (module === undefined) throw new Error(`no module is called ${name}`);
    if (found.has(module)) return;
    found.add(module);
    staticImports(module.code).forEach(add);
  };
  names.forEach(add);
  return [...found];
}

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

  it('is built again without a word to whoever serves it, where nothing has changed', async () => {
    const written = async () => (await stat(WORKER_FILE)).mtimeMs;
    const before = await written();
    expect((await run('npm', ['run', 'build:worker'], ENVIRONMENT)).code).toBe(0);
    expect(await written()).toBe(before);
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

  it('answers every example of the contract as it is described', async () => {
    const contract = createContract(
      (await ask('/openapi.json').then((answer) => answer.json())) as OpenApiDocument,
    );
    for (const [path, methods] of Object.entries(contract.document.paths))
      for (const [method, operation] of Object.entries(methods)) {
        const isConditional = operation.parameters?.some(({ name }) => name === 'If-Match');
        for (const { path: address, init } of callsOf(method.toUpperCase(), path, operation)) {
          await putBridge();
          const headers = { ...init.headers, ...(isConditional ? { 'If-Match': '*' } : {}) };
          const response = await ask(address, { ...init, headers });
          expect(response.status, `${init.method} ${address}`).toBeLessThan(500);
          await contract.check({ method: init.method, path: address }, response);
        }
      }
  });

  it.each(['/desk', '/desk/rules', '/desk/measures', '/desk/measures.csv', '/desk/articles/harbour-bridge'])(
    'shows %s to who has signed in',
    async (path) => {
      await putBridge();
      const { headers } = await ask('/desk/sign-in', {
        method: 'POST',
        body: new URLSearchParams({ token: 'test-token' }),
      });
      const Cookie = headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ');
      expect(Cookie).not.toBe('');
      const page = await ask(path, { headers: { Cookie } });
      expect([page.status, (await page.text()).includes('name="token"')]).toEqual([200, false]);
    },
  );
});

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { Authorization: 'Bearer test-token', Origin: origin, ...init.headers };
  return fetch(origin + path, { redirect: 'manual', ...init, headers });
}

async function putBridge(): Promise<void> {
  const body = JSON.stringify({
    title: 'Harbour bridge to close',
    text: TEXT,
    url: 'https://news.example/harbour-bridge',
    access: 'full',
  });
  const put = (condition: Record<string, string>) =>
    ask('/v1/articles/harbour-bridge', {
      method: 'PUT',
      body,
      headers: { 'Content-Type': 'application/json', ...condition },
    });
  const { status } = await put({});
  if (status === 428) await put({ 'If-Match': '*' });
}
