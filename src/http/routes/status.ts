import { lastFeedResults } from '../../flows/ingestion/feed-results.ts';
import type { FeedMemory } from '../../flows/ingestion/ports.ts';
import type { Upkeep } from '../../flows/ports.ts';
import { askTruth } from '../../flows/read-article.ts';
import { answerJson } from '../answer.ts';
import { requireScope } from '../auth.ts';
import type { Resource } from '../resource.ts';
import type { Settings } from '../settings.ts';
import { noParameters, parseQuery } from '../validate.ts';

/** `/v1/status`: what is stored, what waits, what failed. docs/operations.md tells at which values to worry. */
export function statusResources({
  settings,
  upkeep,
  feedMemory,
  build,
}: {
  settings: Settings;
  upkeep: Upkeep;
  feedMemory: FeedMemory;
  build: string;
}): Resource[] {
  return [
    {
      path: '/v1/status',
      cors: 'none',
      GET: async (context) => {
        await requireScope(context, settings, 'read');
        parseQuery(context, noParameters);
        const status = await askTruth(() => upkeep.status());
        const feeds = await askTruth(() => lastFeedResults(feedMemory, settings.feeds));
        return answerJson({ build, ...status, feeds }, 'private');
      },
    },
  ];
}
