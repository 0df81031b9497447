import { html } from 'parse5';
import { type Attribute, readProperties } from '../html/allow-list.ts';
import type { BodyRoot, Properties } from '../html/body-tree.ts';
import type { HtmlElement, HtmlFragment, HtmlNode } from '../html/html-tree.ts';
import { lateAddress } from '../html/picture-address.ts';
import { BodyBuilder } from './body-builder.ts';
import { dropClosingLines } from './closing-line.ts';
import { turnsSummaryOff } from './editor-hints.ts';
import { canonicalName, keepsName, type Role, roleOf } from './element-roles.ts';
import { formulaText, texText } from './formula.ts';
import { isFurniture } from './furniture.ts';
import type { Wrapper } from './leaf.ts';
import { meantName } from './meant-name.ts';
import { isNoteLink } from './note-marks.ts';
import { holdsElsewhere, lookOf, seamOf, UNSEEN } from './page-hints.ts';
import type { Paragraph } from './paragraph.ts';
import { ShortcodeFilter } from './shortcodes.ts';
import { countCells, isHidden, isLayoutTable } from './source-signs.ts';
import { languageOf, OUTERMOST, type Surroundings, withHints, withLanguage } from './surroundings.ts';

export interface ArrangedBody {
  root: BodyRoot;
  paragraphs: Paragraph[];
  summaryOff: boolean;
  /** Words of the page that are no paragraph's. */
  elsewhere: string[];
}

const TABLE_PARTS = new Set(['caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th']);
/** Elements that mean something within their own kind: a quotation in a quotation, an exponent of an exponent. */
const NESTABLE = new Set(['bdi', 'bdo', 'q', 'rp', 'rt', 'ruby', 'span', 'sub', 'sup']);

/**
 * Arranges what an author wrote into the body that is served: reads the editor's hints, drops what is not an
 * article's, keeps the rest in order and numbers the paragraphs. The result is not sanitised yet.
 *
 * Recursive; the parser has bounded the depth. It empties the parsed tree on its way, so that never two whole trees
 * are in memory: an isolate has 128 MB.
 *
 * @param baseUrl - Address that relative links and images are resolved against, if known.
 */
export function arrangeBody(fragment: HtmlFragment, baseUrl?: string): ArrangedBody {
  dropClosingLines(fragment);
  const walk = new Walk(baseUrl);
  walk.visitAll(fragment.childNodes, OUTERMOST);
  walk.builder.finish();
  const { root, paragraphs, elsewhere } = walk.builder;
  return { root, paragraphs, summaryOff: walk.summaryOff, elsewhere };
}

class Walk {
  readonly builder = new BodyBuilder();
  summaryOff = false;
  readonly #baseUrl: string | undefined;

  constructor(baseUrl: string | undefined) {
    this.#baseUrl = baseUrl;
  }

  visitAll(nodes: readonly HtmlNode[], around: Surroundings): void {
    const shortcodes = new ShortcodeFilter();
    const isCode = around.wrappers.some(({ tagName }) => tagName === 'code') || this.builder.inPreformatted;
    for (const node of nodes) {
      if (node.nodeName === '#text' && 'value' in node) {
        this.builder.text(isCode ? node.value : shortcodes.read(node.value), around);
      } else if ('tagName' in node && node.namespaceURI === html.NS.HTML) {
        this.#visit(node, around);
        node.childNodes = [];
      } else if (node.nodeName === 'math') {
        this.builder.seam('breaks');
        this.builder.text(formulaText(node), around);
        this.builder.seam('breaks');
      }
    }
  }

