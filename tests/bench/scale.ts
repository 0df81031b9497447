import { setTimeout as sleep } from 'node:timers/promises';
import { encodeCursor } from '../../src/core/article/article-list.ts';
import { cpuUs } from './http/load.ts';
import { call, MINUTE_MS, put, START, withMadeCatalogue } from './scale/made-catalogue.ts';

/**
 * What a catalogue costs at 10,000 and at 1,000,000 articles: CPU of raw workerd for one call of each kind, and the ratio.
 * A million articles of a newspaper take more than 2 GB, so their texts and search stand in other objects.
 */
const LARGE = 500_000;
const SIZES = (process.env.BENCH_SIZES ?? '10000,1000000').split(',').map(Number);
const PUTS = Number(process.env.BENCH_CALLS ?? 60);
/** CPU time comes in ticks of 10 ms, and a read takes two or three. */
const READS = 10 * PUTS;

const CASES: [name: string, (turn: number, size: number) => Promise<unknown>, calls?: number][] = [
  ['PUT of a new article', (turn, size) => put(`new-${turn}`, size / 2 + turn * 7 + 0.5), PUTS],
  ['article from the truth', (turn) => read(`/v1/articles/new-${turn % PUTS}`)],
  ['list, newest', () => read('/v1/articles?limit=20')],
  ['list, in the middle', (_, size) => read(`/v1/articles?limit=20&cursor=${middle(size)}`)],
  ['page of a common tag', () => read('/v1/articles?tag=common&limit=20')],
  ['page of a rare tag', () => read('/v1/articles?tag=thousandth&limit=20')],
  ['search, a word of one article', (turn) => read(`/v1/articles?limit=20&search=number${1_000 + turn}`)],
  ['search, a word of all', () => read('/v1/articles?limit=20&search=ferry')],
  ['status', () => read('/v1/status')],
  ['sitemap, the index', (turn) => readPublic(`/sitemap.xml?turn=${turn}`)],
  ['sitemap, a part', (turn) => readPublic(`/sitemap.xml?part=2&turn=${turn}`)],
];

async function read(path: string): Promise<void> {
  await (await call(path)).arrayBuffer();
}

async function readPublic(path: string): Promise<void> {
  await (await call(path, { headers: {} })).arrayBuffer();
}

function middle(size: number): string {
  return encodeCursor({ publishedAt: START + (size / 2) * MINUTE_MS, slug: 'm', direction: 'after' });
}

/** CPU in ms of one call of each kind, the projections that it causes included. */
function measure(size: number): Promise<Map<string, number>> {
  return withMadeCatalogue(
    size,
    async ({ pid }) => {
      const cost = new Map<string, number>();
      for (let turn = PUTS; turn < PUTS + 30; turn += 1) await put(`new-${turn}`, turn + 0.5); // Warm.
      await sleep(3_000);
      for (const [name, work, calls = READS] of CASES) {
        for (let turn = 0; turn < 30; turn += 1) await work(PUTS + 100 + turn, size); // Compiled, and in the page cache.
        const before = cpuUs(pid);
        for (let turn = 0; turn < calls; turn += 1) await work(turn, size);
        await sleep(1_500);
        cost.set(name, (cpuUs(pid) - before) / calls / 1_000);
      }
      return cost;
    },
    size < LARGE ? 'beside the order' : 'in volumes',
  );
}

const [small, large] = [await measure(SIZES[0] ?? 0), await measure(SIZES[1] ?? 0)];
console.log(
  `CPU of one call in ms, mean of ${PUTS} PUTs, ${READS} reads`.padEnd(40),
  ...SIZES.map((size) => size.toLocaleString('en').padStart(11)),
  '   ratio',
);
for (const [name] of CASES) {
  const [a = 0, b = 0] = [small.get(name), large.get(name)];
  console.log(
    name.padEnd(40),
    a.toFixed(2).padStart(11),
    b.toFixed(2).padStart(11),
    (b / a).toFixed(2).padStart(8),
  );
}
