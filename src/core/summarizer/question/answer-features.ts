import { type Article, termCount } from '../article/read-article.ts';
import { opensWithQuote } from '../article/sentence-signs.ts';
import type { SourceMatch } from '../matching/match-source.ts';
import { listTerms } from '../terms/scan-terms.ts';
import { TERM_CAPITAL, TERM_DIGIT, TERM_FIRST } from '../terms/term-list.ts';
import { type AnswerKind, type HashedQuestionWords, questionWordsOf } from './question-words.ts';

/** What tells the sentence that answers a question. */
export const ANSWER_FEATURES = [
  'match',
  'covered',
  'match in context',
  'matches most',
  'holds what is asked for',
  'lacks what is asked for',
  'point',
  'gist',
  'opens with quote',
  'short',
  'leans back',
] as const;

export const ANSWER_WIDTH: number = ANSWER_FEATURES.length;

const SHORT_LENGTH = 6;
/** What stands in the sentence before counts so much, more where one leans on it. */
const CONTEXT_SHARE = 0.3;
const LEANING_SHARE = 0.7;
/** Scores of the editor's model are differences of a few units. */
const SCORE_SCALE = 5;

/** What a question asks for; undefined where its words do not tell. */
export function kindOf(query: string, language: string): AnswerKind | undefined {
  const { kinds } = questionWordsOf(language);
  const list = listTerms(query);
  for (let at = 0; at < list.length; at += 1) {
    const kind = kinds.get(list.hashAt(at));
    if (kind !== undefined && kind !== 'other') return kind;
  }
  return undefined;
}

/** Whether a sentence holds a thing of this kind. */
function holdsKind(article: Article, at: number, kind: AnswerKind, words: HashedQuestionWords): boolean {
  const { starts, terms, table, list } = article;
  const to = starts[at + 1] as number;
  for (let term = starts[at] as number; term < to; term += 1) {
    const shape = list.shapeAt(term);
    const hash = table.hashAt(terms[term] as number);
    const digit = (shape & TERM_DIGIT) !== 0;
    const name = (shape & (TERM_CAPITAL | TERM_FIRST)) === TERM_CAPITAL;
    if (kind === 'number' && (digit || words.numbers.has(hash))) return true;
    if (kind === 'time' && (digit || words.times.has(hash))) return true;
    if ((kind === 'name' || kind === 'place') && name) return true;
    if (kind === 'reason' && words.reasons.has(hash)) return true;
  }
  return false;
}

export interface AnswerMaterial {
  match: SourceMatch;
  kind: AnswerKind | undefined;
  dangling: Uint8Array;
  gists: Float64Array;
  points: Float64Array;
}

const flag = (condition: boolean): number => (condition ? 1 : 0);

/** Features of every sentence for one question, row by row. Linear. */
export function measureAnswers(article: Article, material: AnswerMaterial): Float64Array {
  const { match, kind, dangling, gists, points } = material;
  const count = article.sentences.length;
  const rows = article.arena.float64(count * ANSWER_WIDTH);
  const words = questionWordsOf(article.language);
  for (let at = 0; at < count; at += 1) {
    const own = match.scores[at] as number;
    const before = at > 0 ? (match.scores[at - 1] as number) : 0;
    const share = dangling[at] === 1 ? LEANING_SHARE : CONTEXT_SHARE;
    const holds = kind !== undefined && holdsKind(article, at, kind, words);
    rows.set(
      [
        own / match.best,
        match.covered[at] as number,
        (share * before) / match.best,
        flag(own === match.best),
        flag(holds),
        flag(kind !== undefined && !holds),
        (points[at] as number) / SCORE_SCALE,
        (gists[at] as number) / SCORE_SCALE,
        flag(opensWithQuote(article, at)),
        flag(termCount(article, at) < SHORT_LENGTH),
        dangling[at] as number,
      ],
      at * ANSWER_WIDTH,
    );
  }
  return rows;
}
