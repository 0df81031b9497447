import { setTimeout as sleep } from 'node:timers/promises';
import { quantileOf } from './figures/quantiles.ts';
import { call, put, withMadeCatalogue } from './scale/made-catalogue.ts';

/**
 * How long a PUT takes while one client asks for the sitemap and its parts as fast as it may, against how long it takes
 * when nobody does: medians of calls that take turns, in raw workerd over a catalogue of some size.
 */
const SIZE = Number(process.env.BENCH_SIZE ?? 60_000);
const PUTS = Number(process.env.BENCH_PUTS ?? 40);
const ROUNDS = 4;
const PARTS = ['', '?part=1', '?part=2', '?part=news'];

/** Asks one after the other until it is told to stop. @returns how often it was answered. */
async function askForSitemaps(signal: AbortSignal): Promise<number> {
  let answers = 0;
  for (; !signal.aborted; answers += 1) {
    const query = PARTS[answers % PARTS.length] ?? '';
    await (await call(`/sitemap.xml${query}`, { headers: {} })).arrayBuffer();
  }
  return answers;
}

async function timePuts(name: string): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < PUTS; turn += 1) {
    const started = performance.now();
    await put(`${name}-${turn}`, SIZE / 2 + turn * 7 + 0.5);
    times.push(performance.now() - started);
    await sleep(50); // As a newspaper writes: the copies of one are under way while the next comes.
  }
  return times;
}

await withMadeCatalogue(SIZE, async () => {
  await timePuts('warm');
  const idle: number[] = [];
  const crowded: number[] = [];
  let answers = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    idle.push(...(await timePuts(`idle-${round}`)));
    const client = new AbortController();
    const asked = askForSitemaps(client.signal);
    crowded.push(...(await timePuts(`crowded-${round}`)));
    client.abort();
    answers += await asked;
  }
  for (const [name, share] of [
    ['median', 0.5],
    ['90th of 100', 0.9],
  ] as const) {
    const [a, b] = [quantileOf(idle, share), quantileOf(crowded, share)];
    console.log(
      `PUT among ${SIZE.toLocaleString('en')}, ${name}: ${a.toFixed(0)} ms idle,`,
      `${b.toFixed(0)} ms beside ${answers} sitemaps: ${(b / a).toFixed(2)} times`,
    );
  }
});
