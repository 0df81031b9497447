import type { HtmlElement, HtmlNode } from '../html/html-tree.ts';

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function attribute(element: HtmlElement, wanted: string): string | undefined {
  return element.attrs.find(({ name }) => name === wanted)?.value;
}

export function textWithin(node: HtmlNode): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textWithin).join('') : '';
}

/** A letter or digit on both sides makes an underscore part of a word. */
const UNDERSCORE_OUTSIDE_WORDS = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** Escapes what Markdown would read as marks anywhere in a line; a last `!` would make an image of a link behind it. */
export function escapeText(text: string): string {
  return text
    .replace(/[\\`*[\]<~]/g, '\\$&')
    .replace(UNDERSCORE_OUTSIDE_WORDS, '\\_')
    .replace(/!$/, '\\!')
    .replace(/&(?=#?\w+;)/g, '&amp;');
}

/** A link's or an image's address with its title, as it stands between the parentheses. */
export function writeTarget(address: string, title: string | undefined): string {
  const safe = address.replace(/&(?=#?\w+;)/g, '&amp;');
  const target = /[()]/.test(safe) ? `<${safe}>` : safe;
  return title === undefined ? target : `${target} "${escapeText(title).replaceAll('"', '\\"')}"`;
}
