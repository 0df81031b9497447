import type { Arena } from '../../core/summarizer/memory/arena.ts';
import { BinnedModel, type BinnedTables, type Columns } from '../../core/summarizer/model/binned-model.ts';
import { estimateUse, toChances } from '../../core/summarizer/model/estimate-use.ts';
import {
  type Profile,
  readProfile,
  type StoredProfile,
} from '../../core/summarizer/model/language-profile.ts';
import { Lexicon, listedWords, type StoredLexicon } from '../../core/summarizer/model/lexicon.ts';
import { measurePairs, PAIR_FEATURES, PAIR_WIDTH } from '../../core/summarizer/model/pair-features.ts';
import { SENTENCE_WIDTH } from '../../core/summarizer/model/sentence-features.ts';
import { measureSentences, measureTitleMatch } from '../../core/summarizer/model/sentence-values.ts';
import {
  FIRST_WIDTH,
  measureTerms,
  spreadToTerms,
  TERM_WIDTH,
  type TermColumns,
} from '../../core/summarizer/model/term-features.ts';
import { type TrainingItems, trainBinned } from './binned-trainer.ts';
import { type Lesson, pairKey } from './lesson.ts';
import type { WordList } from './word-list.ts';

const BINS = 12;
const EPOCHS = 6;
const FIRST_RATE = 0.05;
const SECOND_RATE = 0.04;

type PairFeature = (typeof PAIR_FEATURES)[number];
const pairCross = (a: PairFeature, b: PairFeature): [number, number] => [
  PAIR_FEATURES.indexOf(a),
  PAIR_FEATURES.indexOf(b),
];
/** Features of single words gain nothing by being crossed (dev sets); the two words of a pair do. */
const PAIR_CROSSES = [
  pairCross('left word', 'right word'),
  pairCross('frequency', 'first sentence'),
  pairCross('left word', 'capitals'),
];

interface LessonItems {
  columns: Columns;
  labels: Uint8Array;
  words?: Int32Array;
}

/** Lays the items of all lessons end to end, feature by feature. */
function gather(
  lessons: readonly Lesson[],
  width: number,
  make: (lesson: Lesson) => LessonItems,
): TrainingItems {
  const parts = lessons.map(make);
  const count = parts.reduce((sum, part) => sum + part.columns.count, 0);
  const codes = new Int32Array(count * width);
  const labels = new Uint8Array(count);
  const weights = new Float32Array(count);
  const words = new Int32Array(count).fill(-1);
  let at = 0;
  parts.forEach((part, index) => {
    const size = part.columns.count;
    for (let feature = 0; feature < width; feature += 1)
      codes.set(part.columns.codes.subarray(feature * size, (feature + 1) * size), feature * count + at);
    labels.set(part.labels, at);
    weights.fill((lessons[index] as Lesson).weight, at, at + size);
    if (part.words !== undefined) words.set(part.words, at);
    at += size;
  });
  return { columns: { codes, count }, labels, weights, words };
}

function pairLabels({ article, usedPairs }: Lesson, numbers: Int32Array, count: number): Uint8Array {
  const labels = new Uint8Array(count);
  numbers.forEach((pair, at) => {
    if (pair >= 0 && usedPairs.has(pairKey(article.terms[at] as number, article.terms[at + 1] as number)))
      labels[pair] = 1;
  });
  return labels;
}

/** What is learned of a word itself is kept in coarse steps: finer ones change no figure and double the file. */
const ODDS_STEP = 10;

const storeLexicon = (list: WordList, odds: readonly number[]): StoredLexicon => ({
  words: list.words.join(' '),
  spread: list.counts.map((count) => Math.round(Math.log(count) * 10)),
  odds: odds.map((weight) => Math.round(weight / ODDS_STEP) * ODDS_STEP + 0),
});

/** The steps of the estimate, each learned on what the steps before it say. */
class Estimator {
  readonly #lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  words({ article }: Lesson): Int32Array {
    return this.#lexicon.numberTerms(article.table, article.arena);
  }

  first(lesson: Lesson): TermColumns {
    const words = this.words(lesson);
    return measureTerms(lesson.article, lesson.title, this.#lexicon.rarities(words, lesson.article.arena));
  }

  /** Term features with the sentences judged by the first pass. */
  second(lesson: Lesson, first: BinnedTables): TermColumns {
    const columns = this.first(lesson);
    const { article } = lesson;
    const values = measureSentences(
      article,
      toChances(scoreWith(first, columns, article.arena), article.arena),
    );
    spreadToTerms(article, columns, values, measureTitleMatch(article, lesson.title));
    return columns;
  }

  pairs(lesson: Lesson, odds: Int32Array): LessonItems {
    const { article } = lesson;
    this.#lexicon.addOdds(this.words(lesson), odds);
    const { columns, numbers } = measurePairs(
      article,
      odds,
      measureSentences(article, toChances(odds, article.arena)),
    );
    return { columns, labels: pairLabels(lesson, numbers, columns.count) };
  }
}

const scoreWith = (tables: BinnedTables, columns: Columns, arena: Arena): Int32Array =>
  new BinnedModel(tables).score(columns, arena);

/**
 * Learns how likely a reference uses each word and each pair of words, in three steps: words, words again with
 * what the first step says of their sentences, pairs. Selection weights are left at zero.
 */
export function trainEstimator(lessons: readonly Lesson[], list: WordList, seed: number): StoredProfile {
  const plan = { crosses: [], bins: BINS, epochs: EPOCHS, seed };
  const nothingKnown = storeLexicon(list, new Array<number>(list.words.length).fill(0));
  const blank = new Estimator(new Lexicon(listedWords(nothingKnown)));
  const { tables: firstPass } = trainBinned(
    gather(lessons, FIRST_WIDTH, (lesson) => ({ columns: blank.first(lesson), labels: lesson.usedTerms })),
    FIRST_WIDTH,
    { ...plan, rate: FIRST_RATE },
  );
  const { tables: secondPass, words } = trainBinned(
    gather(lessons, TERM_WIDTH, (lesson) => ({
      columns: blank.second(lesson, firstPass),
      labels: lesson.usedTerms,
      words: blank.words(lesson),
    })),
    TERM_WIDTH,
    { ...plan, rate: SECOND_RATE, wordCount: list.words.length },
  );
  const lexicon = storeLexicon(list, words);
  const learned = new Estimator(new Lexicon(listedWords(lexicon)));
  const { tables: pairs } = trainBinned(
    gather(lessons, PAIR_WIDTH, (lesson) =>
      learned.pairs(lesson, scoreWith(secondPass, learned.second(lesson, firstPass), lesson.article.arena)),
    ),
    PAIR_WIDTH,
    { ...plan, crosses: PAIR_CROSSES, rate: FIRST_RATE },
  );
  const sentence = new Array<number>(SENTENCE_WIDTH).fill(0);
  return { firstPass, secondPass, pairs, lexicon, referenceShare: 1, pairWorth: 0, sentence };
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
