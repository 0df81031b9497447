import { articleKey } from '../core/catalogue/copy-keys.ts';
import { decodeProjection, type Projection } from '../core/catalogue/projection.ts';
import { loadOnce } from '../core/load-once.ts';
import type { ArticleCopies, CopyInventory, CopyWriter } from '../flows/ports.ts';
import { logWarning } from './console-log.ts';
import { decodePage } from './decode-page.ts';
import { CACHE_TTL_SECONDS } from './kv-cache-ttl.ts';

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
      const copies = slugs.map((slug) => decodeIfPossible(slug, values.get(articleKey(slug)) ?? null));
      return new Map((await Promise.all(copies)).flat());
    },
    async pageOf(pageUrl) {
      const { urlKey } = await pageKeys();
      const value = await namespace.get(urlKey(pageUrl), { cacheTtl: CACHE_TTL_SECONDS });
      return value === null ? undefined : decodePage(value);
    },
    front: async () => (await others()).loadFront(namespace),
    sitemap: async () => (await others()).loadSitemap(namespace),
    sitemapPart: async (number) => (await others()).loadSitemapPart(namespace, number),
  };
}

/** With their schemas, which the copies of articles and pages do without. */
const others = loadOnce(() => import('./kv-other-copies.ts'));
const pageKeys = loadOnce(() => import('../core/catalogue/page-keys.ts'));

const encoder = new TextEncoder();

/** One value that cannot be read is as good as missing: it must not cost the others. */
async function decodeIfPossible(slug: string, value: string | null): Promise<[string, Projection][]> {
  try {
    return value === null ? [] : [[slug, await decodeProjection(encoder.encode(value))]];
  } catch (error) {
    logWarning('copy-unreadable', error);
    return [];
  }
}

export function createKvCopyInventory(namespace: KVNamespace): CopyInventory {
  return {
    async list(cursor) {
      const page = await namespace.list({ cursor });
      const copies = page.keys.map(({ name, metadata }) => ({ key: name, metadata }));
      return { copies, cursor: page.list_complete ? null : page.cursor };
    },
  };
}

export function createKvCopyWriter(namespace: KVNamespace): CopyWriter {
  return {
    put: (key, value, metadata, expiresAt) =>
      namespace.put(
        key,
        value,
        expiresAt === undefined ? { metadata } : { metadata, ...expiration(expiresAt) },
      ),
    delete: (key) => namespace.delete(key),
  };
}

/** KV takes no expiration that is nearer than a minute. */
const EXPIRATION_MIN_SECONDS = 60;

function expiration(expiresAt: number): { expirationTtl: number } {
  return {
    expirationTtl: Math.max(EXPIRATION_MIN_SECONDS, Math.ceil((expiresAt - Date.now()) / 1000)),
  };
}
