import { EDITOR_FEATURES } from '../../core/summarizer/model/editor-features.ts';
import type { EditorWeights } from '../../core/summarizer/model/editor-model.ts';
import { readSet, type Specimen } from '../evaluation/corpus.ts';
import type { JudgedArticle } from '../evaluation/reading/bench.ts';
import { type ChoiceLesson, trainChoice } from './choice-trainer.ts';
import { judgedLessons, referenceLesson, withHeadline } from './editor-lessons.ts';
import { EDITOR_PLAN } from './editor-plan.ts';

/** Lessons of documents with reference summaries: those that have a headline, and those that have none. */
export interface References {
  headed: ChoiceLesson[];
  bare: ChoiceLesson[];
}

export function loadReferences(folder: string): References {
  const { references } = EDITOR_PLAN;
  const read = (set: string, [from, to]: readonly [number, number]): Specimen[] =>
    readSet(folder, set, 'train').slice(from, to);
  const learn = (specimens: readonly Specimen[]) =>
    specimens.flatMap((specimen) => referenceLesson(specimen) ?? []);
  const english = read('en-cnndm', references.headedEnglish).flatMap((one) => withHeadline(one) ?? []);
  const others = ['fr-orangesum', 'vi-vietnews'].flatMap((set) => read(set, references.heldOut));
  return { headed: learn([...others, ...english]), bare: learn(read('en-cnndm', references.bareEnglish)) };
}

/** Learns what an editor takes as gist and as key points, from judged articles and from references together. */
export function trainEditorWeights(
  judged: readonly JudgedArticle[],
  { headed, bare }: References,
): EditorWeights {
  const { gist, point } = EDITOR_PLAN;
  const lessons = (marks: Parameters<typeof judgedLessons>[1]) =>
    judged.flatMap((article) => judgedLessons(article, marks));
  const train = (
    plan: typeof gist,
    marks: Parameters<typeof judgedLessons>[1],
    references: readonly ChoiceLesson[],
  ) => trainChoice(EDITOR_FEATURES, lessons(marks), references, plan.referenceShare * judged.length, plan);
  return { gist: train(gist, ['gist'], headed), point: train(point, ['gist', 'key'], [...headed, ...bare]) };
}
