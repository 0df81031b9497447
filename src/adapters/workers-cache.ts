import type { PurgeScope } from '../flows/ports.ts';

/**
 * Drops answers from the Workers Cache in front of the entrypoint that calls it.
 *
 * @param cache - Undefined where the platform has none (local servers, tests): then nothing is cached.
 */
export async function purgeCache(
  cache: Pick<CacheContext, 'purge'> | undefined,
  scope: PurgeScope,
): Promise<void> {
  const options = scope === 'everything' ? { purgeEverything: true } : { tags: [...scope.tags] };
  const result = await cache?.purge(options);
  if (result?.success === false) throw new Error(`purge refused: ${JSON.stringify(result.errors)}`);
}
