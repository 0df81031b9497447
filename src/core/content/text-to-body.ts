import { cleanText } from './allow-list.ts';
import { type BodyRoot, createElement } from './body-tree.ts';
import type { Paragraph } from './paragraph.ts';
import { foldSpaces } from './whitespace.ts';

/** Makes one paragraph of each block of lines. */
export function textToBody(source: string): { root: BodyRoot; paragraphs: Paragraph[] } {
  const root: BodyRoot = { type: 'root', children: [] };
  const paragraphs: Paragraph[] = [];
  for (const block of splitBlocks(cleanText(source).replace(/\r\n?/g, '\n'))) {
    const text = foldSpaces(block).trim();
    if (text === '') continue;
    paragraphs.push({ text, pinned: false });
    root.children.push(createElement('p', { id: `p${paragraphs.length}` }, [{ type: 'text', value: text }]));
  }
  return { root, paragraphs };
}

function splitBlocks(text: string): string[] {
  return text.split(/\n[^\S\n]*\n/);
}
