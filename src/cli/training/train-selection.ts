import type { Lists } from '../../core/summarizer/article/read-article.ts';
import type { StoredProfile } from '../../core/summarizer/model/language-profile.ts';
import { measureSentenceFeatures, SENTENCE_WIDTH } from '../../core/summarizer/model/sentence-features.ts';
import { markDangling } from '../../core/summarizer/screening/dangling-starts.ts';
import type { Introductions } from '../../core/summarizer/screening/introductions.ts';
import { makeSelectionInput, type SelectionInput } from '../../core/summarizer/selection/selection-input.ts';
import { singleValues } from '../../core/summarizer/selection/summary-sums.ts';
import type { Lesson } from './lesson.ts';
import { SeededRandom } from './random.ts';
import { countRewards, rewardOf } from './reward.ts';
import { estimateLesson } from './train-profile.ts';

/** Candidate summaries of one lesson: features row by row, and what ROUGE says of each. */
interface Examples {
  features: Float64Array;
  rewards: Float64Array;
  count: number;
  weight: number;
}

/** Two features of the set (expected words, expected pairs), then the sums of the sentence features. */
const WIDTH = 2 + SENTENCE_WIDTH;
/** Learning looks at words alone. */
const NOBODY: Introductions = { introducedIn: new Map(), full: new Map(), bare: new Map() };
const POOL = 10;
const OPENING = 4;
const MOST_SETS = 150;
/** Expected F1 is at most 1 and moves in hundredths; scaled to the size of the other features. */
const VALUE_SCALE = 20;

export interface SelectionPlan {
  referenceShare: number;
  /** Temperature of the target: small follows the best set alone, large the whole order. */
  temperature: number;
  epochs: number;
  pairReward: number;
  seed: number;
}

function combine(pool: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return pool.flatMap((head, at) => combine(pool.slice(at + 1), size - 1).map((tail) => [head, ...tail]));
}

function drawSets(input: SelectionInput, lesson: Lesson, random: SeededRandom): number[][] {
  const values = singleValues(input, lesson.compared);
  const best = lesson.candidates
    .toSorted((a, b) => (values[b] as number) - (values[a] as number))
    .slice(0, POOL);
  const pool = [...new Set([...best, ...lesson.candidates.slice(0, OPENING)])];
  const sets = combine(pool, Math.min(lesson.compared, pool.length));
  const order = sets.map((_, at) => at);
  random.shuffle(order);
  return order.slice(0, MOST_SETS).map((at) => sets[at] as number[]);
}

const itemsOf = ({ items, starts }: Lists, sentence: number): Int32Array =>
  items.subarray(starts[sentence], starts[sentence + 1]);

function writeFeatures(
  input: SelectionInput,
  features: Float64Array,
  set: readonly number[],
  compared: number,
  out: Float64Array,
  from: number,
): void {
  const { chances, pairChances, lengths } = input;
  const terms = new Set<number>();
  const pairs = new Set<number>();
  let length = 0;
  for (const sentence of set) {
    length += lengths[sentence] as number;
    for (const term of itemsOf(input.terms, sentence)) terms.add(term);
    for (const pair of itemsOf(input.pairs, sentence)) pairs.add(pair);
    for (let at = 0; at < SENTENCE_WIDTH; at += 1) {
      out[from + 2 + at] =
        (out[from + 2 + at] as number) + (features[sentence * SENTENCE_WIDTH + at] as number) / compared;
    }
  }
  const reference = input.referenceShare * compared * input.meanLength;
  const sum = (items: ReadonlySet<number>, values: Float64Array) =>
    [...items].reduce((total, item) => total + (values[item] as number), 0);
  out[from] = (VALUE_SCALE * 2 * sum(terms, chances)) / (length + reference);
  out[from + 1] = (VALUE_SCALE * 2 * sum(pairs, pairChances)) / (length + reference);
}

