import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { EDITOR_FEATURES } from '../core/summarizer/model/editor-features.ts';
import { readJudged } from './evaluation/reading/bench.ts';
import { JUDGED_SETS } from './evaluation/reading/judged-sets.ts';
import { loadReferences, trainEditorWeights } from './training/train-editor-weights.ts';

const WEIGHTS = fileURLToPath(new URL('../core/summarizer/model/editor-weights.json', import.meta.url));

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/summarization' },
    judged: { type: 'string', multiple: true, default: JUDGED_SETS },
    out: { type: 'string', default: WEIGHTS },
  },
});

const judged = options.judged.flatMap(readJudged);
const references = loadReferences(options.data);
const weights = trainEditorWeights(judged, references);
writeFileSync(options.out, `${JSON.stringify(weights)}\n`);
const count = references.headed.length + references.bare.length;
console.error(`${judged.length} judged articles, ${count} references: ${options.out}`);
EDITOR_FEATURES.forEach((name, at) => {
  console.log(
    `${name.padEnd(28)} ${String(weights.gist[at]).padStart(6)} ${String(weights.point[at]).padStart(6)}`,
  );
});
