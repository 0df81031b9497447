import { type Article, termCount } from '../article/read-article.ts';
import { opensWithQuote } from '../article/sentence-signs.ts';
import { repeatsSource, type SourceMatch } from '../matching/match-source.ts';
import type { StemIndex } from '../matching/stem-index.ts';
import { closenessOf, denies, holdsKind } from './kinds-held.ts';
import { questionWordsOf } from './question-words.ts';
import type { Question } from './read-question.ts';

/** What tells the sentence that answers a question. */
export const ANSWER_FEATURES = [
  'match',
  'covered in context',
  'last word held',
  'holds what is asked for',
  'lacks what is asked for',
  'holds it in the right words',
  'close to the first word',
  'close to any word',
  'adds nothing',
  'repeats headline',
  'denies',
  'point',
  'gist',
  'opens with quote',
  'short',
  'leans back',
] as const;

export const ANSWER_WIDTH: number = ANSWER_FEATURES.length;

const SHORT_LENGTH = 6;
/** Scores of the editor's model are differences of a few units. */
const SCORE_SCALE = 5;
const K1 = 1.2;
const B = 0.75;
/** Stems beside those of the question that a sentence needs to say something. */
const FEWEST_NEW = 2;

export interface AnswerMaterial {
  index: StemIndex;
  question: Question;
  title: SourceMatch | undefined;
  dangling: Uint8Array;
  gists: Float64Array;
  points: Float64Array;
}

/** How much of a question each sentence holds. */
export interface QuestionMatch {
  /** By sentence, then by asked stem: 0, or how well the sentence says it. */
  held: Float64Array;
  /** BM25 over asked stems, each counted once a sentence. */
  scores: Float64Array;
  best: number;
  /** Share of the question, weighed by rarity, that each sentence holds. */
  covered: Float64Array;
}

const flag = (condition: boolean): number => (condition ? 1 : 0);

/** Matches every sentence with a question. Linear in the article. */
export function matchQuestion(
  { arena, distinct, sentences }: Article,
  index: StemIndex,
  question: Question,
): QuestionMatch {
  const { stems, meanings } = question;
  const width = stems.length;
  const held = arena.float64(sentences.length * width);
  const scores = arena.float64(sentences.length);
  const covered = arena.float64(sentences.length);
  const whole = stems.reduce((sum, { weight }) => sum + weight, 0);
  let best = 0;
  for (let sentence = 0; sentence < sentences.length; sentence += 1) {
    const end = distinct.starts[sentence + 1] as number;
    for (let at = distinct.starts[sentence] as number; at < end; at += 1) {
      const stem = index.ofTerm[distinct.items[at] as number] as number;
      for (const [asked, share] of meanings.get(stem) ?? [])
        held[sentence * width + asked] = Math.max(held[sentence * width + asked] as number, share);
    }
    let sum = 0;
    stems.forEach(({ weight }, asked) => {
      sum += weight * (held[sentence * width + asked] as number);
    });
    const length = (index.counts[sentence] as number) / index.meanCount;
    scores[sentence] = (sum * (K1 + 1)) / (1 + K1 * (1 - B + B * length));
    covered[sentence] = whole === 0 ? 0 : sum / whole;
    best = Math.max(best, scores[sentence] as number);
  }
  return { held, scores, best, covered };
}

/** Share of the question that a sentence and the one before it hold together. */
export function coveredInContext({ stems }: Question, { held }: QuestionMatch, at: number): number {
  const width = stems.length;
  let sum = 0;
  let whole = 0;
  stems.forEach(({ weight }, asked) => {
    const own = held[at * width + asked] as number;
    const before = at > 0 ? (held[(at - 1) * width + asked] as number) : 0;
    sum += weight * Math.max(own, before);
    whole += weight;
  });
  return whole === 0 ? 0 : sum / whole;
}

/** Features of every sentence for one question, row by row. Linear. */
export function measureAnswers(
  article: Article,
  match: QuestionMatch,
  material: AnswerMaterial,
): Float64Array {
  const { index, question, title, dangling, gists, points } = material;
  const { kind, stems, meanings } = question;
  const count = article.sentences.length;
  const width = stems.length;
  const rows = article.arena.float64(count * ANSWER_WIDTH);
  const words = questionWordsOf(article.language);
  const best = match.best === 0 ? 1 : match.best;
  for (let at = 0; at < count; at += 1) {
    const own = match.scores[at] as number;
    const holds = kind === undefined ? 0 : holdsKind(article, at, kind, words);
    const heldCount = stems.filter((_, asked) => (match.held[at * width + asked] as number) > 0).length;
    const firstHeld = width > 0 && (match.held[at * width] as number) > 0;
    const askedAt = (term: number) => meanings.get(index.ofTerm[article.terms[term] as number] as number);
    const isFirst = (term: number) => askedAt(term)?.some(([asked]) => asked === 0) === true;
    const isAny = (term: number) =>
      askedAt(term)?.some(([asked]) => stems[asked]?.announced === false) === true;
    const closeness = (isAsked: (term: number) => boolean) =>
      kind === undefined ? 0 : closenessOf(article, at, kind, words, isAsked);
    rows.set(
      [
        own / best,
        coveredInContext(question, match, at),
        width < 2 ? 0 : (match.held[at * width + width - 1] as number),
        holds,
        flag(kind !== undefined && holds === 0),
        holds * (match.covered[at] as number),
        firstHeld ? closeness(isFirst) : 0,
        closeness(isAny),
        flag((index.counts[at] as number) < heldCount + FEWEST_NEW),
        flag(title !== undefined && repeatsSource(title, index, at)),
        flag(denies(article, at, words)),
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
