import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  Parser,
  type Token,
} from 'parse5';
import { PAGE_MAX_ELEMENTS } from '../limits.ts';
import type { StartTag } from './places.ts';

export type Element = DefaultTreeAdapterTypes.Element;
export type TextNode = DefaultTreeAdapterTypes.TextNode;
export type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** A tag as the page writes it. Offsets are UTF-16 units into the page. */
export type Tag =
  | (StartTag & { kind: 'start'; isSelfClosing: boolean; from: number; to: number })
  | { kind: 'end'; name: string; from: number; to: number };

export interface ScannedPage {
  document: ParentNode;
  /** Every tag that a streaming tokenizer sees, in the order of the page, those that no tree has use for too. */
  tags: Tag[];
}

/**
 * Reads a page twice at once: the tags as they come by, and the tree that a browser makes of them. Scripts count as on,
 * as they do for HTMLRewriter: what stands in `noscript` is no markup.
 *
 * @returns Undefined for a page of more elements than an article's page has; it would take too much memory.
 */
export function scanPage(source: string): ScannedPage | undefined {
  const scanner = new Scanner();
  try {
    scanner.tokenizer.write(source, true);
  } catch (error) {
    if (error instanceof TooManyElements) return undefined;
    throw error;
  }
  return { document: scanner.document, tags: scanner.tags };
}

class TooManyElements extends Error {
  override readonly name = 'TooManyElements';
}

class Scanner extends Parser<DefaultTreeAdapterMap> {
  readonly tags: Tag[] = [];

  constructor() {
    let left = PAGE_MAX_ELEMENTS;
    super({
      scriptingEnabled: true,
      sourceCodeLocationInfo: true,
      treeAdapter: {
        ...defaultTreeAdapter,
        createElement(tagName, namespace, attributes) {
          left -= 1;
          if (left < 0) throw new TooManyElements();
          return defaultTreeAdapter.createElement(tagName, namespace, attributes);
        },
      },
    });
  }

  override onStartTag(token: Token.TagToken): void {
    const attributes = new Map(token.attrs.map(({ name, value }) => [name, value]));
    const { tagName: name, selfClosing: isSelfClosing } = token;
    this.tags.push({ kind: 'start', name, attributes, isSelfClosing, ...extentOf(token) });
    super.onStartTag(token);
  }

  override onEndTag(token: Token.TagToken): void {
    const extent = extentOf(token);
    // The parser hands an end tag that closes a cell on to itself; the page says it once.
    if (this.tags.at(-1)?.from !== extent.from)
      this.tags.push({ kind: 'end', name: token.tagName, ...extent });
    super.onEndTag(token);
  }
}

function extentOf({ location }: Token.TagToken): { from: number; to: number } {
  return { from: location?.startOffset ?? 0, to: location?.endOffset ?? 0 };
}

export function isElement(node: DefaultTreeAdapterTypes.Node): node is Element {
  return 'tagName' in node;
}

export function isText(node: DefaultTreeAdapterTypes.Node): node is TextNode {
  return node.nodeName === '#text';
}
