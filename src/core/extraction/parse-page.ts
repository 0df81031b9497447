import {
  html,
  parse,
  parseFragment,
  serialize,
  type Token,
  type TreeAdapter,
  type TreeAdapterTypeMap,
} from 'parse5';
import { DomainError } from '../errors.ts';
import { BODY_MAX_DEPTH } from '../limits.ts';
import { PageElement, type PageNode, PageText } from './page-tree.ts';

/** Elements of a page; the largest of 232 real news pages has 9,000. What is cut off here is never a story. */
const MAX_ELEMENTS = 200_000;

/**
 * A parsed page, as much of a DOM `Document` as Readability asks for.
 */
export class PageDocument extends PageElement {
  /** Base of relative links: the page's own address unless it names another. */
  readonly baseURI: string;
  readonly documentURI: string;

  constructor(root: PageElement, pageUrl: string) {
    super('#document');
    this.appendChild(root);
    this.documentURI = pageUrl;
    const base = root.find(({ localName }) => localName === 'base')?.getAttribute('href') ?? '';
    this.baseURI = URL.parse(base, pageUrl)?.href ?? pageUrl;
  }

  get documentElement(): PageElement {
    return this.firstElementChild ?? this;
  }

  get head(): PageElement | undefined {
    return this.documentElement.children.find(({ localName }) => localName === 'head');
  }

  get body(): PageElement {
    const isBody = ({ localName }: PageElement) => localName === 'body' || localName === 'frameset';
    return this.documentElement.children.find(isBody) ?? this.documentElement;
  }

  get title(): string {
    return this.find(({ localName }) => localName === 'title')?.textContent.trim() ?? '';
  }

  createElement(tagName: string): PageElement {
    return new ParsedElement(tagName.toLowerCase());
  }

  createTextNode(text: string): PageText {
    return new PageText(text);
  }
}

/**
 * Parses a page as browsers do (HTML standard, by parse5), with scripts off: what stands in `noscript` is there.
 *
 * The depth is counted on the parser's own stack and parsing ends at the first element too many, so nothing deep is
 * ever built and the cost is linear in the text.
 *
 * @throws {DomainError} `nested-too-deeply`: more than {@link BODY_MAX_DEPTH} elements open at once;
 *   `too-many-elements`: more than {@link MAX_ELEMENTS} in all, which only formatting elements that are never closed
 *   reach.
 */
export function parsePage(source: string, pageUrl: string): PageDocument {
  const root = parse(source.replaceAll('\0', ''), { scriptingEnabled: false, treeAdapter: limited() });
  return new PageDocument(root.firstElementChild ?? new ParsedElement('html'), pageUrl);
}

/** What is inside an element, as markup. */
export function toMarkup(element: PageElement): string {
  return serialize(element, { treeAdapter: ADAPTER });
}

/** An element that can be read and written as markup. */
class ParsedElement extends PageElement {
  /** Tells Readability that renaming an element in place is enough: this tree has no element classes. */
  readonly __JSDOMParser__ = true;

  get innerHTML(): string {
    return toMarkup(this);
  }

  set innerHTML(markup: string) {
    const fragment = parseFragment(markup, { scriptingEnabled: false, treeAdapter: limited() });
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

/** The adapter with the limits of one parse. The parser's own root is on its stack as well. */
function limited(): TreeAdapter<PageTreeMap> {
  let depth = -1;
  let elements = 0;
  return {
    ...ADAPTER,
    createElement(tagName: string, namespace: html.NS, attributes: Token.Attribute[]) {
      elements += 1;
      if (elements > MAX_ELEMENTS) throw new DomainError({ kind: 'too-many-elements', limit: MAX_ELEMENTS });
      return ADAPTER.createElement(tagName, namespace, attributes);
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

function tooDeep(found: number): DomainError {
  return new DomainError({ kind: 'nested-too-deeply', limit: BODY_MAX_DEPTH, found });
}
