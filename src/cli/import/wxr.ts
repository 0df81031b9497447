import { createReadStream } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { parsePublishedTime } from '../../core/extraction/metadata/published-time.ts';
import { type ImportItem, type ImportSource, isOld, toItem } from './import-item.ts';
import { replaceSpans } from './marks/spans.ts';
import { isDefaultCategory } from './wordpress-terms.ts';

/** Whether a file begins like the export of WordPress ("WordPress eXtended RSS"). */
export const isWxr = (start: string): boolean =>
  /xmlns:wp\s*=\s*"http:\/\/wordpress\.org\/export\//u.test(start);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  trimValues: false,
  processEntities: true,
  isArray: (name) => name === 'category' || name === 'wp:postmeta',
});

/**
 * The posts of a WXR file, item by item, so that an archive of any size needs the memory of one post. Bodies are as
 * they stand in the editor: block comments and paragraphs without tags.
 */
export function createWxrSource(file: string, since: string | undefined): ImportSource {
  return {
    total: () => undefined,
    async *items() {
      const authors = new Map<string, string>();
      let number = 0;
      for await (const { kind, xml } of elementsOf(file)) {
        if (kind === 'author') noteAuthor(authors, xml);
        else if (kind === 'cut-off')
          yield {
            kind: 'refused',
            name: file,
            reason: 'ends in the middle of an item: the file was cut off',
          };
        else {
          number += 1;
          const item = readItem(xml, authors, `${file}, item ${number}`);
          if (!isOld(item, since)) yield item;
        }
      }
    },
  };
}

const ITEM_MAX_LENGTH = 16 * 1024 * 1024;
const OPENINGS = { item: '<item>', author: '<wp:author>' } as const;
const CLOSINGS = { item: '</item>', author: '</wp:author>' } as const;

/** Cuts the file at its items. What stands in CDATA is text, closing tags included. */
async function* elementsOf(
  file: string,
): AsyncIterable<{ kind: 'item' | 'author' | 'cut-off'; xml: string }> {
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 1024 * 1024 })) {
    rest += String(chunk);
    for (;;) {
      const next = nextElement(rest);
      if (next === undefined) break;
      yield next;
      rest = rest.slice(next.end);
    }
    if (rest.length > ITEM_MAX_LENGTH) rest = rest.slice(-OPENINGS.author.length);
  }
  if (rest.includes(OPENINGS.item)) yield { kind: 'cut-off', xml: rest };
}

function nextElement(text: string): { kind: 'item' | 'author'; xml: string; end: number } | undefined {
  const item = text.indexOf(OPENINGS.item);
  const author = text.indexOf(OPENINGS.author);
  const kind = author !== -1 && (item === -1 || author < item) ? 'author' : 'item';
  const start = kind === 'author' ? author : item;
  const close = start === -1 ? -1 : closingAfter(text, start, CLOSINGS[kind]);
  if (close === -1) return undefined;
  const end = close + CLOSINGS[kind].length;
  return { kind, xml: text.slice(start, end), end };
}

/** @returns -1 where the element is not whole yet. */
function closingAfter(text: string, start: number, closing: string): number {
  for (let from = start; ; ) {
    const close = text.indexOf(closing, from);
    const opened = text.indexOf('<![CDATA[', from);
    if (close === -1 || opened === -1 || close < opened) return close;
    const closed = text.indexOf(']]>', opened);
    if (closed === -1) return -1;
    from = closed;
  }
}

type Members = Readonly<Record<string, unknown>>;

const parse = (xml: string): Members => {
  const [members] = Object.values(parser.parse(xml) as Record<string, unknown>);
  return typeof members === 'object' && members !== null ? (members as Members) : {};
};

function wordsIn(value: unknown): string {
  if (typeof value === 'object' && value !== null && '#text' in value) return wordsIn(value['#text']);
  return typeof value === 'string' ? value.trim() : '';
}

