import { stat } from 'node:fs/promises';
import { createGhostSource } from './ghost.ts';
import type { ImportSource } from './import-item.ts';
import { createMarkdownSource } from './markdown-folder.ts';
import { createNdjsonSource } from './ndjson.ts';
import { readUrl } from './read-url.ts';
import { createFeedSource, createSitemapSource } from './web-pages.ts';
import { createWordPressSource } from './wordpress.ts';

export const SOURCE_KINDS = ['feed', 'sitemap', 'wordpress', 'ghost', 'markdown', 'ndjson'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export interface SourceOptions {
  kind: SourceKind | undefined;
  since: string | undefined;
  /** Content key of Ghost. */
  key: string | undefined;
  baseUrl: string | undefined;
}

/** Opens what `npm run import --` was pointed at; its kind is found out where it was not said. */
export async function chooseSource(
  location: string,
  options: SourceOptions,
): Promise<{ kind: SourceKind; source: ImportSource }> {
  const kind = options.kind ?? (await detectKind(location, options.key));
  return { kind, source: openSource(kind, location, options) };
}

function openSource(
  kind: SourceKind,
  location: string,
  { since, key, baseUrl }: SourceOptions,
): ImportSource {
  switch (kind) {
    case 'feed':
      return createFeedSource(location, since);
    case 'sitemap':
      return createSitemapSource(location, since);
    case 'wordpress':
      return createWordPressSource(location, since);
    case 'ghost':
      if (key === undefined) throw new Error('Ghost needs a content key: --key …');
      return createGhostSource(location, key, since);
    case 'markdown':
      return createMarkdownSource(location, { since, baseUrl });
    case 'ndjson':
      return createNdjsonSource(location, since);
  }
}

async function detectKind(location: string, key: string | undefined): Promise<SourceKind> {
  if (!/^https?:\/\//iu.test(location)) return (await stat(location)).isDirectory() ? 'markdown' : 'ndjson';
  if (key !== undefined || location.includes('/ghost/api/')) return 'ghost';
  if (location.includes('/wp-json')) return 'wordpress';
  const { bytes, headers } = await readUrl(location);
  const start = new TextDecoder().decode(bytes.slice(0, 100_000));
  if (/<(?:urlset|sitemapindex)\b/u.test(start)) return 'sitemap';
  if (/<(?:rss|feed|rdf:RDF)\b/u.test(start) || /"version"\s*:\s*"https:\/\/jsonfeed\.org/u.test(start))
    return 'feed';
  if (/api\.w\.org/u.test(headers.get('Link') ?? '') || start.includes('https://api.w.org/'))
    return 'wordpress';
  if (/<meta name="generator" content="Ghost\b/u.test(start)) return 'ghost';
  throw new Error(`What ${location} is cannot be told. Say it with --as: ${SOURCE_KINDS.join(', ')}`);
}
