import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { medianOf } from '../figures/quantiles.ts';
import { ARTICLE_TEXT } from '../http/cases.ts';
import {
  bundleService,
  bundleWorker,
  describeService,
  describeWorker,
  LIMITER_EXTENSION,
  stripTypes,
  TOKEN,
} from '../http/deployments.ts';
import type { Figure } from './figures.ts';

const PORT = Number(process.env.BENCH_PORT ?? 8821);
const ORIGIN = `http://127.0.0.1:${PORT}`;
const SLUG = 'the-night-shift';
const PAGE = 'https://news.example/the-night-shift';
const TEXT_3_KB = ARTICLE_TEXT.replaceAll('\n', ' \n').slice(0, 3 * 1024);

interface FirstRequest {
  name: string;
  path: string;
  body?: string;
  atMost?: number;
}

/** The first answers of a new process. The store is a folder, so that KV costs no JavaScript and outlives a process. */
const REQUESTS: readonly FirstRequest[] = [
  { name: 'preset summary', path: `/v1/articles/${SLUG}/summary`, atMost: 1.5 },
  { name: 'page', path: `/articles/${SLUG}` },
  { name: 'by-URL summary', path: `/v1/summary?url=${encodeURIComponent(PAGE)}` },
  { name: 'POST of 3 KB', path: '/v1/summaries', body: TEXT_3_KB },
];

interface Answer {
  /** Until the Worker was compiled and its module had run. */
  startCpuMs: number;
  wallMs: number;
  cpuMs: number;
}

/** `seeding` is the service with a disk for its objects. Without, no alarm of theirs comes between. */
type Subject = 'bare' | 'logging' | 'reading' | 'service' | 'seeding';

/** workerd with one Worker that nobody has asked anything yet. */
async function startWorkerd(folder: string, subject: Subject): Promise<ChildProcess> {
  const server = spawn('workerd', ['serve', '--binary', `${subject}.bin`, '--experimental'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let attempt = 0; attempt < 600 && server.exitCode === null; attempt += 1) {
    if (await accepts()) return server;
    await sleep(25);
  }
  server.kill();
  throw new Error('workerd did not answer');
}

/** Connecting costs the Worker nothing: only a request wakes it. */
function accepts(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(PORT, '127.0.0.1');
    const settle = (isOpen: boolean) => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}

async function end(server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGKILL');
  await ended;
}

/** CPU of all threads of a process in milliseconds. */
const cpuMs = (pid: number): number => scheduledMs(pid, 0);
/** What they have waited for a core. */
const waitedMs = (pid: number): number => scheduledMs(pid, 1);

/** Linux counts both in nanoseconds there (Documentation/scheduler/sched-stats.rst). */
function scheduledMs(pid: number, field: 0 | 1): number {
  const inTask = (task: string) =>
    readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[field];
  return readdirSync(`/proc/${pid}/task`).reduce((sum, task) => sum + Number(inTask(task)) / 1e6, 0);
}

const LOOK_AGAIN_MS = 60;

/**
 * workerd listens before it has compiled its Workers. It rests when it neither runs nor waits for a core.
 *
 * @returns What it has spent until then.
 */
async function untilIdle(pid: number): Promise<number> {
  let [before, now] = [-1, cpuMs(pid) + waitedMs(pid)];
  while (now - before > 0.5) {
    await sleep(LOOK_AGAIN_MS);
    [before, now] = [now, cpuMs(pid) + waitedMs(pid)];
  }
  return cpuMs(pid);
}

async function ask({ path, body }: FirstRequest): Promise<void> {
  const init = body === undefined ? {} : { method: 'POST', body, headers: { 'Content-Type': 'text/plain' } };
  const response = await fetch(ORIGIN + path, init);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${path} answers ${response.status}`);
}

async function timeFirst(folder: string, subject: Subject, request: FirstRequest): Promise<Answer> {
  const server = await startWorkerd(folder, subject);
  try {
    const pid = server.pid ?? 0;
    const startCpuMs = await untilIdle(pid);
    const start = performance.now();
    await ask(request);
    const wallMs = performance.now() - start;
    return { startCpuMs, wallMs, cpuMs: cpuMs(pid) - startCpuMs };
  } finally {
    await end(server);
  }
}

/** The article, its page address and the front page. */
const hasCopies = (folder: string): boolean => readdirSync(join(folder, 'kv')).length >= 3;

/** Publishes the article once; its copies stay in the folder that stands in for KV. */
async function seed(folder: string): Promise<void> {
  const server = await startWorkerd(folder, 'seeding');
  try {
    const put = await fetch(`${ORIGIN}/v1/articles/${SLUG}`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        title: 'The night shift that listens to the streets',
        url: PAGE,
        access: 'full',
        markdown: ARTICLE_TEXT,
      }),
    });
    if (!put.ok) throw new Error(`${put.status} ${await put.text()}`);
    for (let attempt = 0; attempt < 400 && !hasCopies(folder); attempt += 1) await sleep(50);
    if (!hasCopies(folder)) throw new Error('no copies were written');
  } finally {
    await end(server);
  }
}

function writeConfigurations(folder: string): void {
  const bare = (name: string) => `(name = "bare", worker = ${describeWorker(name)})`;
  const disk = '(name = "kv", disk = (path = "kv", writable = true))';
  const reading = describeWorker('bare-kv', '(name = "ARTICLES", kvNamespace = "kv")');
  // Files beside the Worker are the platform's to serve: no isolate of their own starts with it.
  const beside = `${disk}, (name = "absent-assets", disk = (path = "none")), (name = "disk", disk = (path = "data", writable = true))`;
  const service = (storage?: string) => ({
    services: `(name = "service", worker = .service), ${beside}`,
    rest: `extensions = [${LIMITER_EXTENSION}],\n);\n${describeService(undefined, storage)}`,
  });
  configure(folder, 'bare', { services: bare('bare-hono') });
  configure(folder, 'logging', { services: bare('bare-hono-log') });
  configure(folder, 'reading', { services: `(name = "bare", worker = ${reading}), ${disk}` });
  configure(folder, 'seeding', service());
  configure(folder, 'service', service('inMemory = void'));
}

/** Its first service answers. Compiled, as `wrangler` and the edge hand it over: parsing it is no part of a start. */
function configure(
  folder: string,
  subject: Subject,
  { services, rest = ');' }: { services: string; rest?: string },
): void {
  const first = /name = "([^"]+)"/.exec(services)?.[1];
  writeFileSync(
    join(folder, `${subject}.capnp`),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [${services}],
  sockets = [(name = "http", address = "127.0.0.1:${PORT}", http = (), service = "${first}")],
  ${rest}
`,
  );
  const compile = ['compile', '--config-only', `${subject}.capnp`, 'config'];
  writeFileSync(
    join(folder, `${subject}.bin`),
    execFileSync('workerd', compile, { cwd: folder, maxBuffer: 2 ** 26 }),
  );
}