function makeExamples(
  lesson: Lesson,
  profile: StoredProfile,
  plan: SelectionPlan,
  random: SeededRandom,
): Examples {
  const estimate = estimateLesson(lesson, profile);
  const dangling = markDangling(lesson.article);
  const features = measureSentenceFeatures(lesson.article, estimate, dangling);
  const count = lesson.article.sentences.length;
  const input = makeSelectionInput(
    lesson.article,
    estimate,
    { referenceShare: plan.referenceShare, pairWorth: 0.5 },
    new Float64Array(count),
    new Uint8Array(count),
    new Uint8Array(count),
    NOBODY,
  );
  const sets = drawSets(input, lesson, random);
  const examples = {
    features: new Float64Array(sets.length * WIDTH),
    rewards: new Float64Array(sets.length),
    count: sets.length,
    weight: lesson.weight,
  };
  const counted = countRewards(lesson);
  sets.forEach((set, at) => {
    writeFeatures(input, features, set, lesson.compared, examples.features, at * WIDTH);
    const reward = rewardOf(counted, set);
    examples.rewards[at] = reward.words + plan.pairReward * reward.pairs;
  });
  return examples;
}

/** Spread of each feature within lessons: what a choice can change. */
function spreadsOf(all: readonly Examples[]): Float64Array {
  const spreads = new Float64Array(WIDTH);
  let total = 0;
  for (const { features, count } of all) {
    total += count;
    for (let feature = 0; feature < WIDTH; feature += 1) {
      let mean = 0;
      for (let set = 0; set < count; set += 1) mean += (features[set * WIDTH + feature] as number) / count;
      for (let set = 0; set < count; set += 1)
        spreads[feature] =
          (spreads[feature] as number) + ((features[set * WIDTH + feature] as number) - mean) ** 2;
    }
  }
  return spreads.map((sum) => Math.sqrt(sum / Math.max(1, total)) || 1);
}

function softmax(values: Float64Array): Float64Array {
  const highest = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = values.map((value) => Math.exp(value - highest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

function descend(
  weights: Float64Array,
  squares: Float64Array,
  examples: Examples,
  spreads: Float64Array,
  temperature: number,
): void {
  const { features, rewards, count } = examples;
  const scores = new Float64Array(count);
  for (let set = 0; set < count; set += 1) {
    for (let at = 0; at < WIDTH; at += 1)
      scores[set] =
        (scores[set] as number) +
        ((weights[at] as number) * (features[set * WIDTH + at] as number)) / (spreads[at] as number);
  }
  const given = softmax(scores);
  const wanted = softmax(rewards.map((reward) => reward / temperature));
  for (let at = 0; at < WIDTH; at += 1) {
    let slope = 1e-3 * (weights[at] as number);
    for (let set = 0; set < count; set += 1) {
      slope +=
        (examples.weight *
          ((given[set] as number) - (wanted[set] as number)) *
          (features[set * WIDTH + at] as number)) /
        (spreads[at] as number);
    }
    squares[at] = (squares[at] as number) + slope * slope;
    weights[at] = (weights[at] as number) - (0.1 * slope) / Math.sqrt(squares[at] as number);
  }
}

/**
 * Learns what a summary is worth as a set: candidate sets are ranked as ROUGE ranks them (list-wise, Cao et al.,
 * ICML 2007). `lessons` come with a profile that was trained without them, or every word would look too sure.
 */
export function trainSelection(
  lessons: readonly { lesson: Lesson; profile: StoredProfile }[],
  plan: SelectionPlan,
): Pick<StoredProfile, 'pairWorth' | 'sentence' | 'referenceShare'> {
  const random = new SeededRandom(plan.seed);
  const all = lessons
    .filter(({ lesson }) => lesson.candidates.length > lesson.compared)
    .map(({ lesson, profile }) => makeExamples(lesson, profile, plan, random));
  const spreads = spreadsOf(all);
  const weights = new Float64Array(WIDTH);
  const squares = new Float64Array(WIDTH).fill(1e-3);
  const order = all.map((_, at) => at);
  for (let epoch = 0; epoch < plan.epochs; epoch += 1) {
    random.shuffle(order);
    for (const at of order) descend(weights, squares, all[at] as Examples, spreads, plan.temperature);
  }
  const raw = weights.map((weight, at) => weight / (spreads[at] as number));
  const unit = (raw[0] as number) * VALUE_SCALE;
  return {
    referenceShare: plan.referenceShare,
    pairWorth: Math.max(0, Number(((raw[1] as number) / (raw[0] as number)).toFixed(3))),
    sentence: Array.from(raw.subarray(2), (weight) => Number((weight / unit).toFixed(4)) + 0),
  };
}
