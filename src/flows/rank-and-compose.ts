import {
  type Digest,
  type DigestInput,
  digestText,
  rankInput,
  roundScore,
  withFragments,
} from '../core/digest.ts';
import { chooseSentences, explainRanking, extractKeywords, type Ranking } from '../core/summarizer/index.ts';
import { describeSummary, type Summary, type SummarySubject } from '../core/summary.ts';
import { rangeOf, type SummaryOptions, wantedSentences } from '../core/summary-options.ts';

const KEYWORDS_COUNT = 10;

/** Ranks a text for these options. `known` spares what was worked out before, or is null. */
export function rankAndCompose(
  input: DigestInput,
  known: Digest | null,
  subject: SummarySubject | null,
  options: SummaryOptions,
): Summary {
  const ranking = rankInput(input, options.query);
  const digest = known ?? digestText(input);
  const wanted = wantedSentences(options);
  const chosen = chooseSentences(ranking, {
    sentences: wanted,
    range: rangeOf(options),
    avoid: options.avoid,
  });
  const isEdited = digest.label === 'edited';
  const summary = describeSummary({
    digest,
    subject,
    language: ranking.language,
    options,
    chosen: isEdited ? digest.sentences.slice(0, wanted) : withFragments(chosen, input),
    wanted,
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
