import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BenchCase } from './cases.ts';
import { addressOf } from './servers.ts';

export interface Measurement {
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** CPU time of the server, user and system. */
  cpuUsPerRequest: number;
}

interface Load {
  requests: number;
  seconds: number;
  p50Ms: number;
  p99Ms: number;
  failures: number;
}

const CONNECTIONS = 16;
const run = promisify(execFile);

export const GENERATOR = spawnSync('wrk', ['-v']).error === undefined ? 'wrk' : 'autocannon';

/** One case for some seconds, from another process. @throws when an answer is not 2xx or 3xx. */
export async function measure(benchCase: BenchCase, pid: number, seconds: number): Promise<Measurement> {
  const before = cpuUs(pid);
  const load =
    GENERATOR === 'wrk' ? await loadByWrk(benchCase, seconds) : await loadByAutocannon(benchCase, seconds);
  const spentUs = cpuUs(pid) - before;
  if (load.failures > 0) throw new Error(`${benchCase.name}: ${load.failures} answers failed`);
  return {
    requestsPerSecond: load.requests / load.seconds,
    p50Ms: load.p50Ms,
    p99Ms: load.p99Ms,
    cpuUsPerRequest: spentUs / load.requests,
  };
}

/** Clock ticks are 10 ms on Linux (`getconf CLK_TCK` is 100). */
const TICK_US = 10_000;

export function cpuUs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /su, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_US;
}

async function loadByWrk(benchCase: BenchCase, seconds: number): Promise<Load> {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-wrk-'));
  const script = join(folder, 'case.lua');
  writeFileSync(script, wrkScript(benchCase));
  const url = addressOf(benchCase.server) + benchCase.path;
  const flags = ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '-s', script, url];
  try {
    const { stdout } = await run('wrk', flags);
    return JSON.parse(stdout.slice(stdout.lastIndexOf('\n{')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function wrkScript({ method, headers = {}, body }: BenchCase): string {
  const lines = [
    `wrk.method = ${luaString(method ?? 'GET')}`,
    ...Object.entries(headers).map(
      ([name, value]) => `wrk.headers[${luaString(name)}] = ${luaString(value)}`,
    ),
    ...(body === undefined ? [] : [`wrk.body = ${luaString(body)}`]),
  ];
  return `${lines.join('\n')}
done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format('\\n{"requests":%d,"seconds":%f,"p50Ms":%f,"p99Ms":%f,"failures":%d}',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
`;
}

/** Any byte may stand in a Lua string as a decimal escape. */
function luaString(text: string): string {
  return `"${[...Buffer.from(text)].map((byte) => `\\${String(byte).padStart(3, '0')}`).join('')}"`;
}

function loadByAutocannon(benchCase: BenchCase, seconds: number): Promise<Load> {
  return autocannon(benchCase, ['-d', String(seconds)]);
}

/** Sends just so many, at so many a second as long as the server keeps up. */
export function flood(benchCase: BenchCase, count: number, perSecond: number): Promise<Load> {
  return autocannon(benchCase, ['-a', String(count), '-R', String(perSecond)]);
}

async function autocannon(benchCase: BenchCase, extent: readonly string[]): Promise<Load> {
  const { method, headers = {}, body, path, server } = benchCase;
  const flags = [
    ...['--json', '--no-progress', '-c', String(CONNECTIONS), ...extent, '-m', method ?? 'GET'],
    ...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}=${value}`]),
    ...(body === undefined ? [] : ['-b', body]),
  ];
  const { stdout } = await run('autocannon', [...flags, addressOf(server) + path], { maxBuffer: 1e7 });
  const result = JSON.parse(stdout);
  return {
    requests: result.requests.total,
    seconds: result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    failures: result.errors + result.timeouts + result['4xx'] + result['5xx'],
  };
}
