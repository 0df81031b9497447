import { open, stat } from 'node:fs/promises';
import { createFolderSource, type SystemName } from './folder-source.ts';
import { createGhostSource } from './ghost.ts';
import { createGhostExportSource, isGhostExport } from './ghost-export.ts';
import type { ImportSource } from './import-item.ts';
import { createJsonSource, createNdjsonSource } from './json-articles.ts';
import { readUrl } from './read-url.ts';
import { createSiteSource, isBuiltSite } from './site-folder.ts';
import { createFeedSource, createSitemapSource } from './web-pages.ts';
import { createWordPressSource } from './wordpress.ts';
import { createWxrSource, isWxr } from './wxr.ts';

export const SOURCE_KINDS = [
  'feed',
  'sitemap',
  'wordpress',
  'ghost',
  'site',
  'markdown',
  'wxr',
  'ghost-export',
  'json',
  'ndjson',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export interface SourceOptions {
  kind: SourceKind | undefined;
  since: string | undefined;
  /** Content key of Ghost. */
  key: string | undefined;
  baseUrl: string | undefined;
  /** What publishes a folder of Markdown, where it cannot be told. */
  system?: SystemName | undefined;
  permalink?: string | undefined;
  zone?: string | undefined;
}

/** Opens what `npm run import --` was pointed at; its kind is found out where it was not said. */
export async function chooseSource(
  location: string,
  options: SourceOptions,
): Promise<{ kind: SourceKind; source: ImportSource }> {
  const kind = options.kind ?? (await detectKind(location, options.key));
  return { kind, source: openSource(kind, location, options) };
}

function openSource(kind: SourceKind, location: string, options: SourceOptions): ImportSource {
  const { since, key, baseUrl, system, permalink, zone } = options;
  switch (kind) {
    case 'feed':
      return createFeedSource(location, { since, zone });
    case 'sitemap':
      return createSitemapSource(location, { since, zone });
    case 'wordpress':
      return createWordPressSource(location, since);
    case 'ghost':
      if (key === undefined) throw new Error('Ghost needs a content key: --key …');
      return createGhostSource(location, key, since);
    case 'site':
      if (baseUrl === undefined)
        throw new Error('A built site needs its address: --base-url https://news.example/');
      return createSiteSource(location, { since, baseUrl, zone });
    case 'markdown':
      return createFolderSource(location, { since, baseUrl, system, permalink, zone });
    case 'wxr':
      return createWxrSource(location, since);
    case 'ghost-export':
      return createGhostExportSource(location, { since, baseUrl });
    case 'json':
      return createJsonSource(location, since);
    case 'ndjson':
      return createNdjsonSource(location, since);
  }
}

const isAddress = (location: string): boolean => /^https?:\/\//iu.test(location);

function detectKind(location: string, key: string | undefined): Promise<SourceKind> {
  return isAddress(location) ? detectAddress(location, key) : detectFile(location);
}

const START_BYTES = 4_096;

async function detectFile(location: string): Promise<SourceKind> {
  const found = await stat(location).catch(() => undefined);
  if (found === undefined) throw new Error(`There is no file or folder ${location}.`);
  if (found.isDirectory()) return (await isBuiltSite(location)) ? 'site' : 'markdown';
  const file = await open(location);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(START_BYTES), 0, START_BYTES, 0);
    const start = buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/u, '');
    if (isWxr(start)) return 'wxr';
    if (isGhostExport(start)) return 'ghost-export';
    return /^\s*\[/u.test(start) ? 'json' : 'ndjson';
  } finally {
    await file.close();
  }
}

async function detectAddress(location: string, key: string | undefined): Promise<SourceKind> {
  if (key !== undefined || location.includes('/ghost/api/')) return 'ghost';
  if (location.includes('/wp-json') || location.includes('rest_route=')) return 'wordpress';
  const { bytes, headers, contentType } = await readUrl(location);
  const start = new TextDecoder().decode(bytes.slice(0, 100_000)).replace(/^\uFEFF/u, '');
  const root = rootOf(start);
  if (/^(?:\w+:)?(?:urlset|sitemapindex)$/u.test(root) || isListOfAddresses(start, contentType))
    return 'sitemap';
  if (
    /^(?:\w+:)?(?:rss|feed|RDF)$/u.test(root) ||
    /"version"\s*:\s*"https:\\?\/\\?\/jsonfeed\.org/u.test(start)
  )
    return 'feed';
  if (/api\.w\.org/u.test(headers.get('Link') ?? '') || start.includes('https://api.w.org/'))
    return 'wordpress';
  if (/<meta name="generator" content="Ghost\b/u.test(start)) return 'ghost';
  throw new Error(`What ${location} is cannot be told. Say it with --as: ${SOURCE_KINDS.join(', ')}`);
}

/** The first element of a document, declarations and comments passed: a feed inside a page is no feed. */
function rootOf(start: string): string {
  let rest = start.trimStart();
  for (;;) {
    const end = rest.startsWith('<!--') ? '-->' : /^<[?!]/u.test(rest) ? '>' : undefined;
    if (end === undefined) return /^<([\w:]+)/u.exec(rest)?.[1] ?? '';
    const at = rest.indexOf(end);
    if (at === -1) return '';
    rest = rest.slice(at + end.length).trimStart();
  }
}

/** A text sitemap: nothing but addresses, one a line (sitemaps.org). */
function isListOfAddresses(start: string, contentType: string): boolean {
  const [first = ''] = start.split('\n', 1);
  return !/html|json|xml/u.test(contentType) && isAddress(first.trim());
}
