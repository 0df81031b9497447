import { parse } from 'parse5';
import { PageFull } from './page-budget.ts';
import { PageElement, PageText } from './page-tree.ts';
import { limited, ParsedElement } from './parsed-element.ts';
import { openShadowRoots } from './shadow-roots.ts';

/**
 * A parsed page, as much of a DOM `Document` as Readability asks for.
 */
export class PageDocument extends PageElement {
  /** Base of relative links: the page's own address unless it names another. */
  readonly baseURI: string;
  readonly documentURI: string;

  constructor(root: PageElement, pageUrl: string) {
    super('#document');
    this.tagName = undefined;
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
 * ever built and the cost is linear in the text. A page that says more than a {@link PageBudget} has is cut off there.
 *
 * @throws {DomainError} `nested-too-deeply`: more than {@link BODY_MAX_DEPTH} elements open at once.
 */
export function parsePage(source: string, pageUrl: string): PageDocument {
  const root = parseUntilFull(source.replaceAll('\0', ''));
  openShadowRoots(root);
  return new PageDocument(root.firstElementChild ?? new ParsedElement('html'), pageUrl);
}

function parseUntilFull(source: string): PageElement {
  const root = new ParsedElement('#document');
  try {
    parse(source, { scriptingEnabled: false, treeAdapter: { ...limited(), createDocument: () => root } });
  } catch (error) {
    if (!(error instanceof PageFull)) throw error;
  }
  return root;
}
