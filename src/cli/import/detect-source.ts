import { open, stat } from 'node:fs/promises';
import { webAddress } from '../../core/extraction/page/page-links.ts';
import { parsePage } from '../../core/extraction/page/parse-page.ts';
import { isGhostExport } from './ghost-export.ts';
import { type FetchedFile, readUrl } from './read-url.ts';
import { isBuiltSite } from './site-folder.ts';
import { isWxr } from './wxr.ts';

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

const isAddress = (location: string): boolean => /^https?:\/\//iu.test(location);

/** What a source is, and where: a home page leads to the feed that it names. */
export async function detectSource(
  location: string,
  key: string | undefined,
): Promise<{ kind: SourceKind; location: string }> {
  return isAddress(location)
    ? await detectAddress(location, key)
    : { kind: await detectFile(location), location };
}

const START_BYTES = 4_096;
const START_OF_PAGE_BYTES = 100_000;

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

async function detectAddress(
  location: string,
  key: string | undefined,
): Promise<{ kind: SourceKind; location: string }> {
  if (key !== undefined || location.includes('/ghost/api/')) return { kind: 'ghost', location };
  if (location.includes('/wp-json') || location.includes('rest_route='))
    return { kind: 'wordpress', location };
  const file = await readUrl(location);
  const start = new TextDecoder().decode(file.bytes.slice(0, START_OF_PAGE_BYTES)).replace(/^\uFEFF/u, '');
  const kind = kindOfAnswer(start, file);
  if (kind !== undefined) return { kind, location };
  const feed = feedOfPage(start, file.url);
  if (feed !== undefined) return { kind: 'feed', location: feed };
  throw new Error(`What ${location} is cannot be told. Say it with --as: ${SOURCE_KINDS.join(', ')}`);
}

function kindOfAnswer(start: string, { headers, contentType }: FetchedFile): SourceKind | undefined {
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
  return undefined;
}

/** The first feed that a home page names for readers (RSS autodiscovery), of the whole site before those of comments. */
function feedOfPage(start: string, pageUrl: string): string | undefined {
  const page = parsePage(start, pageUrl);
  const feeds = page
    .querySelectorAll('link')
    .filter(
      (link) =>
        /(?:^|\s)alternate(?:\s|$)/iu.test(link.getAttribute('rel') ?? '') &&
        /^application\/(?:rss\+xml|atom\+xml|feed\+json)/iu.test(link.getAttribute('type') ?? ''),
    );
  const chosen = feeds.find((link) => !/comment/iu.test(link.getAttribute('title') ?? '')) ?? feeds[0];
  return webAddress(chosen?.getAttribute('href'), page.baseURI);
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
