import { articleKey, FRONT_KEY, urlKey } from '../core/catalogue/copy-keys.ts';
import { decodeProjection, frontSchema, type Projection } from '../core/catalogue/projection.ts';
import type { ArticleCopies, CopyInventory, CopyMetadata, CopyWriter } from '../flows/ports.ts';

/** Read copies in a map: what KV is, without its lag. */
export function createMemoryCopies(): ArticleCopies & CopyWriter & CopyInventory {
  const values = new Map<string, { value: string; metadata: CopyMetadata | null }>();
  const decode = (slug: string): Projection | undefined => {
    const copy = values.get(articleKey(slug));
    return copy === undefined ? undefined : decodeProjection(new TextEncoder().encode(copy.value));
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
      return values.get(urlKey(pageUrl))?.value;
    },
    async front() {
      const copy = values.get(FRONT_KEY);
      return copy === undefined ? undefined : frontSchema.parse(JSON.parse(copy.value));
    },
    async put(key, value, metadata) {
      values.set(key, { value, metadata });
    },
    async delete(key) {
      values.delete(key);
    },
    async list() {
      const keys = [...values.keys()].sort();
      return { copies: keys.map((key) => ({ key, metadata: values.get(key)?.metadata })), cursor: null };
    },
  };
}
