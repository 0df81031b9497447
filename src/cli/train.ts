import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { StoredProfile } from '../core/summarizer/profile.ts';
import { comparedSentences, listSets, readSet } from './evaluation/corpus.ts';
import { type Lesson, readLesson } from './training/lesson.ts';
import { estimatorFolds, PROFILE_PLANS, type ProfilePlan } from './training/plans.ts';
import { trainEstimator } from './training/train-profile.ts';
import { trainSelection } from './training/train-selection.ts';
import { listWords, NO_WORDS } from './training/word-list.ts';

const WEIGHTS = fileURLToPath(new URL('../core/summarizer/weights.json', import.meta.url));

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/summarization' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: WEIGHTS },
    only: { type: 'string' },
  },
});

const started = performance.now();
const log = (line: string) =>
  console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}`);

function loadLessons(): Lesson[] {
  return listSets(options.data, 'train').flatMap((name) =>
    readSet(options.data, name, 'train').map((specimen) => readLesson(specimen, comparedSentences(name))),
  );
}

function trainOne(name: string, plan: ProfilePlan, lessons: readonly Lesson[], seed: number): StoredProfile {
  const own = plan.pick(lessons);
  log(`${name}: ${own.length} documents`);
  const words = plan.words === undefined ? NO_WORDS : listWords(own, plan.words.fewest, plan.words.most);
  const folds = estimatorFolds(own, plan.folds);
  const judged = folds.flatMap(({ held, rest }) => {
    const profile = trainEstimator(
      rest,
      plan.words === undefined ? NO_WORDS : listWords(rest, plan.words.fewest, plan.words.most),
      seed,
    );
    return held.map((lesson) => ({ lesson, profile }));
  });
  log(`${name}: ${folds.length} held-out estimators`);
  const selection = trainSelection(judged, { ...plan.selection, seed });
  const profile = { ...trainEstimator(own, words, seed), ...selection };
  log(`${name}: done, ${words.words.length} words`);
  return profile;
}

const lessons = loadLessons();
const previous =
  options.only === undefined
    ? {}
    : (JSON.parse(readFileSync(options.out, 'utf8')) as Record<string, StoredProfile>);
const trained = Object.entries(PROFILE_PLANS)
  .filter(([name]) => options.only === undefined || options.only.split(',').includes(name))
  .map(([name, plan]) => [name, trainOne(name, plan, lessons, Number(options.seed))] as const);
const json = `${JSON.stringify({ ...previous, ...Object.fromEntries(trained) })}\n`;
writeFileSync(options.out, json);
log(`${options.out}: ${json.length} bytes, ${gzipSync(json, { level: 9 }).length} gzip`);
for (const [name, { pairWorth, sentence }] of trained)
  console.log(JSON.stringify({ name, pairWorth, sentence }));
