import { decodeAbsence, isAbsence } from '../core/catalogue/absence.ts';
import { articleKey, FRONT_KEY, SITEMAP_KEY, sitemapPartKey, urlKey } from '../core/catalogue/copy-keys.ts';
import { decodeProjection, frontSchema, type Projection } from '../core/catalogue/projection.ts';
import { sitemapPartSchema, sitemapSchema } from '../core/catalogue/sitemap.ts';
import type { ArticleCopies, CopyInventory, CopyWriter, PageCopy } from '../flows/ports.ts';
import { logWarning } from './console-log.ts';

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
      return new Map(slugs.flatMap((slug) => decodeIfPossible(slug, values.get(articleKey(slug)) ?? null)));
    },
    async pageOf(pageUrl) {
      const value = await namespace.get(urlKey(pageUrl), { cacheTtl: CACHE_TTL_SECONDS });
      return value === null ? undefined : decodePage(value);
    },
    front: () => loadJson(namespace, FRONT_KEY, frontSchema()),
    sitemap: () => loadJson(namespace, SITEMAP_KEY, sitemapSchema()),
    sitemapPart: (number) => loadJson(namespace, sitemapPartKey(number), sitemapPartSchema()),
  };
}

/** @throws {Error} where the value is neither a slug nor an absence. */
export function decodePage(value: string): PageCopy | undefined {
  if (!isAbsence(value)) return { slug: value };
  const absence = decodeAbsence(value);
  return absence && { absence };
}

async function loadJson<T>(
  namespace: KVNamespace,
  key: string,
  schema: { parse(value: unknown): T },
): Promise<T | undefined> {
  const value = await namespace.get(key, { type: 'json', cacheTtl: CACHE_TTL_SECONDS });
  return value === null ? undefined : schema.parse(value);
}

const encoder = new TextEncoder();

/** One value that cannot be read is as good as missing: it must not cost the others. */
function decodeIfPossible(slug: string, value: string | null): [string, Projection][] {
  try {
    return value === null ? [] : [[slug, decodeProjection(encoder.encode(value))]];
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
