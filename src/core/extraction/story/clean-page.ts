import type { PageElement } from '../page/page-tree.ts';
import type { PageDocument } from '../page/parse-page.ts';
import { isConsent, isStoryBody, isUnseen, namesOf } from './page-signs.ts';

/** Elements that hold no words of a story, whatever is in them. */
const WORDLESS = new Set(
  'script style svg template link button select textarea input datalist dialog canvas object embed applet noindex nav'.split(
    ' ',
  ),
);
const WORDLESS_ROLES = new Set(['navigation', 'dialog', 'alertdialog', 'alert', 'search', 'menu', 'menubar']);

/**
 * Takes out of a page what no visitor reads as part of a story: scripts, forms' fields, navigation, consent banners,
 * text that is hidden, and text that the publisher keeps from being quoted (`data-nosnippet`).
 *
 * Metadata in the head stays. One pass over the page.
 */
export function cleanPage(page: PageDocument): void {
  const doomed: PageElement[] = [];
  const visit = (parent: PageElement): void => {
    for (const element of parent.children) {
      if (isOut(element)) doomed.push(element);
      else visit(element);
    }
  };
  visit(page.body);
  for (const element of doomed) element.remove();
  for (const element of page.body.findAll(({ localName }) => localName === 'p')) inheritNames(element);
}

/**
 * Readability puts a lone paragraph in the place of the element around it; what that was called goes with it, since
 * the paragraph of a newsletter box looks like any other.
 */
function inheritNames(paragraph: PageElement): void {
  const { parentNode } = paragraph;
  if (parentNode === null || parentNode.children.length > 1 || parentNode.localName !== 'div') return;
  const names = namesOf(parentNode);
  if (names !== '' && !isStoryBody(parentNode, names))
    paragraph.className = `${paragraph.className}${names}`.trim();
}

function isOut(element: PageElement): boolean {
  const { localName } = element;
  if (WORDLESS.has(localName)) return true;
  if (element.hasAttribute('data-nosnippet')) return true;
  if (WORDLESS_ROLES.has(element.getAttribute('role') ?? '')) return true;
  if (element.getAttribute('aria-modal') === 'true') return true;
  const names = namesOf(element);
  return isUnseen(element, names) || (names !== '' && isConsent(names));
}
