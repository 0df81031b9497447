import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { StoredProfile } from '../core/summarizer/model/language-profile.ts';
import { SENTENCE_FEATURES } from '../core/summarizer/model/sentence-features.ts';
import { comparedSentences, listSets, readSet } from './evaluation/corpus.ts';
import { type Lesson, readLesson } from './training/lesson.ts';
import { estimatorFolds, PROFILE_PLANS, type ProfilePlan } from './training/plans.ts';
import { trainEstimator } from './training/train-profile.ts';
import { trainSelection } from './training/train-selection.ts';
import { listWords, NO_WORDS, type WordList } from './training/word-list.ts';

const WEIGHTS = fileURLToPath(new URL('../core/summarizer/model/weights.json', import.meta.url));

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

function wordsOf(plan: ProfilePlan, lessons: readonly Lesson[]): WordList {
  return plan.words === undefined ? NO_WORDS : listWords(lessons, plan.words.fewest, plan.words.most);
}

/** What a summary is worth as a set, learned on estimates that never saw the document they judge. */
function learnSelection(plan: ProfilePlan, lessons: readonly Lesson[], seed: number) {
  const { selection } = plan;
  if ('sentence' in selection)
    return { ...selection, sentence: SENTENCE_FEATURES.map((feature) => selection.sentence[feature] ?? 0) };
  const judged = estimatorFolds(lessons, plan.folds).flatMap(({ held, rest }) => {
    const profile = trainEstimator(rest, wordsOf(plan, rest), seed);
    return held.map((lesson) => ({ lesson, profile }));
  });
  const learned = trainSelection(judged, { ...selection, seed });
  if (plan.served === undefined) return learned;
  const { referenceShare, sentenceShare = 1, sentence = {} } = plan.served;
  return {
    ...learned,
    referenceShare,
    sentence: SENTENCE_FEATURES.map(
      (feature, at) =>
        sentence[feature] ?? Number(((learned.sentence[at] as number) * sentenceShare).toFixed(4)) + 0,
    ),
  };
}

function trainOne(name: string, plan: ProfilePlan, lessons: readonly Lesson[], seed: number): StoredProfile {
  const own = plan.pick(lessons);
  log(`${name}: ${own.length} documents`);
  const selection = learnSelection(plan, own, seed);
  const profile = { ...trainEstimator(own, wordsOf(plan, own), seed), ...selection };
  log(`${name}: done`);
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
