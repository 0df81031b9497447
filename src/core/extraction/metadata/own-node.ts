import { decodeText, foldLine } from '../page/decode-text.ts';
import type { PageElement } from '../page/page-tree.ts';
import type { PageDocument } from '../page/parse-page.ts';
import { type JsonLdNode, textOf } from './json-ld.ts';

/** More article nodes than this on one page, none of them the page's own by name, are a list of other pages' articles. */
const OWN_NODES_MAX_COUNT = 3;

interface PageNames {
  page: PageDocument;
  canonicalUrl: string | undefined;
  headings: readonly PageElement[];
}

/**
 * The node that describes this page: the one that has its address, else the one whose headline it shows. Themes write
 * JSON-LD for their teasers too.
 */
export function findOwnNode(
  nodes: readonly JsonLdNode[],
  { page, canonicalUrl, headings }: PageNames,
): JsonLdNode {
  const addresses = [page.documentURI, canonicalUrl ?? page.documentURI].map(comparableAddress);
  const titles = [page.title, ...headings.map(({ textContent }) => textContent)].map(comparable);
  const own =
    nodes.find((node) => addressesOf(node, page.baseURI).some((address) => addresses.includes(address))) ??
    nodes.find((node) => isTitle(textOf(node.headline) ?? textOf(node.name), titles));
  return own ?? (nodes.length > OWN_NODES_MAX_COUNT ? {} : (nodes[0] ?? {}));
}

function addressesOf(node: JsonLdNode, baseUrl: string): string[] {
  return [textOf(node.url, '@id'), textOf(node.mainEntityOfPage, '@id'), textOf(node['@id'])].flatMap(
    (address) => {
      const url = address === undefined ? null : URL.parse(address, baseUrl);
      return url === null ? [] : [comparableAddress(url.href)];
    },
  );
}

function comparableAddress(address: string): string {
  const [page = ''] = address.split('#', 1);
  return page.endsWith('/') ? page.slice(0, -1) : page;
}

function isTitle(headline: string | undefined, titles: readonly string[]): boolean {
  const wanted = comparable(decodeText(headline ?? ''));
  return wanted !== '' && titles.some((title) => title.includes(wanted));
}

function comparable(text: string): string {
  return foldLine(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
