import { articleKey, FRONT_KEY, urlKey } from '../core/copy-keys.ts';
import { decodeProjection, frontSchema } from '../core/projection.ts';
import type { ArticleCopies, CopyWriter } from '../flows/ports.ts';

/** The smallest that KV allows: an edit reaches readers as soon as KV itself lets it. */
const CACHE_TTL_SECONDS = 30;

/** The read copies in Workers KV. What cannot be parsed is thrown, and answered from the catalogue by the caller. */
export function createKvCopies(namespace: KVNamespace): ArticleCopies {
  return {
    async load(slug) {
      const value = await namespace.get(articleKey(slug), {
        type: 'arrayBuffer',
        cacheTtl: CACHE_TTL_SECONDS,
      });
      return value === null ? undefined : decodeProjection(new Uint8Array(value));
    },
    async loadMany(slugs) {
      if (slugs.length === 0) return new Map();
      const keys = slugs.map(articleKey);
      const values = await namespace.get(keys, { type: 'text', cacheTtl: CACHE_TTL_SECONDS });
      const encoder = new TextEncoder();
      return new Map(
        slugs.flatMap((slug) => {
          const value = values.get(articleKey(slug)) ?? undefined;
          return value === undefined ? [] : [[slug, decodeProjection(encoder.encode(value))] as const];
        }),
      );
    },
    async slugOf(pageUrl) {
      return (await namespace.get(urlKey(pageUrl), { cacheTtl: CACHE_TTL_SECONDS })) ?? undefined;
    },
    async front() {
      const value = await namespace.get(FRONT_KEY, { type: 'json', cacheTtl: CACHE_TTL_SECONDS });
      return value === null ? undefined : frontSchema.parse(value);
    },
  };
}

export function createKvCopyWriter(namespace: KVNamespace): CopyWriter {
  return {
    put: (key, value, metadata) => namespace.put(key, value, { metadata }),
    delete: (key) => namespace.delete(key),
  };
}