function noteAuthor(authors: Map<string, string>, xml: string): void {
  const author = parse(xml);
  authors.set(wordsIn(author['wp:author_login']), wordsIn(author['wp:author_display_name']));
}

function readItem(xml: string, authors: ReadonlyMap<string, string>, place: string): ImportItem {
  let item: Members;
  try {
    item = parse(xml);
  } catch {
    return { kind: 'refused', name: place, reason: 'is not well-formed XML' };
  }
  const name = wordsIn(item['wp:post_name']) || wordsIn(item.title) || place;
  const type = wordsIn(item['wp:post_type']);
  if (type !== 'post') return { kind: 'left-out', name, reason: `is a ${type || 'thing without a type'}` };
  const status = wordsIn(item['wp:status']);
  if (status !== 'publish' && status !== 'future')
    return { kind: 'left-out', name, reason: `is ${status || 'without a status'}` };
  if (wordsIn(item['wp:post_password']) !== '') return { kind: 'left-out', name, reason: 'needs a password' };
  const login = wordsIn(item['dc:creator']);
  return toItem({
    name,
    slug: name,
    title: wordsIn(item.title),
    body: { html: paragraphs(wordsIn(item['content:encoded'])) },
    url: addressIn(wordsIn(item.link)),
    byline: authors.get(login) || login || null,
    publishedAt: parsePublishedTime(wordsIn(item['wp:post_date_gmt']) || wordsIn(item.pubDate)) ?? null,
    updatedAt: parsePublishedTime(wordsIn(item['wp:post_modified_gmt'])) ?? null,
    tags: termsOf(item.category),
  });
}

/** A post that was never shown has `?p=12` for an address. */
const addressIn = (link: string): string | null => (/^https?:\/\//u.test(link) ? link : null);

function termsOf(value: unknown): string[] {
  return (Array.isArray(value) ? (value as Members[]) : []).flatMap((term) => {
    const domain = wordsIn(term['@domain']);
    const isTag =
      domain === 'post_tag' || (domain === 'category' && !isDefaultCategory({ name: wordsIn(term) }));
    return isTag ? [wordsIn(term)] : [];
  });
}

const BLOCK =
  /^\s*<(?:address|article|aside|blockquote|div|dl|figure|form|h[1-6]|hr|iframe|ol|p|pre|section|table|ul|!--)[\s>/]/iu;

const SHORTCODE = /^\/?[a-z][\w-]*(?:\s|\/?$)/u;

/** The editor keeps paragraphs as blank lines; block comments go, `[caption]` becomes a figure, other shortcodes leave nothing. */
export function paragraphs(content: string): string {
  let html = replaceSpans(content, '<!--', '-->', () => '');
  html = replaceSpans(html, '[caption', '[/caption]', (inside) =>
    figureOf(inside.slice(inside.indexOf(']') + 1)),
  );
  html = replaceSpans(html, '[', ']', (inside) => (SHORTCODE.test(inside) ? '' : `[${inside}]`));
  return html
    .replaceAll('\r\n', '\n')
    .split('\n\n')
    .filter((block) => block.trim() !== '')
    .map((block) => (BLOCK.test(block) ? block : `<p>${block.trim().replaceAll('\n', '<br>')}</p>`))
    .join('\n');
}

/** A picture, perhaps in a link, and the words behind it. */
function figureOf(inside: string): string {
  const start = inside.indexOf('<img');
  const end = start === -1 ? -1 : inside.indexOf('>', start);
  if (end === -1) return '';
  const rest = inside.slice(end + 1).trimStart();
  const isLinked = rest.startsWith('</a>');
  const picture = `${inside.slice(0, end + 1)}${isLinked ? '</a>' : ''}`;
  const words = isLinked ? rest.slice('</a>'.length) : rest;
  return `\n\n<figure>${picture}<figcaption>${words.trim()}</figcaption></figure>\n\n`;
}
