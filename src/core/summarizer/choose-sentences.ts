import { DETAILS, type RankedSentence, type Ranking } from './rank-sentences.ts';

export interface ChooseOptions {
  /** How many; 3 when absent. */
  sentences?: number;
  avoid?: readonly ('quotes' | 'questions')[];
  /** `opening`: the first third of the text, for teasers; never the ending. */
  range?: 'whole' | 'opening';
}

export const DEFAULT_SENTENCES = 3;
const OPENING_SHARE = 1 / 3;
const QUOTE_MARK = /["“”„«»「」『』]|(?:^|\s)['‘]|['’](?:\s|$|[.,!?])/u;
const QUESTION_END = /[?？؟;]["”’»)\]]*\s*$/u;

function isAvoided(sentence: RankedSentence, avoid: ChooseOptions['avoid']): boolean {
  if (avoid === undefined || avoid.length === 0) return false;
  return (
    (avoid.includes('quotes') && QUOTE_MARK.test(sentence.text)) ||
    (avoid.includes('questions') && QUESTION_END.test(sentence.text))
  );
}

/** Sentences that may be chosen, best rules first; when a rule leaves nothing, at least one sentence comes back. */
function candidatesOf(ranking: Ranking, options: ChooseOptions): { candidates: number[]; pinned: number[] } {
  const { boilerplate, barred, pinned } = ranking[DETAILS];
  const { sentences } = ranking;
  const limit =
    options.range === 'opening'
      ? ranking[DETAILS].article.text.length * OPENING_SHARE
      : Number.POSITIVE_INFINITY;
  const inRange = sentences
    .map((_sentence, index) => index)
    .filter((index) => {
      if (options.range !== 'opening' || index === 0) return true;
      return (sentences[index]?.offset ?? 0) < limit && index < sentences.length - 1;
    });
  const allowed = inRange.filter((index) => barred[index] === 0);
  const fixed = allowed.filter((index) => pinned[index] === 1);
  const free = allowed.filter(
    (index) =>
      pinned[index] === 1 ||
      (boilerplate[index] === 0 && !isAvoided(sentences[index] as RankedSentence, options.avoid)),
  );
  if (free.length > 0) return { candidates: free, pinned: fixed };
  const fallback = [allowed, inRange].find((list) => list.length > 0) ?? [];
  return { candidates: fallback.slice(0, 1), pinned: [] };
}

function pick(
  ranking: Ranking,
  candidates: readonly number[],
  pinned: readonly number[],
  count: number,
): number[] {
  const { article, weights, scores } = ranking[DETAILS];
  const covered = new Set<number>();
  const chosen: number[] = [];
  const take = (index: number) => {
    chosen.push(index);
    for (let at = article.starts[index] as number; at < (article.starts[index + 1] as number); at += 1)
      covered.add(article.terms[at] as number);
  };
  const gain = (index: number): number => {
    let all = 0;
    let fresh = 0;
    for (let at = article.starts[index] as number; at < (article.starts[index + 1] as number); at += 1) {
      const term = article.terms[at] as number;
      all += weights[term] as number;
      if (!covered.has(term)) fresh += weights[term] as number;
    }
    return (scores[index] as number) * (all === 0 ? 0.01 : fresh / all);
  };
  for (const index of pinned.slice(0, count)) take(index);
  const rest = new Set(candidates.filter((index) => !chosen.includes(index)));
  while (chosen.length < count && rest.size > 0) {
    let best = -1;
    let bestGain = Number.NEGATIVE_INFINITY;
    for (const index of rest) {
      const value = gain(index);
      if (value > bestGain) [best, bestGain] = [index, value];
    }
    rest.delete(best);
    take(best);
  }
  return chosen.sort((a, b) => a - b);
}

export function chooseFrom(
  ranking: Ranking,
  options: ChooseOptions = {},
): { sentences: RankedSentence[]; available: number } {
  const { candidates, pinned } = candidatesOf(ranking, options);
  const wanted = Math.max(1, Math.floor(options.sentences ?? DEFAULT_SENTENCES));
  const chosen = pick(ranking, candidates, pinned, Math.min(wanted, candidates.length));
  return {
    sentences: chosen.map((index) => ranking.sentences[index] as RankedSentence),
    available: candidates.length,
  };
}

/**
 * Chooses sentences that stand for the whole text together.
 *
 * @returns Exactly min(n, available) sentences in reading order; at least one for any text with words.
 */
export function chooseSentences(ranking: Ranking, options: ChooseOptions = {}): RankedSentence[] {
  return chooseFrom(ranking, options).sentences;
}
