import { BOX_STYLE, lookOf, type PageHint, seamOf } from '../../content/body/page-hints.ts';
import type { PageElement } from '../page/page-tree.ts';
import type { PageDocument } from '../page/parse-page.ts';

/** The last part of a selector: `p.lead:first-child` in `.story > p.lead:first-child`. */
interface Compound {
  tagName: string | undefined;
  classes: string[];
  isFirst: boolean;
}

interface LookRules {
  boxes: Compound[];
  initials: Compound[];
}

const CSS_MAX_LENGTH = 200_000;
const RULES_MAX_COUNT = 60;

/**
 * Notes on elements within words what the page's own style sheet makes of them, since classes and styles are not kept:
 * a box of its own (`inline-block`, a float, the large first letter of a story) ends what a browser searches as one.
 *
 * To be read before the page is cleaned. Style sheets in files of their own are not fetched.
 *
 * @param source - The page as it came.
 */
export function markBoxes(page: PageDocument, source: string): void {
  const { boxes, initials } = readLooks(readStyles(source));
  for (const element of page.body.findAll(({ attributes }) => attributes.length > 0)) {
    const look = element.localName === 'p' ? lookOf(element.attributes) : undefined;
    if (look !== undefined) note(element, look);
    if (seamOf(element.attributes) === 'breaks' || boxes.some((box) => fits(element, box)))
      note(element, 'apart');
  }
  if (initials.length === 0) return;
  for (const element of page.body.findAll((one) => initials.some((initial) => fits(one, initial))))
    note(firstParagraph(element), 'initial');
}

function note(element: PageElement, hint: PageHint): void {
  if (!element.hasAttribute('data-standfirst')) element.setAttribute('data-standfirst', hint);
}

/** The page's own style sheets; the tree of the page is kept without them. */
function readStyles(source: string): string {
  let css = '';
  for (let at = source.indexOf('<style'); at !== -1 && css.length < CSS_MAX_LENGTH; ) {
    const start = source.indexOf('>', at);
    const end = start === -1 ? -1 : source.indexOf('</style', start);
    if (end === -1) break;
    css += `${source.slice(start + 1, end)}\n`;
    at = source.indexOf('<style', end);
  }
  return css.slice(0, CSS_MAX_LENGTH);
}

/** The first letter of a block is that of its first paragraph. */
function firstParagraph(element: PageElement): PageElement {
  return element.localName === 'p'
    ? element
    : (element.find(({ localName }) => localName === 'p') ?? element);
}

function fits(element: PageElement, { tagName, classes, isFirst }: Compound): boolean {
  if (tagName !== undefined && element.localName !== tagName) return false;
  if (classes.length > 0) {
    const own = element.className.split(/\s+/);
    if (!classes.every((name) => own.includes(name))) return false;
  }
  return !isFirst || isFirstOfType(element);
}

function isFirstOfType(element: PageElement): boolean {
  for (let before = element.previousElementSibling; before !== null; before = before.previousElementSibling)
    if (before.localName === element.localName) return false;
  return true;
}

function readLooks(css: string): LookRules {
  const looks: LookRules = { boxes: [], initials: [] };
  for (
    let from = 0, close = css.indexOf('}');
    close !== -1;
    from = close + 1, close = css.indexOf('}', from)
  ) {
    const rule = css.slice(from, close);
    const open = rule.lastIndexOf('{');
    if (open === -1 || !BOX_STYLE.test(rule.slice(open))) continue;
    const selectors = rule.slice(
      Math.max(rule.lastIndexOf('{', open - 1), rule.lastIndexOf(';', open)) + 1,
      open,
    );
    for (const selector of selectors.split(',')) {
      const list = /:first-letter\b/.test(selector) ? looks.initials : looks.boxes;
      const compound = readCompound(selector);
      if (compound !== undefined && list.length < RULES_MAX_COUNT) list.push(compound);
    }
  }
  return looks;
}

/** Undefined where so little is said that it would fit half of a page. */
function readCompound(selector: string): Compound | undefined {
  const parts = selector.trim().split(/[\s>+~]+/);
  const last = (parts.at(-1) ?? '').replace(/::?first-letter\b/, '');
  const [simple = '', ...pseudo] = last.split(':');
  if (simple === '' || /[[\]#*]/.test(simple)) return undefined;
  const [tagName = '', ...classes] = simple.split('.');
  if (classes.length === 0 && parts.length > 1 && pseudo.length === 0) return undefined;
  return {
    tagName: tagName === '' ? undefined : tagName.toLowerCase(),
    classes,
    isFirst: pseudo.some((name) => name.startsWith('first-')),
  };
}