  #visit(element: HtmlElement, outer: Surroundings): void {
    const { tagName, attrs } = element;
    if (tagName === 'meta') this.summaryOff ||= turnsSummaryOff(attrs);
    if (tagName === 'script') this.builder.text(texOf(element), outer);
    if (holdsElsewhere(attrs))
      this.builder.elsewhere.push(...element.childNodes.map((node) => wordsIn([node], Infinity)));
    if (isHidden(attrs)) return;
    if (isFurniture(attrs) || isNote(element, outer)) {
      this.builder.seam('breaks');
      return;
    }
    element.tagName = meantName(tagName, attrs);
    const hinted = withHints(outer, attrs);
    const around = withLanguage(hinted, attrs);
    switch (roleWithin(element, outer)) {
      case 'dropped':
        if (!UNSEEN.has(element.tagName)) this.builder.seam('breaks');
        break;
      case 'section':
        this.#visitSection(element, around);
        break;
      case 'leaf':
        this.#visitLeaf(element, around);
        break;
      case 'block':
        this.#visitBlock(element, around);
        break;
      case 'layout-table':
        this.#visitSection(element, { ...around, inLayoutTable: true });
        break;
      case 'data-table':
        this.#visitBlock(element, { ...around, inLayoutTable: false });
        break;
      case 'image':
        this.#visitImage(element, around);
        break;
      case 'break':
        this.builder.lineBreak(around);
        break;
      case 'rule':
        this.builder.rule();
        break;
      case 'inline':
        this.#visitInline(element, hinted);
        break;
    }
  }

  #visitSection(element: HtmlElement, around: Surroundings): void {
    this.builder.boundary();
    this.visitAll(element.childNodes, around);
    this.builder.boundary();
  }

  #visitLeaf(element: HtmlElement, around: Surroundings): void {
    const leaf = this.builder.openLeaf(canonicalName(element.tagName), around);
    if (leaf !== undefined) leaf.look = lookOf(element.attrs);
    this.visitAll(element.childNodes, around);
    this.builder.closeLeaf(leaf);
  }

  #visitBlock(element: HtmlElement, around: Surroundings): void {
    const tagName = canonicalName(element.tagName);
    const block = this.builder.open(tagName, this.#properties(tagName, element.attrs) ?? {}, around);
    this.visitAll(element.childNodes, around);
    this.builder.close(block);
  }

  #visitImage({ attrs, parentNode }: HtmlElement, around: Surroundings): void {
    const address =
      lateAddress((wanted) => attrs.find(({ name }) => name === wanted)?.value) ??
      sourceBeside(attrs, parentNode);
    const known = attrs.filter(({ name }) => address === undefined || name !== 'src');
    const properties = this.#properties(
      'img',
      address === undefined ? known : [...known, { name: 'src', value: address }],
    );
    if (properties !== undefined) this.builder.image(properties, around);
  }

  #visitInline(element: HtmlElement, outer: Surroundings): void {
    const wrapper = this.#wrapper(element, outer);
    const around = wrapper === undefined ? outer : { ...outer, wrappers: [...outer.wrappers, wrapper] };
    const kind = seamOf(element.attrs);
    if (kind !== undefined) this.builder.seam(kind);
    this.visitAll(element.childNodes, around);
    if (kind !== undefined) this.builder.seam(kind);
  }

  /** The element to keep around words, if any: one that says nothing beyond its surroundings is left out. */
  #wrapper({ tagName: sourceName, attrs }: HtmlElement, { wrappers }: Surroundings): Wrapper | undefined {
    const own = languageOf(attrs);
    const hasOwn = own.lang !== undefined || own.dir !== undefined;
    const kept = keepsName(sourceName) ? canonicalName(sourceName) : 'span';
    let tagName = standsWithin(kept, wrappers) ? kept : 'span';
    let properties = this.#properties(tagName, attrs);
    if (properties === undefined) {
      tagName = 'span';
      properties = {};
    }
    if (tagName === 'span' && !hasOwn) return undefined;
    return { tagName, properties: { ...properties, ...own } };
  }

  #properties(tagName: string, attributes: readonly Attribute[]): Properties | undefined {
    return readProperties(tagName, attributes, this.#baseUrl);
  }
}

/** `<picture>` may name its addresses beside the picture alone. */
function sourceBeside(
  attributes: readonly Attribute[],
  parent: HtmlElement['parentNode'],
): string | undefined {
  if (parent?.nodeName !== 'picture' || attributes.some(({ name }) => name === 'src')) return undefined;
  const source = parent.childNodes.find((node): node is HtmlElement => node.nodeName === 'source');
  return lateAddress((wanted) => source?.attrs.find(({ name }) => name === wanted)?.value);
}

/** The mark of a note, or the way back from it. */
function isNote({ tagName, attrs, childNodes }: HtmlElement, { wrappers }: Surroundings): boolean {
  if (tagName !== 'a') return false;
  const href = attrs.find(({ name }) => name === 'href')?.value ?? '';
  const isRaised = wrappers.some((wrapper) => wrapper.tagName === 'sup') || childNodes[0]?.nodeName === 'sup';
  return href.includes('#') && isNoteLink(href, wordsIn(childNodes), isRaised);
}

/** The first words within; by default enough to tell a mark. */
function wordsIn(nodes: readonly HtmlNode[], enough = 40): string {
  let text = '';
  for (const node of nodes) {
    if ('value' in node) text += node.value;
    else if ('childNodes' in node) text += wordsIn(node.childNodes, enough);
    if (text.length > enough) break;
  }
  return text;
}

/** MathJax keeps formulas as TeX in scripts. */
function texOf({ attrs, childNodes }: HtmlElement): string {
  const isTex = attrs.some(({ name, value }) => name === 'type' && /^math\/tex\b/i.test(value));
  return isTex ? texText(wordsIn(childNodes)) : '';
}

function roleWithin(element: HtmlElement, outer: Surroundings): Role | 'layout-table' | 'data-table' {
  const { tagName, attrs } = element;
  if (tagName === 'table') {
    return isLayoutTable(attrs) || countCells(element) < 2 ? 'layout-table' : 'data-table';
  }
  return outer.inLayoutTable && TABLE_PARTS.has(tagName) ? 'section' : roleOf(tagName);
}

/** Whether a parser would leave the element where it is, and whether it adds anything to what is open already. */
function standsWithin(tagName: string, wrappers: readonly Wrapper[]): boolean {
  if (tagName === 'rt' || tagName === 'rp') {
    const nearest = wrappers.findLast((wrapper) => ['ruby', 'rt', 'rp'].includes(wrapper.tagName));
    return nearest?.tagName === 'ruby';
  }
  return NESTABLE.has(tagName) || !wrappers.some((wrapper) => wrapper.tagName === tagName);
}