/** What the first answer of a new workerd costs, beside the first answer of a bare Worker on Hono. */
export async function measureWorkers(folder: string, rounds: number): Promise<Figure[]> {
  for (const name of ['kv', 'data', 'none']) mkdirSync(join(folder, name));
  bundleService(folder);
  bundleWorker(folder, 'bare-hono');
  bundleWorker(folder, 'bare-hono-log');
  for (const name of ['limiter', 'bare-kv']) stripTypes(folder, name);
  writeConfigurations(folder);
  await seed(folder);
  const bare: Answer[] = [];
  const logging: Answer[] = [];
  const reading: Answer[] = [];
  const own = new Map(REQUESTS.map((request) => [request, [] as Answer[]]));
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await timeFirst(folder, 'bare', { name: 'bare', path: '/' }));
    logging.push(await timeFirst(folder, 'logging', { name: 'logging', path: '/' }));
    reading.push(await timeFirst(folder, 'reading', { name: 'reading', path: `/${SLUG}` }));
    for (const [request, answers] of own) answers.push(await timeFirst(folder, 'service', request));
  }
  const compare = (
    name: string,
    member: keyof Answer,
    [answers, others]: readonly [Answer[], Answer[]],
    atMost?: number,
  ): Figure => ({
    name,
    own: medianOf(answers.map((answer) => answer[member])),
    reference: medianOf(others.map((answer) => answer[member])),
    unit: member === 'wallMs' ? 'ms' : 'ms CPU',
    ...(atMost === undefined ? {} : { atMost }),
  });
  const starts = compare('start of a workerd with the service / with bare Hono', 'startCpuMs', [
    [...own.values()].flat(),
    bare,
  ]);
  const first = [...own].flatMap(([{ name, atMost }, answers]) => [
    compare(`first ${name} of a new workerd / bare Hono's first answer`, 'wallMs', [answers, bare], atMost),
    compare('the same, CPU', 'cpuMs', [answers, bare]),
    compare('the same, CPU, where bare Hono logs its request too', 'cpuMs', [answers, logging]),
  ]);
  const [preset = []] = own.values();
  const kv = compare('first preset summary / first copy that a bare Worker sends on from KV', 'cpuMs', [
    preset,
    reading,
  ]);
  return [starts, ...first, kv];
}
