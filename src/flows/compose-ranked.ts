import {
  chooseSentences,
  ENGINE,
  explainRanking,
  extractKeywords,
  type Ranking,
} from '../core/summarizer/index.ts';
import { describeSummary, type SummarySubject } from '../core/summary/compose-summary.ts';
import type { Digest } from '../core/summary/digest.ts';
import {
  type DigestInput,
  factsOf,
  measureText,
  roundScore,
  withFragments,
} from '../core/summary/digest-text.ts';
import type { Summary } from '../core/summary/summary.ts';
import type { SummaryOptions } from '../core/summary/summary-options.ts';
import { rangeOf, wantedSentences } from '../core/summary/wanted.ts';

const KEYWORDS_COUNT = 10;

/**
 * What these options choose of a ranked text.
 *
 * @param ranking - Of the input, for the query of the options.
 * @param known - The digest that travels with a stored article; an editor's sentences in it win. Null for a text that
 *   was sent.
 */
export function composeRanked(
  ranking: Ranking,
  input: DigestInput,
  known: Digest | null,
  subject: SummarySubject | null,
  options: SummaryOptions,
): Summary {
  const wanted = wantedSentences(options);
  const chosen =
    known?.label === 'edited'
      ? known.sentences.slice(0, wanted)
      : withFragments(
          chooseSentences(ranking, { sentences: wanted, range: rangeOf(options), avoid: options.avoid }),
          input,
        );
  const facts = known === null ? factsOf(ranking) : { ...known, engine: ENGINE };
  const { language } = ranking;
  const size = () => known ?? measureText({ text: input.text, language });
  const summary = describeSummary({
    facts,
    size,
    subject,
    language,
    options,
    chosen,
    wanted,
    answered: ranking.answered,
  });
  if (options.include.includes('ranking')) summary.ranking = explain(ranking);
  if (options.include.includes('keywords')) summary.keywords = extractKeywords(ranking, KEYWORDS_COUNT);
  return summary;
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
