import { ANSWER_FEATURES, coveredInContext, type QuestionMatch } from './answer-features.ts';
import { isMeasure } from './kinds-held.ts';
import type { Question } from './read-question.ts';

/** What tells whether the best sentence answers the question, or is only about the same thing. */
export const EVIDENCE_FEATURES = [
  'covered in context',
  'telling words held',
  'last word held',
  'measure',
  'measure held',
  'measure half held',
  'measure close to the question',
  'price',
  'name',
  'name close to its word',
  'time',
  'reason',
  'reason held',
  'advice',
  'point',
  'denies',
  'whatever it is',
] as const;

export const EVIDENCE_WIDTH: number = EVIDENCE_FEATURES.length;

const column = (name: (typeof ANSWER_FEATURES)[number]): number => ANSWER_FEATURES.indexOf(name);
const HOLDS = column('holds what is asked for');
const CLOSE_TO_FIRST = column('close to the first word');
const CLOSE_TO_ANY = column('close to any word');
const POINT = column('point');
const DENIES = column('denies');

export interface EvidenceMaterial {
  question: Question;
  match: QuestionMatch;
  /** Answer features of the best sentence, and its number. */
  row: Float64Array;
  best: number;
}

const flag = (condition: boolean): number => (condition ? 1 : 0);

/** How much of what is asked beside the headline's words a sentence and the one before it hold; 1 where that is nothing. */
function tellingHeld(question: Question, match: QuestionMatch, best: number): number {
  const telling = question.stems.map((stem) => (stem.announced ? { ...stem, weight: 0 } : stem));
  return telling.some(({ weight }) => weight > 0)
    ? coveredInContext({ ...question, stems: telling }, match, best)
    : 1;
}

export function measureEvidence({ question, match, row, best }: EvidenceMaterial): Float64Array {
  const { stems, kind } = question;
  const width = stems.length;
  const measured = kind !== undefined && isMeasure(kind);
  const holds = row[HOLDS] as number;
  return Float64Array.of(
    coveredInContext(question, match, best),
    tellingHeld(question, match, best),
    width === 0 ? 0 : (match.held[best * width + width - 1] as number),
    flag(measured),
    flag(measured && holds === 1),
    flag(measured && holds === 0.5),
    measured ? (row[CLOSE_TO_ANY] as number) : 0,
    flag(kind === 'money'),
    flag(kind === 'name'),
    kind === 'name' ? (row[CLOSE_TO_FIRST] as number) : 0,
    flag(kind === 'time'),
    flag(kind === 'reason'),
    flag(kind === 'reason' && holds > 0),
    flag(kind === 'advice'),
    row[POINT] as number,
    row[DENIES] as number,
    1,
  );
}
