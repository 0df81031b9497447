import { lastFeedResults } from '../../flows/ingestion/feed-results.ts';
import { askTruth } from '../../flows/read-article.ts';
import { type Answer, answerJson } from '../answer.ts';
import { requireScope } from '../auth.ts';
import type { Context, Dependencies } from '../context.ts';
import { refuseQuery } from '../validate.ts';

/** `/v1/status`: what is stored, what waits, what failed. docs/operations.md tells at which values to worry. */
export async function getStatus(dependencies: Dependencies, context: Context): Promise<Answer> {
  const { settings, upkeep, feedMemory, build } = dependencies;
  await requireScope(context, settings, 'read');
  refuseQuery(context);
  const status = await askTruth(() => upkeep.status());
  const feeds = await askTruth(() => lastFeedResults(feedMemory, settings.feeds));
  return answerJson({ build, ...status, feeds }, 'private');
}
