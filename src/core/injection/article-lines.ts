import { isElement, isText, type ParentNode } from './scan-page.ts';

/** A line of an article, and what it is to the article. */
export interface Line {
  kind: 'text' | 'heading' | 'caption';
  text: string;
}

/** Elements that begin another line. */
const LINES = new Set(
  'address article aside blockquote br caption dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

/** The lines of an article's HTML. */
export function linesOf(article: ParentNode): Line[] {
  const lines: Line[] = [];
  const visit = (parent: ParentNode, kind: Line['kind']): void => {
    for (const node of parent.childNodes) {
      const last = lines.at(-1);
      if (isText(node) && last !== undefined) last.text += node.value;
      if (!isElement(node)) continue;
      const isLine = LINES.has(node.tagName);
      const inner = kindOf(node.tagName, kind);
      if (isLine) lines.push({ kind: inner, text: '' });
      visit(node, inner);
      if (isLine) lines.push({ kind, text: '' });
    }
  };
  lines.push({ kind: 'text', text: '' });
  visit(article, 'text');
  return lines.filter(({ text }) => text.trim() !== '');
}

function kindOf(tagName: string, around: Line['kind']): Line['kind'] {
  if (around === 'caption' || tagName === 'figure') return 'caption';
  return /^h[1-6]$/u.test(tagName) ? 'heading' : around;
}
