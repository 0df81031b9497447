import { loadOnce } from '../core/load-once.ts';
import { chooseSentences, ENGINE, type Ranking } from '../core/summarizer/index.ts';
import { describeSummary, type SummarySubject } from '../core/summary/compose-summary.ts';
import type { Digest } from '../core/summary/digest.ts';
import { linkSentences } from '../core/summary/link-sentences.ts';
import { type DigestInput, factsOf, measureText } from '../core/summary/rank-text.ts';
import type { Summary } from '../core/summary/summary.ts';
import type { SummaryOptions } from '../core/summary/summary-options.ts';
import { explainsRanking, rangeOf, wantedSentences } from '../core/summary/wanted.ts';

const explaining = loadOnce(() => import('./explain-ranked.ts'));

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
      : linkSentences(
          chooseSentences(ranking, { sentences: wanted, range: rangeOf(options), avoid: options.avoid }),
          input,
        );
  const facts = known === null ? factsOf(ranking) : { ...known, engine: ENGINE };
  const { language } = ranking;
  const size = () => known ?? measureText({ text: input.text, language });
  return describeSummary({
    facts,
    size,
    subject,
    language,
    options,
    chosen,
    wanted,
    answered: ranking.answered,
  });
}

/** Adds why the sentences were chosen, where these options ask; few do, and no other waits for that code. */
export async function giveReasons(
  summary: Summary,
  ranking: Ranking,
  options: SummaryOptions,
): Promise<Summary> {
  if (!explainsRanking(options)) return summary;
  const { explainRanked } = await explaining();
  return explainRanked(summary, ranking, options);
}
