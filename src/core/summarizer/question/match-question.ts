import type { Article } from '../article/read-article.ts';
import type { StemIndex } from '../matching/stem-index.ts';
import type { Question } from './read-question.ts';

/** Of BM25 (Robertson & Zaragoza, 2009). */
const K1 = 1.2;
const B = 0.75;

/** How much of a question each sentence holds. */
export interface QuestionMatch {
  /** By sentence, then by asked stem: 0, or how well the sentence says it. */
  held: Float64Array;
  /** BM25 over asked stems, each counted once a sentence; 1 for the best sentence. */
  scores: Float64Array;
  /** The same without the words of the headline, which say what the article is about and not what is asked. */
  telling: Float64Array;
  /** Share of the question, weighed by rarity, that each sentence holds. */
  covered: Float64Array;
  /** Whether any sentence holds anything of it. */
  found: boolean;
}

/** Divides by the highest, if that is more than nothing. */
function scaleToBest(scores: Float64Array): Float64Array {
  const best = scores.reduce((a, b) => Math.max(a, b), 0);
  return best === 0 ? scores : scores.map((score) => score / best);
}

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
  const telling = arena.float64(sentences.length);
  const covered = arena.float64(sentences.length);
  const whole = stems.reduce((sum, { weight }) => sum + weight, 0);
  let found = false;
  for (let sentence = 0; sentence < sentences.length; sentence += 1) {
    const end = distinct.starts[sentence + 1] as number;
    for (let at = distinct.starts[sentence] as number; at < end; at += 1) {
      const stem = index.ofTerm[distinct.items[at] as number] as number;
      for (const [asked, share] of meanings.get(stem) ?? [])
        held[sentence * width + asked] = Math.max(held[sentence * width + asked] as number, share);
    }
    let [sum, tellingSum] = [0, 0];
    stems.forEach(({ weight, announced }, asked) => {
      const value = weight * (held[sentence * width + asked] as number);
      sum += value;
      if (!announced) tellingSum += value;
    });
    const length = (index.counts[sentence] as number) / index.meanCount;
    const damping = (K1 + 1) / (1 + K1 * (1 - B + B * length));
    scores[sentence] = sum * damping;
    telling[sentence] = tellingSum * damping;
    covered[sentence] = whole === 0 ? 0 : sum / whole;
    found ||= sum > 0;
  }
  return { held, scores: scaleToBest(scores), telling: scaleToBest(telling), covered, found };
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
