import { explainRanking, extractKeywords, type Ranking } from '../core/summarizer/index.ts';
import { roundScore } from '../core/summary/rank-text.ts';
import type { Summary } from '../core/summary/summary.ts';
import type { SummaryOptions } from '../core/summary/summary-options.ts';

const KEYWORDS_COUNT = 10;

/** Adds to a summary what these options include of why its sentences were chosen. */
export function explainRanked(summary: Summary, ranking: Ranking, { include }: SummaryOptions): Summary {
  return {
    ...summary,
    ...(include.includes('ranking') ? { ranking: explain(ranking) } : {}),
    ...(include.includes('keywords') ? { keywords: extractKeywords(ranking, KEYWORDS_COUNT) } : {}),
  };
}

function explain(ranking: Ranking): NonNullable<Summary['ranking']> {
  return explainRanking(ranking).map(({ sentence, contributions }) => ({
    text: sentence.text,
    offset: sentence.offset,
    length: sentence.length,
    paragraph: sentence.paragraph,
    rankScore: roundScore(sentence.rankScore),
    contributions: Object.fromEntries(
      Object.entries(contributions).map(([name, value]) => [name, roundScore(value)]),
    ),
  }));
}
