import { isElement, type ParentNode } from './scan-page.ts';

const HOLDERS = new Set('article body center div main section td'.split(' '));
/** Where a box would be out of place, however far inside. */
const UNFIT = new Set('a aside blockquote button dl dialog fieldset figure label li nav svg'.split(' '));

/** What a box may be a child of: a container of paragraphs that stands in no aside, list or picture. */
export function isHolder(node: ParentNode | null): boolean {
  if (node === null || !isElement(node) || !HOLDERS.has(node.tagName)) return false;
  for (let around: ParentNode | null = node; around !== null && isElement(around); around = around.parentNode)
    if (UNFIT.has(around.tagName)) return false;
  return true;
}
