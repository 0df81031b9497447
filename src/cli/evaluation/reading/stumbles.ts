import { comparedSentences, type Specimen } from '../corpus.ts';
import type { System } from '../systems.ts';
import { findStumbles, type Stumbles } from './detectors.ts';
import type { StumbleRow } from './report.ts';

/** Counts what readers stumble over in one system's summaries of one set. */
export async function countStumbles(
  set: string,
  system: System,
  specimens: readonly Specimen[],
): Promise<StumbleRow> {
  const found: Stumbles[] = [];
  for (const specimen of specimens)
    found.push(findStumbles(specimen, await system.summarize(specimen, comparedSentences(set))));
  const sum = (read: (one: Stumbles) => number) => found.reduce((total, one) => total + read(one), 0);
  const share = (read: (one: Stumbles) => number) => sum(read) / sum((one) => one.sentences);
  return {
    set,
    system: system.name,
    summaries: found.length,
    withBareName: found.filter((one) => one.bareName > 0).length / found.length,
    bareName: share((one) => one.bareName),
    backReference: share((one) => one.backReference),
    short: share((one) => one.short),
    unended: share((one) => one.unended),
    caption: share((one) => one.caption),
  };
}
