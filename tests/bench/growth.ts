import { SeededRandom } from '../../src/cli/training/random.ts';
import { HOSTILE_UNITS } from './growth/alphabet.ts';
import { ENTRIES } from './growth/entries.ts';

/**
 * Whether the work grows with the text, and no faster, wherever text of strangers comes in. Texts are one to four pieces of
 * a hostile alphabet, repeated; each is tried at growing lengths from 20 KB to 1 MB. CPU time of the thread over the last
 * two steps (a factor of five and more) tells the exponent; one at 1.3 or above, measured three times, fails the run.
 *
 * `BENCH_SEED` repeats a run, `BENCH_TEXTS` sets how many texts each entry gets, `BENCH_ENTRY` chooses entries.
 */
const LENGTHS = [20_000, 60_000, 180_000, 520_000, 1_000_000];
const EXPONENT_MAX = 1.3;
/** Less tells nothing: the collector and the compiler take as much. */
const TELLING_MS = 25;
/** What takes longer is judged by what was seen so far. */
const ENOUGH_MS = 1_500;
const TEXTS = Number(process.env.BENCH_TEXTS ?? 25);
const seed = Number(process.env.BENCH_SEED ?? Math.floor(Math.random() * 2 ** 31));
const wanted = process.env.BENCH_ENTRY ?? '';

interface Growth {
  exponent: number;
  length: number;
  ms: number;
}

function cpuMs(entry: (text: string) => unknown, text: string): number {
  const before = process.threadCpuUsage();
  try {
    entry(text);
  } catch {
    // A refusal is an answer; what it cost counts.
  }
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

/** The exponent over the last two steps that could be measured; the quickest of `attempts` counts for each length. */
function growthOf(entry: (text: string) => unknown, unit: string, attempts: number): Growth {
  const measured: [length: number, ms: number][] = [];
  for (const length of LENGTHS) {
    const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
    const ms = Math.min(...Array.from({ length: attempts }, () => cpuMs(entry, text)));
    measured.push([length, ms]);
    if (ms > ENOUGH_MS) break;
  }
  const [length, ms] = measured.at(-1) ?? [1, 0];
  const [shorter, lessMs] = measured.at(-3) ?? measured[0] ?? [1, 0];
  const exponent = ms < TELLING_MS ? 0 : Math.log(ms / Math.max(lessMs, 0.5)) / Math.log(length / shorter);
  return { exponent, length, ms };
}

const random = new SeededRandom(seed);
const pick = <T>(items: readonly T[]): T => items[random.below(items.length)] as T;
console.log(`seed ${seed}, ${TEXTS} texts for each entry`);
for (const [name, entry] of Object.entries(ENTRIES).filter(([key]) => key.startsWith(wanted))) {
  const worst = { exponent: 0, ms: 0, perMegabyteMs: 0, unit: '' };
  for (let text = 0; text < TEXTS; text += 1) {
    const unit = Array.from({ length: 1 + random.below(4) }, () => pick(HOSTILE_UNITS)).join('');
    let growth = growthOf(entry, unit, 1);
    if (growth.exponent >= EXPONENT_MAX) growth = growthOf(entry, unit, 3);
    if (growth.exponent >= EXPONENT_MAX) {
      process.exitCode = 1;
      const { exponent, length, ms } = growth;
      console.log(
        `GROWS  ${name}: ${JSON.stringify(unit)} ${ms.toFixed(0)} ms at ${length}, n^${exponent.toFixed(2)}`,
      );
    }
    const perMegabyteMs = (growth.ms / growth.length) * 1_000_000;
    if (growth.exponent > worst.exponent) worst.exponent = growth.exponent;
    if (perMegabyteMs > worst.perMegabyteMs) Object.assign(worst, { perMegabyteMs, unit });
  }
  console.log(
    name.padEnd(32),
    `n^${worst.exponent.toFixed(2)} at most, ${worst.perMegabyteMs.toFixed(0).padStart(6)} ms a megabyte at most:`,
    JSON.stringify(worst.unit),
  );
}
