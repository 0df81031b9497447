import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { listSets, readSet } from './evaluation/corpus.ts';
import { type JudgedArticle, readJudged } from './evaluation/reading/bench.ts';
import { judgeAnswerer, judgeReader } from './evaluation/reading/figures.ts';
import { probeHeadlines } from './evaluation/reading/headline-probe.ts';
import { JUDGED_SETS } from './evaluation/reading/judged-sets.ts';
import {
  answerers,
  oursReading,
  readers,
  unseenAnswering,
  unseenReading,
} from './evaluation/reading/readers.ts';
import {
  printAnswers,
  printFaults,
  printProbes,
  printStumbles,
  printSummaries,
} from './evaluation/reading/report.ts';
import { countStumbles } from './evaluation/reading/stumbles.ts';
import { lead, ours } from './evaluation/systems.ts';
import { learnFolds } from './training/judged-folds.ts';
import { loadReferences } from './training/train-editor-weights.ts';

const { values: options } = parseArgs({
  options: {
    /** Judged articles: files or folders; the outside bench and our own set unless given. */
    judged: { type: 'string', multiple: true },
    data: { type: 'string', default: '../shared/data/summarization' },
    by: { type: 'boolean', default: false },
    /** Also judged with models that were learned without the article, in so many folds. */
    folds: { type: 'string', default: '0' },
    /** Judged articles alone. */
    quick: { type: 'boolean', default: false },
  },
});

const PROBED_SETS = ['en-usatoday', 'fr-orangesum', 'vi-vietnews'];

function listJudged(): string[] {
  if (options.judged !== undefined) return options.judged;
  for (const path of JUDGED_SETS)
    if (!existsSync(path)) console.log(`skipped, since it is not there: ${path}`);
  return JUDGED_SETS.filter((path) => existsSync(path));
}

type Groups = readonly (readonly [string, JudgedArticle[]])[];

const groupBy = (articles: readonly JudgedArticle[], read: (article: JudgedArticle) => string): Groups =>
  [...Map.groupBy(articles, read)].sort(([a], [b]) => (a < b ? -1 : 1));

/** What a reader meets who was not among the lessons. */
function reportUnseen(sets: readonly (readonly [string, JudgedArticle[]])[], folds: number): void {
  const modelsOf = learnFolds(
    sets.flatMap(([, articles]) => articles),
    loadReferences(options.data),
    folds,
  );
  const reader = unseenReading(modelsOf);
  const answerer = unseenAnswering(modelsOf);
  console.log(`\n# Learned in ${folds} folds, judged on what each has not seen`);
  printSummaries(
    'Summaries',
    sets.map(([path, articles]) => [path, judgeReader(reader, articles)]),
  );
  printAnswers(
    'Questions',
    sets.map(([path, articles]) => [path, judgeAnswerer(answerer, articles)]),
  );
}

function reportJudged(path: string, articles: readonly JudgedArticle[]): void {
  console.log(`\n# ${path}: ${articles.length} judged articles`);
  printSummaries(
    'Summaries',
    readers.map((reader) => [reader.name, judgeReader(reader, articles)]),
  );
  printFaults(judgeReader(oursReading, articles));
  printAnswers(
    'Questions',
    answerers.map((answerer) => [answerer.name, judgeAnswerer(answerer, articles)]),
  );
  if (!options.by) return;
  const parts = { language: groupBy(articles, (a) => a.language), genre: groupBy(articles, (a) => a.genre) };
  for (const [name, groups] of Object.entries(parts))
    printSummaries(
      `Standfirst by ${name}`,
      groups.map(([group, list]) => [group, judgeReader(oursReading, list)]),
    );
}

const judged = listJudged().map((path) => [path, readJudged(path)] as const);
for (const [path, articles] of judged) reportJudged(path, articles);
if (Number(options.folds) > 1) reportUnseen(judged, Number(options.folds));
if (!options.quick) {
  const sets = listSets(options.data, 'dev').map((set) => [set, readSet(options.data, set, 'dev')] as const);
  printProbes(
    sets
      .filter(([set]) => PROBED_SETS.includes(set))
      .map(([set, specimens]) => [set, probeHeadlines(specimens)]),
  );
  const rows = [];
  for (const [set, specimens] of sets)
    for (const system of [lead, ours]) rows.push(await countStumbles(set, system, specimens));
  printStumbles(rows);
}
