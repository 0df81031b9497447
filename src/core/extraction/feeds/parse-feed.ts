import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { XMLParser } from 'fast-xml-parser';
import { parsePublishedTime } from '../metadata/published-time.ts';
import { webAddress } from '../page/page-links.ts';

export interface ListedItem {
  /** Absolute address of the page. */
  url: string;
  /** Whatever in the item changes when the page does: its dates and title. */
  fingerprint: string;
  /** RFC 3339; null where the feed does not say. */
  updatedAt: string | null;
  title: string | null;
}

const ITEMS_MAX_COUNT = 500;

/**
 * Reads RSS 0.9 to 2.0, RDF, Atom and JSON Feed: the pages that a feed lists, in its order.
 *
 * @returns undefined for anything else.
 */
export function parseFeed(source: string, feedUrl: string): ListedItem[] | undefined {
  const raw = /^\s*[{[]/u.test(source) ? jsonItems(source) : xmlItems(source);
  return raw?.slice(0, ITEMS_MAX_COUNT).flatMap((item) => {
    const url = webAddress(item.address, feedUrl);
    if (url === undefined) return [];
    const { published, updated, title } = item;
    return [
      {
        url,
        fingerprint: fingerprintOf([published, updated, title]),
        updatedAt: parsePublishedTime(updated ?? published) ?? null,
        title: title ?? null,
      },
    ];
  });
}

/** Short, whatever a feed writes into its titles: a thousand of them are remembered. */
function fingerprintOf(facts: readonly unknown[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(facts)))).slice(0, 16);
}

interface RawItem {
  address: string | undefined;
  published: string | undefined;
  updated: string | undefined;
  title: string | undefined;
}

type Node = Readonly<Record<string, unknown>>;

function jsonItems(source: string): RawItem[] | undefined {
  try {
    const { version, items } = JSON.parse(source) as Node;
    if (!String(version).includes('jsonfeed.org') || !Array.isArray(items)) return undefined;
    return items.filter(isNode).map((item) => ({
      address: textOf(item.url) ?? textOf(item.external_url),
      published: textOf(item.date_published),
      updated: textOf(item.date_modified),
      title: textOf(item.title),
    }));
  } catch {
    return undefined; // Neither JSON nor a feed.
  }
}

/** Entities of a document type are never expanded: five lines of them can stand for gigabytes. */
const xmlParser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
  htmlEntities: true,
  trimValues: true,
});

/** @returns undefined where it is not well-formed enough, or brings entities of its own. */
export function parseXml(source: string): Node | undefined {
  if (/<!ENTITY/iu.test(source.slice(0, 10_000))) return undefined;
  try {
    const root: unknown = xmlParser.parse(source);
    return isNode(root) ? root : undefined;
  } catch {
    return undefined;
  }
}

function xmlItems(source: string): RawItem[] | undefined {
  const root = parseXml(source);
  if (root === undefined) return undefined;
  if ('rss' in root) return listOf(member(member(root, 'rss'), 'channel')?.item).map(readRssItem);
  if ('rdf:RDF' in root) return listOf(member(root, 'rdf:RDF')?.item).map(readRssItem);
  return 'feed' in root ? listOf(member(root, 'feed')?.entry).map(readAtomEntry) : undefined;
}

function readRssItem(item: Node): RawItem {
  const guid = isNode(item.guid) ? item.guid : { '#text': item.guid };
  const permalink = guid['@isPermaLink'] === 'false' ? undefined : textOf(guid);
  return {
    address: textOf(item['feedburner:origLink']) ?? textOf(item.link) ?? permalink,
    published: textOf(item.pubDate) ?? textOf(item['dc:date']),
    updated: textOf(item['atom:updated']) ?? textOf(item['dcterms:modified']),
    title: textOf(item.title),
  };
}

function readAtomEntry(entry: Node): RawItem {
  const links = listOf(entry.link);
  const alternate = links.find((link) => link['@rel'] === undefined || link['@rel'] === 'alternate');
  return {
    address: textOf(alternate?.['@href'] ?? links[0]?.['@href']),
    published: textOf(entry.published),
    updated: textOf(entry.updated),
    title: textOf(entry.title),
  };
}

export function member(node: Node | undefined, name: string): Node | undefined {
  const value = node?.[name];
  return isNode(value) ? value : undefined;
}

export function listOf(value: unknown): Node[] {
  return (Array.isArray(value) ? value : [value]).filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return textOf(value[0]);
  if (isNode(value)) return textOf(value['#text']);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
