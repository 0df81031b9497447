import { isElement, isText, type ParentNode, type TextNode } from './scan-page.ts';

/** The words of a page as they follow one another, without white space, each with the node that holds it. */
export class PageWords {
  readonly text: string;
  readonly #starts: number[] = [];
  readonly #nodes: TextNode[] = [];

  constructor(document: ParentNode) {
    let text = '';
    for (const node of textNodesOf(document)) {
      const words = foldWords(node.value);
      if (words === '') continue;
      this.#starts.push(text.length);
      this.#nodes.push(node);
      text += words;
    }
    this.text = text;
  }

  nodeAt(index: number): TextNode | undefined {
    return this.#nodes[this.#starts.findLastIndex((start) => start <= index)];
  }

  /** How many letters stand before an offset of the page, counting whole nodes. */
  lettersBefore(offset: number): number {
    const next = this.#nodes.findIndex((node) => (node.sourceCodeLocation?.startOffset ?? 0) >= offset);
    return next === -1 ? this.text.length : (this.#starts[next] ?? 0);
  }
}

/** What is never shown as text, or is no part of the page's body. */
export const UNSEEN: ReadonlySet<string> = new Set(
  'head script style template noscript noframes iframe textarea select svg title'.split(' '),
);

function* textNodesOf(parent: ParentNode): Generator<TextNode> {
  for (const node of parent.childNodes) {
    if (isText(node)) yield node;
    else if (isElement(node) && !UNSEEN.has(node.tagName)) yield* textNodesOf(node);
  }
}

/** White space, soft hyphens and characters without width differ between a page and what was read off it. */
export function foldWords(text: string): string {
  return text.replace(/[\s\p{Cf}]+/gu, '');
}
