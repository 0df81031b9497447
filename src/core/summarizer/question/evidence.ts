import { ANSWER_FEATURES } from './answer-features.ts';
import { isMeasure } from './kinds-held.ts';
import { coveredInContext, type QuestionMatch } from './match-question.ts';
import type { AnswerKind } from './question-words.ts';
import type { Question } from './read-question.ts';

/** Kinds of questions that are left open more or less often than others, words alike. */
const KINDS_APART = ['name', 'time', 'reason', 'advice', 'which', 'manner'] as const;

/** What tells whether the best sentence answers the question, or is only about the same thing. */
export const EVIDENCE_FEATURES = [
  'covered in context',
  'last word held',
  'measure',
  'measure held in the right words',
  'measure half held',
  'measure close to the question',
  'size or age not held',
  'extent held in the right words',
  'reason held',
  'behind its question',
  'point',
  'few words',
  ...KINDS_APART,
  'whatever it is',
] as const;

export const EVIDENCE_WIDTH: number = EVIDENCE_FEATURES.length;

const column = (name: (typeof ANSWER_FEATURES)[number]): number => ANSWER_FEATURES.indexOf(name);
const HOLDS = column('holds what is asked for');
const RIGHT_WORDS = column('holds it in the right words');
const CLOSE = column('close to the question');
const BEHIND = column('behind its question');
const POINT = column('point');

export interface EvidenceMaterial {
  question: Question;
  match: QuestionMatch;
  /** Answer features of the best sentence, and its number. */
  row: Float64Array;
  best: number;
}

const flag = (condition: boolean): number => (condition ? 1 : 0);

export function measureEvidence({ question, match, row, best }: EvidenceMaterial): Float64Array {
  const { stems, kind } = question;
  const width = stems.length;
  const measured = kind !== undefined && isMeasure(kind);
  const holds = row[HOLDS] as number;
  const rightWords = (row[RIGHT_WORDS] as number) > 0;
  const isKind = (one: AnswerKind): number => flag(kind === one);
  return Float64Array.of(
    coveredInContext(question, match, best),
    width === 0 ? 0 : (match.held[best * width + width - 1] as number),
    flag(measured),
    flag(measured && holds === 1 && rightWords),
    flag(measured && holds === 0.5),
    measured ? (row[CLOSE] as number) : 0,
    flag((kind === 'size' || kind === 'age') && holds < 1),
    flag(kind === 'extent' && rightWords),
    flag(kind === 'reason' && holds > 0),
    row[BEHIND] as number,
    row[POINT] as number,
    flag(width < 2),
    ...KINDS_APART.map(isKind),
    1,
  );
}
