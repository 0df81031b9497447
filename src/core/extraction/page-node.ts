import type { PageElement } from './page-tree.ts';

export type PageNode = PageElement | PageText;

export const ELEMENT_NODE = 1;
const TEXT_NODE = 3;
const NO_NODES: readonly PageNode[] = [];

/** A place in the tree: its neighbours and the element around it. */
export abstract class LinkedNode {
  parentNode: PageElement | null = null;
  nextSibling: PageNode | null = null;
  previousSibling: PageNode | null = null;

  get nextElementSibling(): PageElement | null {
    let node = this.nextSibling;
    while (node !== null && node.nodeType !== ELEMENT_NODE) node = node.nextSibling;
    return node;
  }

  get previousElementSibling(): PageElement | null {
    let node = this.previousSibling;
    while (node !== null && node.nodeType !== ELEMENT_NODE) node = node.previousSibling;
    return node;
  }

  /** Takes the node out of its parent, if it has one. */
  remove(this: PageNode): void {
    this.parentNode?.removeChild(this);
  }
}

export class PageText extends LinkedNode {
  readonly nodeType = TEXT_NODE;
  readonly nodeName = '#text';
  readonly childNodes: readonly PageNode[] = NO_NODES;
  textContent: string;

  constructor(text: string) {
    super();
    this.textContent = text;
  }

  cloneNode(): PageText {
    return new PageText(this.textContent);
  }
}
