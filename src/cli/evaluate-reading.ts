import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { listSets, readSet } from './evaluation/corpus.ts';
import { type JudgedArticle, readJudged } from './evaluation/reading/bench.ts';
import { judgeAnswerer, judgeReader } from './evaluation/reading/figures.ts';
import { probeHeadlines } from './evaluation/reading/headline-probe.ts';
import { JUDGED_SETS } from './evaluation/reading/judged-sets.ts';
import { answerers, oursReading, readers } from './evaluation/reading/readers.ts';
import {
  printAnswers,
  printFaults,
  printProbes,
  printStumbles,
  printSummaries,
} from './evaluation/reading/report.ts';
import { countStumbles } from './evaluation/reading/stumbles.ts';
import { lead, ours } from './evaluation/systems.ts';

const { values: options } = parseArgs({
  options: {
    /** Judged articles: files or folders; the outside bench and our own set unless given. */
    judged: { type: 'string', multiple: true },
    data: { type: 'string', default: '../shared/data/summarization' },
    by: { type: 'boolean', default: false },
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

function reportJudged(path: string): void {
  const articles = readJudged(path);
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

for (const path of listJudged()) reportJudged(path);
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
