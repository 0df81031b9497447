import { lateExpression } from './memory/late-expression.ts';
import { findGist } from './ranking/find-gist.ts';
import { DETAILS, type RankedSentence, type Ranking } from './ranking/ranking.ts';
import { selectSentences } from './selection/select-sentences.ts';
import { lengthBudget, type SelectionInput } from './selection/selection-input.ts';

export interface ChooseOptions {
  /** How many; 3 when absent. */
  sentences?: number;
  avoid?: readonly ('quotes' | 'questions')[];
  /** `opening`: the first third of the text, for teasers; never the ending. */
  range?: 'whole' | 'opening';
}

const DEFAULT_SENTENCES = 3;
const OPENING_SHARE = 1 / 3;
const QUOTE_MARK = lateExpression("[\"“”„«»「」『』]|(?:^|\\s)['‘]|['’](?:\\s|$|[.,!?])", 'u');
const QUESTION_END = lateExpression('[?？؟;]["”’»)\\]]*\\s*$', 'u');

function isAvoided(sentence: RankedSentence, avoid: ChooseOptions['avoid']): boolean {
  if (avoid === undefined || avoid.length === 0) return false;
  return (
    (avoid.includes('quotes') && QUOTE_MARK().test(sentence.text)) ||
    (avoid.includes('questions') && QUESTION_END().test(sentence.text))
  );
}

/** The part of a text that may be chosen from; the opening never holds the ending. */
function inRange(ranking: Ranking, range: ChooseOptions['range'], index: number): boolean {
  if (range !== 'opening' || index === 0) return true;
  const { sentences } = ranking;
  const limit = ranking[DETAILS].article.text.length * OPENING_SHARE;
  return index < sentences.length - 1 && (sentences[index] as RankedSentence).offset < limit;
}

interface Candidates {
  /** In reading order. */
  allowed: number[];
  pinned: number[];
}

/** Sentences that may be chosen; when the rules leave none, the first that breaks the fewest. */
function findCandidates(ranking: Ranking, options: ChooseOptions): Candidates {
  const { barred, excluded, pinned } = ranking[DETAILS];
  const { sentences } = ranking;
  const within: number[] = [];
  for (let index = 0; index < sentences.length; index += 1)
    if (inRange(ranking, options.range, index)) within.push(index);
  const open = within.filter((index) => excluded[index] === 0);
  const allowed = open.filter(
    (index) =>
      pinned[index] === 1 ||
      (barred[index] === 0 && !isAvoided(sentences[index] as RankedSentence, options.avoid)),
  );
  if (allowed.length > 0) return { allowed, pinned: allowed.filter((index) => pinned[index] === 1) };
  const plain = open.find((index) => barred[index] === 0);
  const fallback = plain ?? open[0] ?? within[0];
  return { allowed: fallback === undefined ? [] : [fallback], pinned: [] };
}

/** A teaser leaves to the summary what the summary says first. */
function withoutGist(ranking: Ranking, allowed: number[], range: ChooseOptions['range']): number[] {
  const { lead, pinned } = ranking[DETAILS];
  if (range !== 'opening' || lead === undefined || pinned[lead] === 1) return allowed;
  const rest = allowed.filter((index) => index !== lead);
  return rest.length > 0 ? rest : allowed;
}

/** The best answers, after what must be in. */
function chooseAnswers(ordered: readonly number[], pinned: readonly number[], count: number): number[] {
  return [...pinned, ...ordered.filter((index) => !pinned.includes(index))].slice(0, count);
}

function onlyThose(
  order: readonly number[],
  allowed: readonly number[],
  { arena, lengths }: SelectionInput,
): number[] {
  const marks = arena.uint8(lengths.length);
  for (const index of allowed) marks[index] = 1;
  return order.filter((index) => marks[index] === 1);
}

export function chooseFrom(
  ranking: Ranking,
  options: ChooseOptions = {},
): { sentences: RankedSentence[]; available: number } {
  const { allowed: found, pinned } = findCandidates(ranking, options);
  const { input, order, gists, answers } = ranking[DETAILS];
  const allowed = withoutGist(ranking, found, options.range);
  const count = Math.min(Math.max(1, Math.floor(options.sentences ?? DEFAULT_SENTENCES)), allowed.length);
  const ordered = allowed.length === order.length ? order : onlyThose(order, allowed, input);
  const choose = () => {
    const gist = options.range === 'opening' ? undefined : findGist(gists, input, allowed);
    return selectSentences(input, {
      order: ordered,
      fixed: pinned.length > 0 || gist === undefined ? pinned : [gist],
      count,
      budgetOf: (size) => lengthBudget(input, allowed, size),
    });
  };
  const chosen = answers?.answered === true ? chooseAnswers(ordered, pinned, count) : choose();
  return {
    sentences: chosen.sort((a, b) => a - b).map((index) => ranking.sentences[index] as RankedSentence),
    available: allowed.length,
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
