import type { Check } from './checks/check.ts';
import { checkAdditions } from './checks/check-additions.ts';
import { checkFullNames } from './checks/check-full-names.ts';
import { checkNames } from './checks/check-names.ts';
import { checkNumbers } from './checks/check-numbers.ts';
import { checkOpposites } from './checks/check-opposites.ts';
import { checkModality, checkNegation } from './checks/check-polarity.ts';
import { checkQuotations } from './checks/check-quotations.ts';
import { checkRoles } from './checks/check-roles.ts';
import { checkSigns } from './checks/check-signs.ts';
import { checkSubstitutions } from './checks/check-substitutions.ts';
import { type BoostedTrees, LEAF_UNIT, scoreRow } from './model/boosted-trees.ts';
import type { Lexicon } from './model/lexicon.ts';
import { describeWords, WIDTH } from './model/word-features.ts';
import { type Alignment, alignSentence } from './source/align.ts';
import type { Source } from './source/read-source.ts';
import { chooseSupport, placeSupport } from './support.ts';
import { readWords } from './text/words.ts';
import { findVerbatim } from './verbatim.ts';
import type { Fault, Verdict } from './verdict/verdict.ts';

const CHECKS: readonly Check[] = [
  checkNumbers,
  checkSigns,
  checkNames,
  checkFullNames,
  checkSubstitutions,
  checkQuotations,
  checkNegation,
  checkModality,
  checkOpposites,
  checkRoles,
];

/** A rule that is broken leaves this much of the score. */
const BROKEN_SHARE = 0.05;

/** What a generator says of its sentence. */
export interface GroundingHint {
  /** Paragraphs, from 1, that it rests on; they win where others match as well, and are not believed otherwise. */
  paragraphs?: readonly number[];
}

/** What training learned. */
export interface GroundingModel {
  trees: BoostedTrees;
  /** Log-odds from which on a word is a fault. */
  threshold: number;
  lexicon: Lexicon;
}

function hintedSentences(
  { text, sentences }: Source,
  hint: GroundingHint | undefined,
): Set<number> | undefined {
  if (hint?.paragraphs === undefined || hint.paragraphs.length === 0) return undefined;
  const named = new Set(hint.paragraphs);
  let paragraph = 1;
  let from = 0;
  const found = new Set<number>();
  sentences.forEach(({ offset }, at) => {
    for (let gap = text.indexOf('\n\n', from); gap >= 0 && gap < offset; gap = text.indexOf('\n\n', from)) {
      paragraph += 1;
      from = gap + 2;
    }
    if (named.has(paragraph)) found.add(at);
  });
  return found;
}

/** A sentence laid on its article, before any model is asked. */
export interface Reading {
  /** Sentence of the article that it repeats word for word, -1 when none does. */
  verbatim: number;
  alignment: Alignment;
  broken: Fault[];
  /**
   * Words that were made up, as far as can be told. They keep a sentence from passing, and say little of its score:
   * people take near words for the same.
   */
  added: Fault[];
}

const eachOnce = (faults: readonly Fault[]): Fault[] =>
  faults.filter(
    ({ kind, text }, at) => faults.findIndex((one) => one.kind === kind && one.text === text) === at,
  );

/** Lays a sentence on its article and tries the rules; undefined where it has no word. */
export function readSentence(
  sentence: string,
  source: Source,
  lexicon: Lexicon,
  hint?: GroundingHint,
): Reading | undefined {
  const [first, ...others] = readWords(sentence, source.pack);
  if (first === undefined) return undefined;
  // A capital at the head of a sentence is no sign of a name.
  const words = [first.kind === 'name' ? { ...first, kind: 'content' as const } : first, ...others];
  const alignment = alignSentence(words, source, hintedSentences(source, hint));
  const verbatim = findVerbatim(words, source);
  // Signs are no words: what repeats every word may still have another one.
  if (verbatim >= 0 && checkSigns(alignment, source, sentence, lexicon).length === 0)
    return { verbatim, alignment, broken: [], added: [] };
  const broken = eachOnce(CHECKS.flatMap((check) => check(alignment, source, sentence, lexicon)));
  // Nothing of it is in the article: no rule has anything to hold on to.
  if (alignment.best.length === 0) broken.push({ kind: 'unsupported', text: sentence });
  return { verbatim: -1, alignment, broken, added: checkAdditions(alignment, source, sentence, lexicon) };
}

/** Log-odds of each word that it is wrong. */
function judgeWords(alignment: Alignment, source: Source, { trees, lexicon }: GroundingModel): number[] {
  const table = describeWords(alignment, source, lexicon);
  return alignment.words.map((_, at) => scoreRow(trees, table, at, WIDTH));
}

/** The score of a sentence: what its worst word leaves, and little where a rule is broken. */
export function scoreOf(odds: readonly number[], broken: number): number {
  const chance = 1 / (1 + Math.exp(LEAF_UNIT * Math.max(...odds)));
  return chance * (broken > 0 ? BROKEN_SHARE : 1);
}

function unsupportedWords(
  odds: readonly number[],
  { words }: Alignment,
  sentence: string,
  threshold: number,
): Fault[] {
  const bad = [...odds.keys()].filter((at) => (odds[at] as number) > threshold);
  bad.sort((left, right) => (odds[right] as number) - (odds[left] as number));
  return bad.map((at) => {
    const { offset, length } = words[at] as { offset: number; length: number };
    return { kind: 'unsupported', text: sentence.slice(offset, offset + length) };
  });
}

/** Judges one sentence by rules and model; see {@link Verdict}. */
export function judgeSentence(
  sentence: string,
  source: Source,
  model: GroundingModel,
  hint?: GroundingHint,
): Verdict {
  const reading = readSentence(sentence, source, model.lexicon, hint);
  if (reading === undefined)
    return { grounded: false, score: 0, support: [], faults: [{ kind: 'unsupported', text: sentence }] };
  const { verbatim, alignment, broken, added } = reading;
  if (verbatim >= 0)
    return { grounded: true, score: 1, support: placeSupport([verbatim], source), faults: [] };
  const odds = judgeWords(alignment, source, model);
  const found = [...added, ...unsupportedWords(odds, alignment, sentence, model.threshold)];
  const named = new Set(broken.map(({ text }) => text));
  const faults = [...broken, ...eachOnce(found).filter(({ text }) => !named.has(text))];
  return {
    grounded: faults.length === 0,
    score: scoreOf(odds, broken.length),
    support: placeSupport(chooseSupport(alignment, source), source),
    faults,
  };
}
