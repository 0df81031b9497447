import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { EDITOR_FEATURES } from '../core/summarizer/model/editor-features.ts';
import { readSet, type Specimen } from './evaluation/corpus.ts';
import { readJudged } from './evaluation/reading/bench.ts';
import { JUDGED_SETS } from './evaluation/reading/judged-sets.ts';
import { type ChoiceLesson, trainChoice } from './training/choice-trainer.ts';
import { judgedLessons, referenceLesson, withHeadline } from './training/editor-lessons.ts';
import { EDITOR_PLAN } from './training/editor-plan.ts';

const WEIGHTS = fileURLToPath(new URL('../core/summarizer/model/editor-weights.json', import.meta.url));

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/summarization' },
    judged: { type: 'string', multiple: true, default: JUDGED_SETS },
    out: { type: 'string', default: WEIGHTS },
  },
});

const { references, gist, point } = EDITOR_PLAN;

function loadReferences(): { headed: ChoiceLesson[]; bare: ChoiceLesson[] } {
  const read = (set: string, [from, to]: readonly [number, number]): Specimen[] =>
    readSet(options.data, set, 'train').slice(from, to);
  const learn = (specimens: readonly Specimen[]) =>
    specimens.flatMap((specimen) => referenceLesson(specimen) ?? []);
  const english = read('en-cnndm', references.headedEnglish).flatMap((one) => withHeadline(one) ?? []);
  const others = ['fr-orangesum', 'vi-vietnews'].flatMap((set) => read(set, references.heldOut));
  return { headed: learn([...others, ...english]), bare: learn(read('en-cnndm', references.bareEnglish)) };
}

const judged = options.judged.flatMap(readJudged);
const { headed, bare } = loadReferences();
const lessons = (marks: Parameters<typeof judgedLessons>[1]) =>
  judged.flatMap((article) => judgedLessons(article, marks));
const weights = {
  gist: trainChoice(EDITOR_FEATURES, lessons(['gist']), headed, gist.referenceShare * judged.length, gist),
  point: trainChoice(
    EDITOR_FEATURES,
    lessons(['gist', 'key']),
    [...headed, ...bare],
    point.referenceShare * judged.length,
    point,
  ),
};
writeFileSync(options.out, `${JSON.stringify(weights)}\n`);
console.error(`${judged.length} judged articles, ${headed.length + bare.length} references: ${options.out}`);
EDITOR_FEATURES.forEach((name, at) => {
  console.log(
    `${name.padEnd(28)} ${String(weights.gist[at]).padStart(6)} ${String(weights.point[at]).padStart(6)}`,
  );
});
