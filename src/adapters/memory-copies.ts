import { articleKey, FRONT_KEY, SITEMAP_KEY, sitemapPartKey } from '../core/catalogue/copy-keys.ts';
import { frontSchema } from '../core/catalogue/front.ts';
import { urlKey } from '../core/catalogue/page-keys.ts';
import { decodeProjection, type Projection } from '../core/catalogue/projection.ts';
import { sitemapPartSchema, sitemapSchema } from '../core/catalogue/sitemap.ts';
import type { ArticleCopies, CopyInventory, CopyMetadata, CopyWriter } from '../flows/ports.ts';
import { decodePage } from './decode-page.ts';

/** Read copies in a map: what KV is, without its lag. */
export function createMemoryCopies(): ArticleCopies & CopyWriter & CopyInventory {
  const values = new Map<string, { value: string; metadata: CopyMetadata | null }>();
  const decode = async (slug: string): Promise<Projection | undefined> => {
    const copy = values.get(articleKey(slug));
    return copy === undefined ? undefined : decodeProjection(new TextEncoder().encode(copy.value));
  };
  const parsed = <T>(key: string, schema: { parse(value: unknown): T }): T | undefined => {
    const copy = values.get(key);
    return copy === undefined ? undefined : schema.parse(JSON.parse(copy.value));
  };
  return {
    load: decode,
    async loadMany(slugs) {
      const found = await Promise.all(slugs.map(async (slug) => [slug, await decode(slug)] as const));
      return new Map(
        found.flatMap(([slug, projection]) => (projection === undefined ? [] : [[slug, projection]])),
      );
    },
    async pageOf(pageUrl) {
      const copy = values.get(urlKey(pageUrl));
      return copy === undefined ? undefined : decodePage(copy.value);
    },
    front: async () => parsed(FRONT_KEY, frontSchema()),
    sitemap: async () => parsed(SITEMAP_KEY, sitemapSchema()),
    sitemapPart: async (number) => parsed(sitemapPartKey(number), sitemapPartSchema()),
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
