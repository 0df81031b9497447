import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { peers } from '../../src/cli/evaluation/peers.ts';
import {
  chooseSentences,
  detectLanguage,
  rankSentences,
  splitSentences,
  summarize,
} from '../../src/core/summarizer/index.ts';
import { readOnce } from './summarizer/floor.ts';
import { timeInWorkerd } from './summarizer/workerd.ts';

/**
 * `node tests/bench/summarizer.ts [article]`: what a summary costs, as ratios within this run. First the article of
 * 2.5 KB against the floor and the npm peers, then growth up to 1 MB, then both inside workerd, then sizes. The compiler
 * settles within seconds: WARM_UP_MS=3000 times what it makes of everybody by then.
 */
const SEED = process.argv[2] ?? fileURLToPath(new URL('../../../shared/seed-page.txt', import.meta.url));
const WARM_UP_MS = Number(process.env.WARM_UP_MS ?? 300);
const SAMPLES = 15;
const SIZES_KB = [10, 40, 160, 640, 1024];
const ENTRY = fileURLToPath(new URL('../../src/core/summarizer/index.ts', import.meta.url));

/** The six paragraphs of the page, or our own words when it is not at hand. */
function readBody(): string {
  if (!existsSync(SEED)) {
    console.log(`no article at ${SEED}; a made one is timed`);
    return makeText(2500);
  }
  return readFileSync(SEED, 'utf8').split('\n\n').slice(2, 8).join('\n\n');
}

const SYLLABLES = 'ba ce di fo gu la me ni po ru sa te vi xo za'.split(' ');

/** Prose of made words that does not repeat: sentences of 12 to 24 words, five to a paragraph. */
function makeText(length: number): string {
  let state = 7;
  const below = (bound: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  const word = () => Array.from({ length: 1 + below(4) }, () => SYLLABLES[below(SYLLABLES.length)]).join('');
  const sentence = () => {
    const words = Array.from({ length: 12 + below(12) }, (_, at) => (at % 3 === 1 ? 'the' : word())).join(
      ' ',
    );
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  };
  const paragraphs: string[] = [];
  for (let size = 0; size < length; ) {
    const paragraph = Array.from({ length: 5 }, sentence).join(' ');
    paragraphs.push(paragraph);
    size += paragraph.length + 2;
  }
  return paragraphs.join('\n\n').slice(0, length);
}

/** Median microseconds of one run, after warming up. */
async function timeMedian(run: () => unknown): Promise<number> {
  const warmUntil = performance.now() + WARM_UP_MS;
  let rounds = 0;
  while (performance.now() < warmUntil || rounds < 3) {
    await run();
    rounds += 1;
  }
  const perSample = Math.max(1, Math.floor(rounds / SAMPLES));
  const samples: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const start = performance.now();
    for (let round = 0; round < perSample; round += 1) await run();
    samples.push((1000 * (performance.now() - start)) / perSample);
  }
  return samples.sort((a, b) => a - b)[SAMPLES >> 1] as number;
}

/** Best of seven microseconds of one run. */
function timeBest(run: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 7; attempt += 1) {
    const start = performance.now();
    run();
    best = Math.min(best, 1000 * (performance.now() - start));
  }
  return best;
}

/** Least-squares slope of log time over log size: 1 is linear. */
function slopeOf(times: readonly number[]): number {
  const points = times.map((time, at) => [Math.log(SIZES_KB[at] as number), Math.log(time)] as const);
  const mean = (part: 0 | 1) => points.reduce((sum, point) => sum + point[part], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return over / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

const body = readBody();
const floor = await timeMedian(() => readOnce(body));
const row = (name: string, time: number) =>
  console.log(
    `${name.padEnd(34)} ${time.toFixed(1).padStart(10)} us ${(time / floor).toFixed(2).padStart(9)} x floor`,
  );
console.log(`article of ${body.length} characters; medians`);
row('floor: segmentation and words', floor);
row('splitSentences', await timeMedian(() => splitSentences(body, 'en')));
row('detectLanguage', await timeMedian(() => detectLanguage(body)));
const ranked = rankSentences(body);
row('rankSentences, language given', await timeMedian(() => rankSentences(body, { language: 'en' })));
row('rankSentences, language detected', await timeMedian(() => rankSentences(body)));
row('chooseSentences, 3 of a ranking', await timeMedian(() => chooseSentences(ranked, { sentences: 3 })));
const ours = await timeMedian(() => summarize(body, { sentences: 3 }));
row('summarize', ours);
let fastest = Number.POSITIVE_INFINITY;
for (const peer of peers) {
  const time = await timeMedian(() =>
    peer.summarize({ id: 'seed', language: 'en', text: body, references: [] }, 3),
  );
  fastest = Math.min(fastest, time);
  row(peer.name, time);
}
console.log(`fastest peer / ours: ${(fastest / ours).toFixed(1)}`);

const texts = SIZES_KB.map((size) => makeText(size * 1024));
const floors = texts.map((text) => timeBest(() => readOnce(text)));
const times = texts.map((text) => timeBest(() => summarize(text, { language: 'en' })));
console.log('\ngrowth, best of seven');
SIZES_KB.forEach((size, at) => {
  console.log(
    `${String(size).padStart(5)} KB  floor ${((floors[at] as number) / 1000).toFixed(2).padStart(8)} ms  summarize ${((times[at] as number) / 1000).toFixed(2).padStart(8)} ms`,
  );
});
console.log(`log-log slope: floor ${slopeOf(floors).toFixed(3)}, summarize ${slopeOf(times).toFixed(3)}`);

const inside = await timeInWorkerd(body);
console.log(
  `\ninside workerd: floor ${inside.floor.toFixed(1)} us, summarize ${inside.summarize.toFixed(1)} us, ${(inside.summarize / inside.floor).toFixed(2)} x floor`,
);

const bundle = await build({
  entryPoints: [ENTRY],
  bundle: true,
  minify: true,
  format: 'esm',
  write: false,
  logLevel: 'error',
});
const detector = await build({
  entryPoints: [ENTRY.replace('index.ts', 'language/detect-language.ts')],
  bundle: true,
  minify: true,
  format: 'esm',
  write: false,
  logLevel: 'error',
});
const gzipped = (result: typeof bundle) =>
  gzipSync(result.outputFiles[0]?.contents ?? '', { level: 9 }).length;
console.log(
  `size, minified and gzip: summariser with weights ${gzipped(bundle)} bytes, language detection alone ${gzipped(detector)} bytes`,
);
