import { FRONT_KEY, SITEMAP_KEY, sitemapPartKey } from '../core/catalogue/copy-keys.ts';
import { type Front, frontSchema } from '../core/catalogue/front.ts';
import {
  type Sitemap,
  type SitemapPart,
  sitemapPartSchema,
  sitemapSchema,
} from '../core/catalogue/sitemap.ts';
import { CACHE_TTL_SECONDS } from './kv-cache-ttl.ts';

export function loadFront(namespace: KVNamespace): Promise<Front | undefined> {
  return loadJson(namespace, FRONT_KEY, frontSchema());
}

export function loadSitemap(namespace: KVNamespace): Promise<Sitemap | undefined> {
  return loadJson(namespace, SITEMAP_KEY, sitemapSchema());
}

export function loadSitemapPart(namespace: KVNamespace, number: number): Promise<SitemapPart | undefined> {
  return loadJson(namespace, sitemapPartKey(number), sitemapPartSchema());
}

async function loadJson<T>(
  namespace: KVNamespace,
  key: string,
  schema: { parse(value: unknown): T },
): Promise<T | undefined> {
  const value = await namespace.get(key, { type: 'json', cacheTtl: CACHE_TTL_SECONDS });
  return value === null ? undefined : schema.parse(value);
}
