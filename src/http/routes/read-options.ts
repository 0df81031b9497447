import { loadOnce } from '../../core/load-once.ts';
import { readPlainOptions } from '../../core/summary/plain-options.ts';
import type { SummaryOptions } from '../../core/summary/summary-options.ts';
import { type Context, plainParameters } from '../context.ts';

/** What reads parameters with a schema. */
export const summaryParsers = loadOnce(() => import('./summary-parameters.ts'));
type Parsers = Awaited<ReturnType<typeof summaryParsers>>;

/**
 * Options of a summary in the query: as most write them without a schema, else with one of the parsers.
 *
 * @throws {DomainError} `invalid-parameter`.
 */
export async function readOptions<Options>(
  context: Context,
  parse: (parsers: Parsers) => Options,
): Promise<SummaryOptions | Options> {
  const parameters = plainParameters(context);
  return (parameters && readPlainOptions(parameters)) ?? parse(await summaryParsers());
}
