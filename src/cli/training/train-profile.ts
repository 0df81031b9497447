import {
  estimateUse,
  FIRST_WIDTH,
  measureFirst,
  measureSecond,
  SECOND_WIDTH,
  toChances,
} from '../../core/summarizer/estimate.ts';
import { Lexicon, type StoredLexicon } from '../../core/summarizer/lexicon.ts';
import { measurePairs, PAIR_FEATURES, PAIR_WIDTH } from '../../core/summarizer/pair-features.ts';
import { type Profile, readProfile, type StoredProfile } from '../../core/summarizer/profile.ts';
import { SENTENCE_WIDTH } from '../../core/summarizer/sentence-features.ts';
import {
  measureSentences,
  measureTitleMatch,
  SENTENCE_TERM_FEATURES,
} from '../../core/summarizer/term-features.ts';
import { storeModel, type TrainingRows, trainBinned } from './binned-trainer.ts';
import { type Lesson, pairKey } from './lesson.ts';
import type { WordList } from './word-list.ts';

const BINS = 12;
const EPOCHS = 3;
const FIRST_RATE = 0.05;
const SECOND_RATE = 0.04;

type TermFeature = (typeof SENTENCE_TERM_FEATURES)[number];
type PairFeature = (typeof PAIR_FEATURES)[number];

const termCross = (a: TermFeature, b: TermFeature): [number, number] => [
  SENTENCE_TERM_FEATURES.indexOf(a),
  SENTENCE_TERM_FEATURES.indexOf(b),
];
const pairCross = (a: PairFeature, b: PairFeature): [number, number] => [
  PAIR_FEATURES.indexOf(a),
  PAIR_FEATURES.indexOf(b),
];

const FIRST_CROSSES = [
  termCross('frequency', 'first sentence'),
  termCross('rarity', 'frequency'),
  termCross('capital', 'frequency'),
  termCross('rarity', 'first sentence'),
  termCross('frequency', 'article size'),
  termCross('letters', 'frequency'),
];
const SECOND_CROSSES = [
  ...FIRST_CROSSES,
  termCross('best sentence', 'frequency'),
  termCross('mean sentence', 'first sentence'),
  termCross('best title match', 'title'),
  termCross('best title match', 'best sentence'),
];
const PAIR_CROSSES = [
  pairCross('left word', 'right word'),
  pairCross('left word', 'frequency'),
  pairCross('right word', 'first sentence'),
  pairCross('frequency', 'first sentence'),
  pairCross('left word', 'capitals'),
  pairCross('right word', 'capitals'),
];

function gather(
  lessons: readonly Lesson[],
  width: number,
  make: (lesson: Lesson) => { rows: Float32Array; labels: Uint8Array; words?: Int32Array },
): TrainingRows {
  const parts = lessons.map(make);
  const count = parts.reduce((sum, part) => sum + part.labels.length, 0);
  const rows = new Float32Array(count * width);
  const labels = new Uint8Array(count);
  const weights = new Float32Array(count);
  const words = new Int32Array(count).fill(-1);
  let at = 0;
  parts.forEach((part, index) => {
    const size = part.labels.length;
    rows.set(part.rows.subarray(0, size * width), at * width);
    labels.set(part.labels, at);
    weights.fill((lessons[index] as Lesson).weight, at, at + size);
    if (part.words !== undefined) words.set(part.words, at);
    at += size;
  });
  return { rows, labels, weights, words };
}

/** The columns of the first pass alone. */
function narrow(rows: Float32Array): Float32Array {
  const count = rows.length / SECOND_WIDTH;
  const narrowed = new Float32Array(count * FIRST_WIDTH);
  for (let row = 0; row < count; row += 1)
    narrowed.set(rows.subarray(row * SECOND_WIDTH, row * SECOND_WIDTH + FIRST_WIDTH), row * FIRST_WIDTH);
  return narrowed;
}

