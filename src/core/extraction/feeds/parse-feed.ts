import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type DateHabits, parsePublishedTime } from '../metadata/published-time.ts';
import { decodeReferences } from '../page/decode-text.ts';
import { webAddress } from '../page/page-links.ts';
import { type RawFeed, type RawItem, readJsonFeed } from './read-json-feed.ts';
import { readXmlFeed } from './read-xml-feed.ts';

export interface ListedItem {
  /** Absolute address of the page. */
  url: string;
  /** Whatever in the item changes when the page does: its dates and title. */
  fingerprint: string;
  /** RFC 3339; null where the feed does not say. */
  publishedAt: string | null;
  /** The last change, or the publication where no change is told. */
  updatedAt: string | null;
  title: string | null;
}

/** What a feed lists, and what was wrong with it. */
export interface Feed {
  items: ListedItem[];
  /** False where items had to be picked out of markup that is not well-formed. */
  isWellFormed: boolean;
  /** Items without an address. */
  skippedCount: number;
}

/**
 * Reads RSS 0.9 to 2.0, RDF, Atom and JSON Feed: the pages that a feed lists, in its order. One that is not well-formed is
 * read as far as it is.
 *
 * @returns undefined for anything else.
 */
export function readFeed(source: string, feedUrl: string, habits: DateHabits = {}): Feed | undefined {
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  const raw = readJsonFeed(text) ?? readXmlFeed(text);
  if (raw === undefined) return undefined;
  const items = raw.items.flatMap((item) => listItem(item, baseOf(raw, item, feedUrl), habits) ?? []);
  return {
    items,
    isWellFormed: raw.isWellFormed,
    skippedCount: raw.items.length - items.length,
  };
}

/** The items of {@link readFeed} alone. */
export function parseFeed(source: string, feedUrl: string): ListedItem[] | undefined {
  return readFeed(source, feedUrl)?.items;
}

/** `xml:base` of the feed and of the item, each resolved on the one around it. */
function baseOf({ base }: RawFeed, item: RawItem, feedUrl: string): string {
  const outer = URL.parse(base ?? '', feedUrl)?.href ?? feedUrl;
  return URL.parse(item.base ?? '', outer)?.href ?? outer;
}

function listItem(item: RawItem, baseUrl: string, habits: DateHabits): ListedItem | undefined {
  const url = item.addresses
    .map((address) => webAddress(address === undefined ? undefined : decodeReferences(address), baseUrl))
    .find((address) => address !== undefined);
  if (url === undefined) return undefined;
  const { published, updated, title } = item;
  const publishedAt = parsePublishedTime(published, habits) ?? null;
  return {
    url,
    fingerprint: fingerprintOf([published, updated, title]),
    publishedAt,
    updatedAt: parsePublishedTime(updated, habits) ?? publishedAt,
    title: title ?? null,
  };
}

/** Short, whatever a feed writes into its titles: a thousand of them are remembered. */
export function fingerprintOf(facts: readonly unknown[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(facts)))).slice(0, 16);
}
