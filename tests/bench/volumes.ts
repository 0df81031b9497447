import { setTimeout as sleep } from 'node:timers/promises';
import { cpuUs } from './http/load.ts';
import { call, put, type Texts, withMadeCatalogue } from './scale/made-catalogue.ts';

/**
 * What texts in a volume cost beside texts in the object of the order: CPU of raw workerd for one call of each kind, the
 * copies that it causes included, and the time until its answer. Both in one run, in turns.
 */
const ARTICLES = 1_000;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const PUTS = 60;
const READS = 10 * PUTS;
const KINDS: [name: string, calls: number, work: (turn: number) => Promise<unknown>][] = [
  ['PUT of a new article', PUTS, (turn) => put(`new-${turn}`, turn + 0.5)],
  ['article from the truth', READS, (turn) => read(`/v1/articles/new-${turn % PUTS}`)],
  ['50 records of a backup', PUTS, () => read('/v1/records?limit=50&after=new')],
];

type Figures = Map<string, { cpuMs: number; wallMs: number }>;

async function read(path: string): Promise<void> {
  await (await call(path)).arrayBuffer();
}

function measure(texts: Texts): Promise<Figures> {
  return withMadeCatalogue(
    ARTICLES,
    async ({ pid }) => {
      const figures: Figures = new Map();
      for (let turn = PUTS; turn < PUTS + 30; turn += 1) await put(`new-${turn}`, turn + 0.5); // Warm.
      await sleep(3_000);
      for (const [name, calls, work] of KINDS) {
        const [cpuBefore, from] = [cpuUs(pid), performance.now()];
        for (let turn = 0; turn < calls; turn += 1) await work(turn);
        const wallMs = (performance.now() - from) / calls;
        await sleep(1_500);
        figures.set(name, { cpuMs: (cpuUs(pid) - cpuBefore) / calls / 1_000, wallMs });
      }
      return figures;
    },
    texts,
  );
}

const rounds: Record<Texts, Figures[]> = { 'beside the order': [], 'in volumes': [] };
for (let round = 0; round < ROUNDS; round += 1)
  for (const texts of ['beside the order', 'in volumes'] as const) rounds[texts].push(await measure(texts));

const best = (texts: Texts, name: string, member: 'cpuMs' | 'wallMs') =>
  Math.min(...rounds[texts].map((figures) => figures.get(name)?.[member] ?? Number.NaN));
for (const [name] of KINDS)
  for (const [what, member] of [['CPU', 'cpuMs'] as const, ['answer', 'wallMs'] as const]) {
    const [own, volume] = [best('beside the order', name, member), best('in volumes', name, member)];
    console.log(
      `${name.padEnd(24)} ${what.padEnd(7)} ${own.toFixed(2).padStart(7)} ms beside the order, ${volume.toFixed(2).padStart(7)} in a volume: ${(volume / own).toFixed(2)}`,
    );
  }
