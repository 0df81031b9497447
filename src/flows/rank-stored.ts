import type { SummarySubject } from '../core/summary/compose-summary.ts';
import type { Digest } from '../core/summary/digest.ts';
import type { DigestInput } from '../core/summary/rank-text.ts';
import type { Summary } from '../core/summary/summary.ts';
import type { SummaryOptions } from '../core/summary/summary-options.ts';
import { composeRanked, giveReasons } from './compose-ranked.ts';
import { KeptRankings } from './kept-rankings.ts';
import { modelsFor } from './models-for.ts';

/** Of an isolate, for all its requests. */
const keptRankings = new KeptRankings();

/**
 * The summary of a stored article whose text has to be ranked for these options.
 *
 * @param known - The digest that travels with the article.
 */
export async function rankStored(
  input: DigestInput,
  known: Digest,
  subject: SummarySubject,
  options: SummaryOptions,
): Promise<Summary> {
  const ranking = keptRankings.rank(input, options.query, await modelsFor(options));
  return giveReasons(composeRanked(ranking, input, known, subject, options), ranking, options);
}
