import { type Article, termCount } from '../article/read-article.ts';
import { opensWithQuote } from '../article/sentence-signs.ts';
import type { StemIndex } from '../matching/stem-index.ts';
import { measureAskedBefore } from './asked-before.ts';
import { closenessOf, holdsKind } from './kinds-held.ts';
import { coveredInContext, type QuestionMatch } from './match-question.ts';
import { questionWordsOf } from './question-words.ts';
import type { Question } from './read-question.ts';

/** What tells the sentence that answers a question. */
export const ANSWER_FEATURES = [
  'match',
  'match beside the headline',
  'covered in context',
  'words side by side',
  'holds what is asked for',
  'holds it in the right words',
  'close to the question',
  'behind a match',
  'behind its question',
  'behind a question of its kind',
  'says again what "why" presumes',
  'point',
  'opens with quote',
  'long',
] as const;

export const ANSWER_WIDTH: number = ANSWER_FEATURES.length;

/** Scores of the editor's model are differences of a few units. */
const SCORE_SCALE = 5;
const LONG_TERMS = 25;
const LONGEST = 2;
/** Terms from one word of the question to another that belongs to it: "trains at night" for night trains. */
const SIDE_BY_SIDE = 3;
const MOST_PAIRS = 2;

export interface AnswerMaterial {
  index: StemIndex;
  question: Question;
  points: Float64Array;
}

const flag = (condition: boolean): number => (condition ? 1 : 0);

/** How often two different words of the question stand side by side in a sentence, twice at most. */
function countPairs({ starts }: Article, sentence: number, askedAt: (at: number) => number): number {
  const to = starts[sentence + 1] as number;
  let count = 0;
  let [last, lastAt] = [-1, 0];
  for (let at = starts[sentence] as number; at < to; at += 1) {
    const asked = askedAt(at);
    if (asked < 0) continue;
    if (last >= 0 && asked !== last && at - lastAt <= SIDE_BY_SIDE) count += 1;
    [last, lastAt] = [asked, at];
  }
  return Math.min(MOST_PAIRS, count);
}

/** Features of every sentence for one question, row by row. Linear. */
export function measureAnswers(
  article: Article,
  match: QuestionMatch,
  { index, question, points }: AnswerMaterial,
): Float64Array {
  const { kind, stems, meanings } = question;
  const count = article.sentences.length;
  const rows = article.arena.float64(count * ANSWER_WIDTH);
  const words = questionWordsOf(article.language);
  const askedBefore = measureAskedBefore(article, question, match);
  const meaningsAt = (term: number) => meanings.get(index.ofTerm[article.terms[term] as number] as number);
  const askedAt = (term: number) => meaningsAt(term)?.[0]?.[0] ?? -1;
  const tells = (term: number) =>
    meaningsAt(term)?.some(([asked]) => stems[asked]?.announced === false) === true;
  for (let at = 0; at < count; at += 1) {
    const covered = match.covered[at] as number;
    const coveredBefore = at > 0 ? (match.covered[at - 1] as number) : 0;
    const holds = kind === undefined ? 0 : holdsKind(article, at, kind, words);
    rows.set(
      [
        match.scores[at] as number,
        match.telling[at] as number,
        coveredInContext(question, match, at),
        countPairs(article, at, askedAt),
        holds,
        holds * covered,
        kind === undefined ? 0 : closenessOf(article, at, kind, words, tells),
        Math.max(0, coveredBefore - covered),
        askedBefore.words[at] as number,
        askedBefore.kinds[at] as number,
        kind === 'reason' && holds === 0 ? covered : 0,
        (points[at] as number) / SCORE_SCALE,
        flag(opensWithQuote(article, at)),
        Math.min(LONGEST, termCount(article, at) / LONG_TERMS),
      ],
      at * ANSWER_WIDTH,
    );
  }
  return rows;
}
