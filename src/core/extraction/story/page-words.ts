import { lettersOf, rivalsOf } from '../../content/body/elsewhere.ts';
import type { Paragraph } from '../../content/body/paragraph.ts';
import { escapeText } from '../../content/html/escape-text.ts';
import { PageElement } from '../page/page-tree.ts';

const SILENT = new Set('script style template noscript head title textarea select object iframe'.split(' '));
const INLINE = new Set(
  `a abbr acronym b bdi bdo big br button cite code data del dfn em font i img ins kbd label mark math q ruby rb rt s samp small span
  strike strong sub sup time tt u var wbr`.split(/\s+/),
);
const BLOCKS_MAX_COUNT = 4_000;
/** Among so many of those that begin alike: a page may say one word ten thousand times. */
const ALIKE_MAX_COUNT = 16;
/** So many letters at its start tell which block of the page a paragraph is. */
const START_LENGTH = 12;

/** The words of a page, block by block, as a browser's search goes through them. To be read before it is cleaned. */
export function readBlocks(body: PageElement): string[] {
  const blocks: string[] = [];
  let open = '';
  const close = () => {
    if (open.trim() !== '') blocks.push(open);
    open = '';
  };
  const visit = (element: PageElement): void => {
    for (const node of element.childNodes) {
      if (blocks.length >= BLOCKS_MAX_COUNT) return;
      if (!(node instanceof PageElement)) open += node.textContent;
      else if (node.localName === 'br') open += ' ';
      else if (INLINE.has(node.localName)) visit(node);
      else if (!SILENT.has(node.localName)) {
        close();
        visit(node);
        close();
      }
    }
  };
  visit(body);
  close();
  return blocks;
}

/**
 * What a body has to be told of its page: words before and between its paragraphs that a browser could take for theirs
 * (teasers, pull quotes, a lead that says the first sentence again). Hidden markup in front of the body; nothing where
 * there are none.
 */
export function tellElsewhere(blocks: readonly string[], paragraphs: readonly Paragraph[]): string {
  const own = findOwn(blocks, paragraphs);
  const last = Math.max(-1, ...own);
  const others = blocks.filter((_, index) => index < last && !own.has(index));
  const rivals = rivalsOf(others, paragraphs);
  if (rivals.length === 0) return '';
  const lines = rivals.map((words) => `<p>${escapeText(words)}</p>`);
  return `<div hidden data-standfirst="elsewhere">${lines.join('')}</div>`;
}

/** Which blocks the paragraphs are: of those that begin alike, the one most like it in length. */
function findOwn(blocks: readonly string[], paragraphs: readonly Paragraph[]): Set<number> {
  const byStart = new Map<string, { index: number; length: number }[]>();
  for (const [index, block] of blocks.entries()) {
    const letters = lettersOf(block);
    const start = letters.slice(0, START_LENGTH);
    const alike = byStart.get(start) ?? [];
    alike.push({ index, length: letters.length });
    byStart.set(start, alike);
  }
  const own = new Set<number>();
  for (const { text } of paragraphs) {
    const letters = lettersOf(text);
    const alike = byStart.get(letters.slice(0, START_LENGTH)) ?? [];
    const distances = alike.slice(0, ALIKE_MAX_COUNT).map(({ length }) => Math.abs(length - letters.length));
    const [nearest] = alike.splice(distances.indexOf(Math.min(...distances)), 1);
    if (nearest !== undefined) own.add(nearest.index);
  }
  return own;
}
