import { loadavg } from 'node:os';
import { ARTICLE_TEXT, type BenchCase, benchCases, QUERY, seed } from './cases.ts';
import { cpuUs, GENERATOR, type Measurement, measure } from './load.ts';
import { addressOf, startServers } from './servers.ts';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const seconds = Number(process.env.BENCH_SECONDS ?? 3);
const servers = await startServers();
try {
  const cases = benchCases(await seed());
  const results = new Map<string, Measurement[]>(cases.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const c of cases) {
      await measure(c, servers.pid, 1);
      const m = await measure(c, servers.pid, seconds);
      results.get(c.name)?.push(m);
    }
  }
  const median = (v: number[]) => v.toSorted((a, b) => a - b)[Math.floor(v.length / 2)] ?? 0;
  const bare = results.get('bare KV Worker') ?? [];
  for (const c of cases) {
    const r = results.get(c.name) ?? [];
    console.log(
      c.name.padEnd(18),
      median(r.map((m) => m.requestsPerSecond))
        .toFixed(0)
        .padStart(7),
      median(r.map((m) => m.p50Ms))
        .toFixed(2)
        .padStart(7),
      median(r.map((m) => m.p99Ms))
        .toFixed(1)
        .padStart(7),
      median(r.map((m) => m.cpuUsPerRequest))
        .toFixed(0)
        .padStart(6),
      'us  rps/bare',
      median(r.map((m, i) => m.requestsPerSecond / bare[i]!.requestsPerSecond)).toFixed(3),
      'cpu',
      median(r.map((m, i) => m.cpuUsPerRequest / bare[i]!.cpuUsPerRequest)).toFixed(2),
    );
  }
  const times = 200;
  await fetch(`${addressOf('summarize')}/?times=${times}&query=${encodeURIComponent(QUERY)}`, {
    method: 'POST',
    body: ARTICLE_TEXT,
  });
  const b = cpuUs(servers.pid);
  await fetch(`${addressOf('summarize')}/?times=${times * 5}&query=${encodeURIComponent(QUERY)}`, {
    method: 'POST',
    body: ARTICLE_TEXT,
  });
  console.log('summarize', (cpuUs(servers.pid) - b) / times / 5, GENERATOR, loadavg());
} finally {
  servers.stop();
}
