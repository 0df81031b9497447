import type { RawFeed, RawItem } from './read-json-feed.ts';
import { isNode, listOf, member, parseXml, rootOf, textOf, type XmlNode } from './xml.ts';

/**
 * RSS 0.9 to 2.0, RDF and Atom, whatever prefix their names have.
 *
 * @returns undefined for anything else.
 */
export function readXmlFeed(source: string): RawFeed | undefined {
  const whole = readDocument(parseXml(source));
  const pieces = /<(?:\w{1,20}:)?(?:rss|rdf|feed)\b/i.test(source.slice(0, 5_000)) ? cutItems(source) : [];
  if (whole !== undefined && whole.items.length >= pieces.length)
    return { ...whole, isWellFormed: isClosed(source) };
  if (pieces.length === 0) return whole;
  return { ...whole, items: pieces.flatMap(readPiece), isWellFormed: false };
}

/** The parser takes a document that ends anywhere. */
function isClosed(source: string): boolean {
  return /<\/(?:\w{1,20}:)?(?:rss|rdf|feed)\s{0,20}>/i.test(source.slice(-2_000));
}

function readDocument(document: XmlNode | undefined): RawFeed | undefined {
  const found = document === undefined ? undefined : rootOf(document, ['rss', 'RDF', 'feed']);
  if (found === undefined) return undefined;
  const { root, name, prefix } = found;
  const base = textOf(root['@xml:base']);
  if (name === 'feed')
    return {
      base,
      items: listOf(root[`${prefix}entry`]).map((entry) => readAtomEntry(entry, prefix)),
      isWellFormed: true,
    };
  const channel = member(root, 'channel');
  const holder = name === 'RDF' ? root : channel;
  return {
    base: textOf(channel?.['@xml:base']) ?? base,
    items: listOf(holder?.item).map(readRssItem),
    isWellFormed: true,
  };
}

function readRssItem(item: XmlNode): RawItem {
  const guid = isNode(item.guid) ? item.guid : { '#text': item.guid };
  const links = [...listOf(item['atom:link']), ...listOf(item.link)];
  return {
    addresses: [
      textOf(item['feedburner:origLink']),
      textOf(item.link),
      guid['@isPermaLink'] === 'false' ? undefined : textOf(guid),
      chooseAlternate(links),
    ],
    base: textOf(item['@xml:base']),
    published: textOf(item.pubDate) ?? textOf(item['dc:date']) ?? textOf(item['atom:published']),
    updated: textOf(item['atom:updated']) ?? textOf(item['dcterms:modified']),
    title: textOf(item.title),
  };
}

function readAtomEntry(entry: XmlNode, prefix: string): RawItem {
  const links = listOf(entry[`${prefix}link`]);
  return {
    addresses: [
      textOf(entry['feedburner:origLink']),
      chooseAlternate(links),
      textOf(links.find((link) => link['@rel'] !== 'self' && link['@rel'] !== 'edit')?.['@href']),
    ],
    base: textOf(entry['@xml:base']),
    published: textOf(entry[`${prefix}published`]) ?? textOf(entry[`${prefix}issued`]),
    updated: textOf(entry[`${prefix}updated`]) ?? textOf(entry[`${prefix}modified`]),
    title: textOf(entry[`${prefix}title`]),
  };
}

/** The page itself among other forms of it (RFC 4287, section 4.2.7). */
function chooseAlternate(links: readonly XmlNode[]): string | undefined {
  const alternates = links.filter((link) => link['@rel'] === undefined || link['@rel'] === 'alternate');
  const html = alternates.find((link) => /html/i.test(textOf(link['@type']) ?? ''));
  return textOf((html ?? alternates.find((link) => link['@type'] === undefined) ?? alternates[0])?.['@href']);
}

const ITEMS_MAX_COUNT = 100_000;

/** The items of a feed as they stand, from one start to the next: an item after broken markup is one as well. */
function cutItems(source: string): string[] {
  const starts = [...source.matchAll(/<(?:\w{1,20}:)?(?:item|entry)[\s>]/gi)]
    .slice(0, ITEMS_MAX_COUNT)
    .map(({ index }) => index);
  return starts.map((start, number) => {
    const piece = source.slice(start, starts[number + 1]);
    const end = piece.search(/<\/(?:\w{1,20}:)?(?:item|entry)\s{0,10}>/i);
    return end === -1 ? piece : piece.slice(0, piece.indexOf('>', end) + 1);
  });
}

/** @returns Nothing for a piece that does not even name its page. */
function readPiece(piece: string): RawItem[] {
  const whole = rootOf(parseXml(piece) ?? {}, ['item', 'entry']);
  const item =
    whole === undefined
      ? undefined
      : whole.name === 'item'
        ? readRssItem(whole.root)
        : readAtomEntry(whole.root, whole.prefix);
  if (item?.addresses.some((address) => address !== undefined)) return [item];
  const picked = pickItem(piece);
  return picked.addresses.some((address) => address !== undefined) ? [picked] : [];
}

/** The lines of an item whose other lines are broken. */
function pickItem(piece: string): RawItem {
  const line = (expression: RegExp) => {
    const [, found] = expression.exec(piece) ?? [];
    return found
      ?.replace(/^\s*<!\[CDATA\[/, '')
      .replace(/\]\]>$/, '')
      .trim();
  };
  return {
    addresses: [
      line(/<link>([^<]{1,2100})<\/link>/i),
      line(/<link\s[^<>]{0,200}href\s?=\s?["']([^"'<>]{1,2100})["']/i),
    ],
    published: line(/<(?:pubDate|published|dc:date)>([^<]{1,100})</i),
    updated: line(/<updated>([^<]{1,100})</i),
    title: line(/<title[^<>]{0,100}>([^<]{1,500})</i),
  };
}