function pairLabels({ article, usedPairs }: Lesson, numbers: Int32Array, count: number): Uint8Array {
  const labels = new Uint8Array(count);
  numbers.forEach((pair, at) => {
    if (pair >= 0 && usedPairs.has(pairKey(article.terms[at] as number, article.terms[at + 1] as number)))
      labels[pair] = 1;
  });
  return labels;
}

function storeLexicon(list: WordList, odds: Float64Array): StoredLexicon {
  return {
    documents: list.documents,
    words: list.words.join(' '),
    spread: list.counts.map((count) => Math.round(Math.log(count) * 10)),
    odds: Array.from(odds, (weight) => Math.round(weight * 100) + 0),
  };
}

/**
 * Learns how likely a reference uses each word and each pair of words, in three steps: words, words again with
 * what the first step says of their sentences, pairs. Selection weights are left at zero.
 */
export function trainEstimator(lessons: readonly Lesson[], list: WordList, seed: number): StoredProfile {
  const empty = storeLexicon(list, new Float64Array(list.words.length));
  const lexicon = new Lexicon(empty);
  const wordsOf = ({ article }: Lesson) =>
    lexicon.numberTerms(article.table.size, (term) => article.table.hashAt(term));
  const measured = (lesson: Lesson) =>
    measureFirst(lesson.article, { lexicon }, lesson.title, wordsOf(lesson));
  const first = trainBinned(
    gather(lessons, FIRST_WIDTH, (lesson) => ({ rows: narrow(measured(lesson)), labels: lesson.usedTerms })),
    FIRST_WIDTH,
    { crosses: FIRST_CROSSES, bins: BINS, epochs: EPOCHS, rate: FIRST_RATE, seed },
  ).model;
  const rowsOf = (lesson: Lesson) => {
    const rows = measured(lesson);
    const size = lesson.article.table.size;
    const odds = first.scoreBins(first.bin(rows, size, SECOND_WIDTH), size);
    measureSecond(lesson.article, rows, odds, measureTitleMatch(lesson.article, lesson.title));
    return rows;
  };
  const second = trainBinned(
    gather(lessons, SECOND_WIDTH, (lesson) => ({
      rows: rowsOf(lesson),
      labels: lesson.usedTerms,
      words: wordsOf(lesson),
    })),
    SECOND_WIDTH,
    {
      crosses: SECOND_CROSSES,
      bins: BINS,
      epochs: EPOCHS,
      rate: SECOND_RATE,
      seed,
      wordCount: list.words.length,
    },
  );
  const pairs = trainBinned(
    gather(lessons, PAIR_WIDTH, (lesson) => {
      const { article, title } = lesson;
      const words = wordsOf(lesson);
      const odds = second.model
        .score(rowsOf(lesson), article.table.size)
        .map((value, term) => value + (second.words[words[term] as number] ?? 0));
      const pairs = measurePairs(
        article,
        odds,
        title,
        measureSentences(article, toChances(odds)),
        measureTitleMatch(article, title),
      );
      return { rows: pairs.rows, labels: pairLabels(lesson, pairs.numbers, pairs.count) };
    }),
    PAIR_WIDTH,
    { crosses: PAIR_CROSSES, bins: BINS, epochs: EPOCHS, rate: FIRST_RATE, seed },
  ).model;
  return {
    firstPass: storeModel(first),
    secondPass: storeModel(second.model),
    pairs: storeModel(pairs),
    lexicon: storeLexicon(list, second.words),
    referenceShare: 1,
    pairWorth: 0,
    sentence: new Array<number>(SENTENCE_WIDTH).fill(0),
  };
}

export function estimateLesson(
  { article, title }: Lesson,
  stored: StoredProfile,
): ReturnType<typeof estimateUse> {
  let profile: Profile | undefined = readings.get(stored);
  if (profile === undefined) {
    profile = readProfile(stored);
    readings.set(stored, profile);
  }
  return estimateUse(article, profile, title);
}

const readings = new WeakMap<StoredProfile, Profile>();
