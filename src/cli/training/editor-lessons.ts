import { type RankOptions, rankSentences } from '../../core/summarizer/index.ts';
import { EDITOR_WIDTH } from '../../core/summarizer/model/editor-features.ts';
import { DETAILS } from '../../core/summarizer/ranking/ranking.ts';
import type { Specimen } from '../evaluation/corpus.ts';
import { type JudgedArticle, shownIn } from '../evaluation/reading/bench.ts';
import { tokenizeForRouge } from '../evaluation/rouge.ts';
import type { ChoiceLesson } from './choice-trainer.ts';
import { countRewards, rewardOf } from './reward.ts';

/** A page does not always have a description, nor a caller always a headline. */
const VARIANTS = [
  { weight: 1, headline: true, description: true },
  { weight: 0.7, headline: true, description: false },
  { weight: 0.5, headline: false, description: false },
] as const;
const RIVALRY = { gist: 1, key: 1, ok: 1, weak: 1.3, never: 2 } as const;
const WORST_FIRST = ['never', 'gist', 'key', 'ok', 'weak'] as const;
/** ROUGE-1 and ROUGE-2 together move in hundredths; a lower temperature follows the best sentence alone. */
const REWARD_TEMPERATURE = 0.06;
const FEWEST_SENTENCES = 4;

type Mark = (typeof WORST_FIRST)[number];

interface Printable {
  rows: Float64Array;
  sentences: { text: string; offset: number; length: number }[];
}

/** The sentences that may be printed, with their features. */
function readPrintable(text: string, options: RankOptions): Printable {
  const ranking = rankSentences(text, options);
  const { barred, editorRows } = ranking[DETAILS];
  const open = ranking.sentences.flatMap((_, at) => (barred[at] === 0 ? [at] : []));
  const rows = new Float64Array(open.length * EDITOR_WIDTH);
  open.forEach((at, row) => {
    rows.set(editorRows.subarray(at * EDITOR_WIDTH, (at + 1) * EDITOR_WIDTH), row * EDITOR_WIDTH);
  });
  return { rows, sentences: open.map((at) => ranking.sentences[at] as Printable['sentences'][number]) };
}

function markOf(article: JudgedArticle, { offset, length }: { offset: number; length: number }): Mark {
  const marks = shownIn(article, offset, offset + length).map((at) => article.sentences[at]?.mark);
  return WORST_FIRST.find((mark) => marks.includes(mark)) ?? 'weak';
}

/** One lesson for every way in which a caller may know an article; none where nothing can be told apart. */
export function judgedLessons(article: JudgedArticle, good: readonly Mark[]): ChoiceLesson[] {
  const { language, title, description } = article;
  return VARIANTS.flatMap((variant) => {
    if (variant.description && description === null) return [];
    const { rows, sentences } = readPrintable(article.text, {
      language,
      ...(variant.headline ? { title } : {}),
      ...(variant.description && description !== null ? { description } : {}),
    });
    const marks = sentences.map((sentence) => markOf(article, sentence));
    const right = marks.filter((mark) => good.includes(mark)).length;
    if (right === 0 || right === marks.length) return [];
    return [
      {
        rows,
        count: marks.length,
        wanted: Float64Array.from(marks, (mark) => (good.includes(mark) ? 1 / right : 0)),
        rivalry: Float64Array.from(marks, (mark) => RIVALRY[mark]),
        weight: variant.weight,
      },
    ];
  });
}

/** What a reference says of the sentences: the more of its words and pairs one holds, the likelier it is the choice. */
export function referenceLesson(specimen: Specimen): ChoiceLesson | undefined {
  const { language, title, text } = specimen;
  const { rows, sentences } = readPrintable(text, { language, ...(title === undefined ? {} : { title }) });
  if (sentences.length < FEWEST_SENTENCES) return undefined;
  const counted = countRewards({
    tokens: sentences.map((sentence) => tokenizeForRouge(sentence.text, language)),
    reference: (specimen.references[0] ?? []).flatMap((line) => tokenizeForRouge(line, language)),
  });
  const rewards = sentences.map((_, at) => {
    const { words, pairs } = rewardOf(counted, [at]);
    return words + pairs;
  });
  const best = Math.max(...rewards);
  const powers = rewards.map((reward) => Math.exp((reward - best) / REWARD_TEMPERATURE));
  const sum = powers.reduce((a, b) => a + b, 0);
  return {
    rows,
    count: rewards.length,
    wanted: Float64Array.from(powers, (power) => power / sum),
    rivalry: new Float64Array(rewards.length).fill(1),
    weight: 1,
  };
}

/** English train documents have no headline; their first highlight stands in for one, the others for the reference. */
export function withHeadline(specimen: Specimen): Specimen | undefined {
  const [lines = []] = specimen.references;
  const [headline, ...rest] = lines;
  if (headline === undefined || rest.length === 0) return undefined;
  return { ...specimen, title: headline.replace(/ ?\.$/u, ''), references: [rest] };
}
