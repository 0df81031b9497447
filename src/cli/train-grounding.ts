import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Lexicon } from '../core/grounding/model/lexicon.ts';
import { WORD_FEATURES } from '../core/grounding/model/word-features.ts';
import { thresholdCatching } from './evaluation/grounding/measures.ts';
import { readPairs } from './evaluation/grounding/pairs.ts';
import { readAllPairs } from './training/grounding/pair-reading.ts';
import { crossScores, trainGrounding } from './training/grounding/train-grounding.ts';

/** `npm run train:grounding`: learns the gate's model from judged summaries; the same bytes in every run. */
const MODEL = fileURLToPath(new URL('../core/grounding/model/', import.meta.url));
/** Share of the inconsistent summaries that the gate has to catch, measured on domains that it did not learn from. */
const CAUGHT_SHARE = 0.8;
const HUNDRED = 100;

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/grounding' },
    out: { type: 'string', default: MODEL },
  },
});

const readings = readAllPairs(readPairs(options.data), new Lexicon('en', { words: '', odds: [] }));
const scored = crossScores(readings).map((score, at) => ({
  score,
  consistent: readings[at]?.pair.consistent === true,
}));
const passing = thresholdCatching(scored, CAUGHT_SHARE);
const { trees, words } = trainGrounding(readings);
const known = [...words].sort(([left], [right]) => (left < right ? -1 : 1));
const lexicon = {
  words: known.map(([word]) => word).join(' '),
  odds: known.map(([, odds]) => odds),
};
const threshold = Math.round(HUNDRED * Math.log((1 - passing) / passing));
writeFileSync(`${options.out}/lexicon.json`, `${JSON.stringify(lexicon)}\n`);
writeFileSync(`${options.out}/grounding-weights.json`, `${JSON.stringify({ trees, threshold })}\n`);

const used = new Map<number, number>();
for (const feature of trees.features) if (feature >= 0) used.set(feature, (used.get(feature) ?? 0) + 1);
console.log(
  `${readings.length} summaries, ${known.length} words; a word is a fault from log-odds ${threshold} on`,
);
for (const [feature, times] of [...used].sort(([, left], [, right]) => right - left))
  console.log(`${String(times).padStart(4)} cuts by ${WORD_FEATURES[feature]}`);
