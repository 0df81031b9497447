import { html, type Token } from 'parse5';
import { AttributedNode } from './page-attributes.ts';
import { ELEMENT_NODE, LinkedNode, TEXT_NODE } from './page-node.ts';

export type PageNode = PageElement | PageText;

const NO_NODES: readonly PageNode[] = [];

export class PageText extends LinkedNode<PageElement, PageNode> {
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

/**
 * The tree of a page, with the part of the DOM that an extraction needs.
 *
 * Nodes are linked both ways, so that taking out, putting in and stepping on cost the same on a page of ten elements
 * and of a hundred thousand. The names are the DOM standard's: Mozilla's Readability runs on this tree as it runs in
 * Firefox. Comments are no part of it.
 */
export class PageElement extends AttributedNode<PageElement, PageNode> {
  readonly nodeType = ELEMENT_NODE;
  localName: string;
  /** As in every DOM, a document has none, and whoever climbs stops there. */
  tagName: string | undefined;
  firstChild: PageNode | null = null;
  lastChild: PageNode | null = null;
  /** Marks that extraction steps leave on elements (Readability keeps its scores here). */
  readability?: unknown;
  namespaceURI: html.NS = html.NS.HTML;
  #childNodes: PageNode[] | undefined;
  #children: PageElement[] | undefined;

  constructor(localName: string, attributes: readonly Token.Attribute[] = []) {
    super(attributes);
    this.localName = localName;
    this.tagName = localName.toUpperCase();
  }

  get nodeName(): string {
    return this.tagName ?? this.localName;
  }

  get childNodes(): readonly PageNode[] {
    if (this.#childNodes === undefined) {
      const nodes: PageNode[] = [];
      for (let node = this.firstChild; node !== null; node = node.nextSibling) nodes.push(node);
      this.#childNodes = nodes;
    }
    return this.#childNodes;
  }

  get children(): readonly PageElement[] {
    this.#children ??= this.childNodes.filter((node) => node instanceof PageElement);
    return this.#children;
  }

  get firstElementChild(): PageElement | null {
    const first = this.firstChild;
    return first === null || first instanceof PageElement ? first : first.nextElementSibling;
  }

  get textContent(): string {
    let text = '';
    for (let node = this.firstChild; node !== null; node = node.nextSibling) text += node.textContent;
    return text;
  }

  set textContent(text: string) {
    this.removeChildren();
    if (text !== '') this.appendChild(new PageText(text));
  }

  /** In document order. `*` stands for any. */
  getElementsByTagName(name: string): PageElement[] {
    if (name === '*') return this.findAll(() => true);
    const wanted = name.toLowerCase();
    return this.findAll(({ localName }) => localName === wanted);
  }

  /** Knows lists of tag names, which is all that is asked of it. */
  querySelectorAll(tagNames: string): PageElement[] {
    const names = new Set(tagNames.toLowerCase().split(','));
    return this.findAll(({ localName }) => names.has(localName));
  }

  /** Every element inside this one that passes, in document order. */
  findAll(passes: (element: PageElement) => boolean): PageElement[] {
    const found: PageElement[] = [];
    for (let element = nextWithin(this, this); element !== null; element = nextWithin(element, this)) {
      if (passes(element)) found.push(element);
    }
    return found;
  }

  find(passes: (element: PageElement) => boolean): PageElement | undefined {
    for (let element = nextWithin(this, this); element !== null; element = nextWithin(element, this)) {
      if (passes(element)) return element;
    }
    return undefined;
  }

  appendChild<T extends PageNode>(node: T): T {
    return this.insertBefore(node, null);
  }

  insertBefore<T extends PageNode>(node: T, reference: PageNode | null): T {
    node.remove();
    const before = reference === null ? this.lastChild : reference.previousSibling;
    node.parentNode = this;
    node.previousSibling = before;
    node.nextSibling = reference;
    if (before === null) this.firstChild = node;
    else before.nextSibling = node;
    if (reference === null) this.lastChild = node;
    else reference.previousSibling = node;
    this.#forgetLists();
    return node;
  }

  removeChild<T extends PageNode>(node: T): T {
    const { previousSibling: before, nextSibling: after } = node;
    if (before === null) this.firstChild = after;
    else before.nextSibling = after;
    if (after === null) this.lastChild = before;
    else after.previousSibling = before;
    node.parentNode = null;
    node.previousSibling = null;
    node.nextSibling = null;
    this.#forgetLists();
    return node;
  }

  replaceChild<T extends PageNode>(fresh: PageNode, stale: T): T {
    this.insertBefore(fresh, stale);
    return this.removeChild(stale);
  }

  removeChildren(): void {
    while (this.firstChild !== null) this.removeChild(this.firstChild);
  }

  cloneNode(deep = false): PageElement {
    const clone = new PageElement(this.localName, this.attributes);
    clone.tagName = this.tagName;
    if (!deep) return clone;
    for (let node = this.firstChild; node !== null; node = node.nextSibling)
      clone.appendChild(node.cloneNode(true));
    return clone;
  }

  #forgetLists(): void {
    this.#childNodes = undefined;
    this.#children = undefined;
  }
}

/** The element that follows in document order, within `root`. */
function nextWithin(element: PageElement, root: PageElement): PageElement | null {
  if (element.firstElementChild !== null) return element.firstElementChild;
  let node = element;
  while (node !== root) {
    if (node.nextElementSibling !== null) return node.nextElementSibling;
    if (node.parentNode === null) return null;
    node = node.parentNode;
  }
  return null;
}
