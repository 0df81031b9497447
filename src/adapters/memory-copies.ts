import { articleKey, FRONT_KEY, urlKey } from '../core/copy-keys.ts';
import { decodeProjection, frontSchema, type Projection } from '../core/projection.ts';
import type { ArticleCopies, CopyWriter } from '../flows/ports.ts';

/** Read copies in a map: what KV is, without its lag. */
export function createMemoryCopies(): ArticleCopies & CopyWriter & { keys(): string[] } {
  const values = new Map<string, string>();
  const decode = (slug: string): Projection | undefined => {
    const value = values.get(articleKey(slug));
    return value === undefined ? undefined : decodeProjection(new TextEncoder().encode(value));
  };
  return {
    async load(slug) {
      return decode(slug);
    },
    async loadMany(slugs) {
      const found = slugs.map((slug) => [slug, decode(slug)] as const);
      return new Map(
        found.flatMap(([slug, projection]) => (projection === undefined ? [] : [[slug, projection]])),
      );
    },
    async slugOf(pageUrl) {
      return values.get(urlKey(pageUrl));
    },
    async front() {
      const value = values.get(FRONT_KEY);
      return value === undefined ? undefined : frontSchema.parse(JSON.parse(value));
    },
    async put(key, value) {
      values.set(key, value);
    },
    async delete(key) {
      values.delete(key);
    },
    keys: () => [...values.keys()],
  };
}
