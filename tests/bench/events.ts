import { loadavg } from 'node:os';
import { medianOf } from './figures/quantiles.ts';
import type { BenchCase } from './http/cases.ts';
import { seed } from './http/cases.ts';
import { TOKEN } from './http/deployments.ts';
import { cpuUs, flood, measure } from './http/load.ts';
import { addressOf, startServers } from './http/servers.ts';

/**
 * What counting costs, on raw workerd: the CPU of an event beside that of a bare hello, in turns; then a flood, how much of
 * it the figures hold afterwards, and what a reader waits meanwhile.
 */
const ROUNDS = 5;
const SECONDS = 1;
const FLOOD_COUNT = 10_000;
const FLOOD_PER_SECOND = 2_500;
/** Readers come when they come: a client that asks again at once would take whatever the events leave of the core. */
const READS_PER_SECOND = 200;
const SLUG = 'the-night-shift-that-listens-to-the-streets';

const hello: BenchCase = { name: 'bare hello', server: 'hello', path: '/' };
const read: BenchCase = { name: 'summary', server: 'service', path: `/v1/articles/${SLUG}/summary` };
const event: BenchCase = {
  name: 'event',
  server: 'service',
  path: '/v1/events',
  method: 'POST',
  headers: { 'Content-Type': 'text/plain' },
  body: JSON.stringify({ url: `https://news.example/articles/${SLUG}`, place: 'top', events: ['seen'] }),
};

const servers = await startServers();
try {
  await seed();
  for (const benchCase of [hello, event, read]) await measure(benchCase, servers.pid, 1);
  await compareCpu();
  await floodBesideReads();
} finally {
  await servers.stop();
}

async function compareCpu(): Promise<void> {
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bare = await measure(hello, servers.pid, SECONDS);
    const counted = await measure(event, servers.pid, SECONDS);
    ratios.push(counted.cpuUsPerRequest / bare.cpuUsPerRequest);
  }
  const all = ratios.map((ratio) => ratio.toFixed(2)).join(' ');
  console.log(
    `an event costs ${medianOf(ratios).toFixed(2)} x the CPU of a bare hello (${all}; load average ${loadavg()[0]?.toFixed(1)})`,
  );
}

async function floodBesideReads(): Promise<void> {
  const seconds = FLOOD_COUNT / FLOOD_PER_SECOND;
  const someReads = () => flood(read, READS_PER_SECOND * seconds, READS_PER_SECOND);
  const quiet = await someReads();
  const before = await seenCount();
  const cpuBefore = cpuUs(servers.pid);
  const [sent, beside] = await Promise.all([flood(event, FLOOD_COUNT, FLOOD_PER_SECOND), someReads()]);
  const busySeconds = (cpuUs(servers.pid) - cpuBefore) / 1e6;
  const after = await someReads();
  const lost = before + FLOOD_COUNT - (await seenCount());
  console.log(
    `${FLOOD_COUNT} events at ${Math.round(FLOOD_COUNT / sent.seconds)} a second, ${sent.failures} refused, ${lost} lost; with the reads they took ${busySeconds.toFixed(1)} s of one core, which alone carries ${Math.round(FLOOD_COUNT / busySeconds)} a second`,
  );
  for (const [name, { p50Ms, p99Ms }] of [
    ['before', quiet],
    ['meanwhile', beside],
    ['after', after],
  ] as const)
    console.log(`a summary ${name}: p50 ${p50Ms} ms, p99 ${p99Ms} ms`);
}

async function seenCount(): Promise<number> {
  const answer = await fetch(`${addressOf('service')}/v1/measures?from=2000-01-01&to=2999-12-31`, {
    headers: { Authorization: `Bearer ${TOKEN}` },
  });
  const { total } = (await answer.json()) as { total: { seen: number } };
  return total.seen;
}
