import { loadOnce } from '../core/load-once.ts';
import { type Models, PLAIN } from '../core/summarizer/index.ts';
import type { SummaryOptions } from '../core/summary/summary-options.ts';

const answering = loadOnce(() => import('../core/summarizer/answering-models.ts'));

/** What ranking goes by: an isolate that is asked no question never loads what answers one, an eighth of the engine. */
export async function modelsFor({ query }: Pick<SummaryOptions, 'query'>): Promise<Models> {
  if (query === undefined) return PLAIN;
  const { TRAINED } = await answering();
  return TRAINED;
}
