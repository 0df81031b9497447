import type { Attribute } from '../html/allow-list.ts';
import type { HtmlElement, HtmlNode } from '../html/html-tree.ts';

const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\s*(?:;|!|$)/i;

/** Whether the author's page hides the element: sanitised it would appear, since style and `hidden` go. */
export function isHidden(attributes: readonly Attribute[]): boolean {
  return attributes.some(
    ({ name, value }) =>
      (name === 'hidden' && value.toLowerCase() !== 'until-found') ||
      (name === 'style' && HIDING_STYLE.test(value)),
  );
}

/** Whether the table says that it holds no data (ARIA: `presentation` and its twin `none`). */
export function isLayoutTable(attributes: readonly Attribute[]): boolean {
  return attributes.some(({ name, value }) => name === 'role' && /^\s*(?:presentation|none)\b/i.test(value));
}

/** Cells of a table itself, counted to two: with fewer it is a frame around text. Tables within it do not count. */
export function countCells(table: HtmlElement): number {
  let cells = 0;
  const visit = (nodes: readonly HtmlNode[]): void => {
    for (const node of nodes) {
      if (cells > 1) return;
      if (!('tagName' in node) || isHidden(node.attrs)) continue;
      if (node.tagName === 'td' || node.tagName === 'th') cells += 1;
      else if (['thead', 'tbody', 'tfoot', 'tr'].includes(node.tagName)) visit(node.childNodes);
    }
  };
  visit(table.childNodes);
  return cells;
}
