import { Lexicon } from '../../../core/grounding/model/lexicon.ts';
import { type PairReading, readAllPairs } from '../../training/grounding/pair-reading.ts';
import {
  crossScores,
  GROUNDING_PLAN,
  scorePair,
  trainGrounding,
} from '../../training/grounding/train-grounding.ts';
import { areaUnderCurve, balancedAccuracy, bestThreshold, passWhenCaught, type Scored } from './measures.ts';
import type { JudgedPairs } from './pairs.ts';

/** Balanced accuracy on the news of SummEdits as its authors print it (Laban et al., 2023). */
const PUBLISHED = 'DAE 60.9, SummaC-Conv 61.9, QAFactEval 74.4, GPT-3.5-turbo 74.4, GPT-4 83.3, people 90.0';

const scoredAs = (readings: readonly PairReading[], scores: readonly number[]): Scored[] =>
  readings.map(({ pair }, at) => ({ score: scores[at] as number, consistent: pair.consistent }));

/** Scored summaries of each domain. */
function byDomain(readings: readonly PairReading[], scores: readonly number[]): Scored[][] {
  const scored = scoredAs(readings, scores);
  return [...Map.groupBy(scored.keys(), (at) => readings[at]?.pair.domain).values()].map((places) =>
    places.map((at) => scored[at] as Scored),
  );
}

const shown = (share: number): string => share.toFixed(3);

/** How many of each kind of edit are caught at a threshold. */
function caughtByEdit(
  readings: readonly PairReading[],
  scored: readonly Scored[],
  threshold: number,
): string {
  const kinds = new Map<string, [caught: number, all: number]>();
  readings.forEach(({ pair }, at) => {
    if (pair.consistent) return;
    for (const kind of pair.edits) {
      const [caught, all] = kinds.get(kind) ?? [0, 0];
      kinds.set(kind, [caught + ((scored[at]?.score ?? 0) < threshold ? 1 : 0), all + 1]);
    }
  });
  return [...kinds].map(([kind, [caught, all]]) => `${kind} ${caught}/${all}`).join(', ');
}

function reportDomain(domain: string, readings: readonly PairReading[]): void {
  const others = readings.filter(({ pair }) => pair.domain !== domain);
  const left = readings.filter(({ pair }) => pair.domain === domain);
  const threshold = bestThreshold(byDomain(others, crossScores(others)));
  const model = trainGrounding(others);
  const scored = scoredAs(
    left,
    left.map((one) => scorePair(one, model)),
  );
  console.log(
    `| ${domain} | ${left.length} | ${shown(balancedAccuracy(scored, threshold))} | ${shown(areaUnderCurve(scored))} | ${shown(passWhenCaught(scored, 0.8))} | ${shown(passWhenCaught(scored, 0.9))} | ${caughtByEdit(left, scored, threshold)} |`,
  );
}

/** The area under the curve of one domain as other seeds would have it: with few summaries, chance says much. */
function reportSeeds(domain: string, readings: readonly PairReading[], count: number): void {
  const others = readings.filter(({ pair }) => pair.domain !== domain);
  const left = readings.filter(({ pair }) => pair.domain === domain);
  const areas = Array.from({ length: count }, (_, at) => {
    const model = trainGrounding(others, { ...GROUNDING_PLAN, seed: at + 1 });
    const scores = left.map((one) => scorePair(one, model));
    return areaUnderCurve(scoredAs(left, scores));
  });
  const mean = areas.reduce((sum, area) => sum + area, 0) / count;
  console.log(
    `${domain}, area by seed 1 to ${count}: ${areas.map(shown).join(', ')}; in the mean ${shown(mean)}`,
  );
}

/**
 * Trains on all domains but one, and judges that one.
 *
 * @param only - Domains; all by default.
 * @param seeds - How many other seeds are tried for each.
 */
export function reportDomains(data: JudgedPairs, only: readonly string[] | undefined, seeds: number): void {
  const readings = readAllPairs(data, new Lexicon('en', { words: '', odds: [] }));
  console.log('\n| left out | summaries | balanced accuracy | area | pass at 80 % | at 90 % | caught |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  const domains = only ?? [...new Set(data.pairs.map(({ domain }) => domain))];
  for (const domain of domains) reportDomain(domain, readings);
  if (seeds > 0) for (const domain of domains) reportSeeds(domain, readings, seeds);
  console.log(`\nPublished for news: ${PUBLISHED}.`);
}
