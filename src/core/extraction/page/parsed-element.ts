import {
  html,
  parseFragment,
  serialize,
  type Token,
  type TreeAdapter,
  type TreeAdapterTypeMap,
} from 'parse5';
import { DomainError } from '../../errors.ts';
import { BODY_MAX_DEPTH } from '../../limits.ts';
import { PageBudget } from './page-budget.ts';

import { PageElement, type PageNode, PageText } from './page-tree.ts';

/** What a template holds, apart from the page. */
export function templateContent(template: PageElement): PageElement {
  return ADAPTER.getTemplateContent(template);
}

/** What is inside an element, as markup. */
export function toMarkup(element: PageElement): string {
  return serialize(element, { treeAdapter: ADAPTER });
}

/** An element that can be read and written as markup. */
export class ParsedElement extends PageElement {
  /** Tells Readability that renaming an element in place is enough: this tree has no element classes. */
  readonly __JSDOMParser__ = true;

  get innerHTML(): string {
    return toMarkup(this);
  }

  set innerHTML(markup: string) {
    const fragment = parseFragment(markup, { scriptingEnabled: false, treeAdapter: ADAPTER });
    this.removeChildren();
    while (fragment.firstChild !== null) this.appendChild(fragment.firstChild);
  }

  override cloneNode(deep = false): PageElement {
    const clone = new ParsedElement(this.localName, this.attributes);
    for (let node = deep ? this.firstChild : null; node !== null; node = node.nextSibling) {
      clone.appendChild(node.cloneNode(true));
    }
    return clone;
  }
}

type PageTreeMap = TreeAdapterTypeMap<
  PageNode,
  PageElement,
  PageNode,
  PageElement,
  PageElement,
  PageElement,
  PageText,
  PageText,
  PageElement,
  PageText
>;

/** Comments and doctypes are parsed and left out. */
const LEFT_OUT = new PageText('');

const ADAPTER: TreeAdapter<PageTreeMap> = {
  createDocument: () => new ParsedElement('#document'),
  createDocumentFragment: () => new ParsedElement('#fragment'),
  createElement: (tagName, namespace, attributes) => {
    const element = new ParsedElement(tagName, attributes);
    if (namespace !== html.NS.HTML) element.namespaceURI = namespace;
    return element;
  },
  createCommentNode: () => LEFT_OUT,
  createTextNode: (text) => new PageText(text),
  appendChild: (parent, node) => {
    if (node !== LEFT_OUT) parent.appendChild(node);
  },
  insertBefore: (parent, node, reference) => {
    if (node !== LEFT_OUT) parent.insertBefore(node, reference);
  },
  insertText: (parent, text) => {
    const last = parent.lastChild;
    if (last instanceof PageText) last.textContent += text;
    else parent.appendChild(new PageText(text));
  },
  insertTextBefore: (parent, text, reference) => {
    const before = reference.previousSibling;
    if (before instanceof PageText) before.textContent += text;
    else parent.insertBefore(new PageText(text), reference);
  },
  adoptAttributes: (recipient, attributes) => {
    for (const { name, value } of attributes)
      if (!recipient.hasAttribute(name)) recipient.setAttribute(name, value);
  },
  detachNode: (node) => node.remove(),
  /** Kept apart from the page, where nobody sees it. */
  setTemplateContent: (template, content) => {
    TEMPLATE_CONTENTS.set(template, content);
  },
  getTemplateContent: (template) => TEMPLATE_CONTENTS.get(template) ?? new ParsedElement('#fragment'),
  setDocumentType: () => undefined,
  setDocumentMode: () => undefined,
  getDocumentMode: () => html.DOCUMENT_MODE.NO_QUIRKS,
  getFirstChild: (parent) => parent.firstChild,
  getChildNodes: (parent) => [...parent.childNodes],
  getParentNode: (node) => node.parentNode,
  getAttrList: (element) => element.attributes,
  getTagName: (element) => element.localName,
  getNamespaceURI: (element) => element.namespaceURI,
  getTextNodeContent: (node) => node.textContent,
  getCommentNodeContent: () => '',
  getDocumentTypeNodeName: () => '',
  getDocumentTypeNodePublicId: () => '',
  getDocumentTypeNodeSystemId: () => '',
  isTextNode: (node): node is PageText => node instanceof PageText,
  isCommentNode: (node): node is PageText => node === LEFT_OUT,
  isDocumentTypeNode: (node): node is PageText => node === LEFT_OUT,
  isElementNode: (node): node is PageElement => node instanceof PageElement,
  getNodeSourceCodeLocation: () => undefined,
  setNodeSourceCodeLocation: () => undefined,
  updateNodeSourceCodeLocation: () => undefined,
};

const TEMPLATE_CONTENTS = new WeakMap<PageElement, PageElement>();

/**
 * The adapter with the limits of one parse. The parser's own root is on its stack as well.
 *
 * Programs, styles, drawings and pictures written out in an address are most of many pages and no part of any story:
 * they are never kept.
 */
export function limited(): TreeAdapter<PageTreeMap> {
  let depth = -1;
  const budget = new PageBudget();
  return {
    ...ADAPTER,
    createElement(tagName: string, namespace: html.NS, attributes: Token.Attribute[]) {
      if (namespace === html.NS.SVG) return ADAPTER.createElement(tagName, namespace, []);
      const kept = attributes.map(shortenPicture);
      budget.element(kept, depth);
      return ADAPTER.createElement(tagName, namespace, kept);
    },
    appendChild(parent, node) {
      if (parent.namespaceURI !== html.NS.SVG) ADAPTER.appendChild(parent, node);
    },
    insertText(parent, text) {
      if (isProgram(parent)) return;
      budget.text(text);
      ADAPTER.insertText(parent, text);
    },
    insertTextBefore(parent, text, reference) {
      budget.text(text);
      ADAPTER.insertTextBefore(parent, text, reference);
    },
    onItemPush() {
      depth += 1;
      if (depth > BODY_MAX_DEPTH) throw tooDeep(depth);
    },
    onItemPop() {
      depth -= 1;
    },
  };
}

function shortenPicture(attribute: Token.Attribute): Token.Attribute {
  return /^\s{0,9}data:/i.test(attribute.value) ? { name: attribute.name, value: 'data:,' } : attribute;
}

/** Structured data stands in a script as well. */
function isProgram(element: PageElement): boolean {
  return (
    element.namespaceURI === html.NS.SVG ||
    element.localName === 'style' ||
    (element.localName === 'script' && !/json/i.test(element.getAttribute('type')?.slice(0, 100) ?? ''))
  );
}

function tooDeep(found: number): DomainError {
  return new DomainError({ kind: 'nested-too-deeply', limit: BODY_MAX_DEPTH, found });
}
