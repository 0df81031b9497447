import { isNode, textOf, type XmlNode } from './xml.ts';

/** One item as its feed writes it. */
export interface RawItem {
  /** The best first; the first that is an address is taken. */
  addresses: (string | undefined)[];
  base?: string | undefined;
  published: string | undefined;
  updated: string | undefined;
  title: string | undefined;
}

export interface RawFeed {
  items: RawItem[];
  base?: string | undefined;
  isWellFormed: boolean;
}

/** Notices of PHP and the like, printed before the JSON. */
const NOTICE_MAX_LENGTH = 2_000;

/**
 * JSON Feed 1.0 and 1.1.
 *
 * @returns undefined for anything else.
 */
export function readJsonFeed(source: string): RawFeed | undefined {
  const start = source.slice(0, NOTICE_MAX_LENGTH).indexOf('{');
  if (start === -1 || /^\s*<(?:\?xml|rss|feed|rdf)/i.test(source.slice(0, 100))) return undefined;
  const parsed = parse(source.slice(start));
  if (
    parsed === undefined ||
    !String(parsed.version).includes('jsonfeed.org') ||
    !Array.isArray(parsed.items)
  )
    return undefined;
  return {
    items: parsed.items.filter(isNode).map(readItem),
    isWellFormed: source.slice(0, start).trim() === '',
  };
}

function parse(json: string): XmlNode | undefined {
  try {
    const parsed: unknown = JSON.parse(json);
    return isNode(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Many have no `url`, since their `id` is one (JSON Feed 1.1, "Items"). */
function readItem(item: XmlNode): RawItem {
  const id = textOf(item.id);
  return {
    addresses: [
      textOf(item.url),
      textOf(item.external_url),
      id !== undefined && /^https?:/i.test(id) ? id : undefined,
    ],
    published: textOf(item.date_published),
    updated: textOf(item.date_modified),
    title: textOf(item.title),
  };
}
