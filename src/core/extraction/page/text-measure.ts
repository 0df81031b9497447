import type { PageElement } from './page-tree.ts';

/** Characters of the text inside, spaces counted once. */
export function textLength(element: PageElement): number {
  return foldedText(element).length;
}

export function foldedText(element: PageElement): string {
  return element.textContent.replace(/\s+/g, ' ').trim();
}

/** The part of the text that stands in links, from 0 to 1. */
export function linkShare(element: PageElement): number {
  const length = textLength(element);
  if (length === 0) return 0;
  let linked = 0;
  for (const link of element.getElementsByTagName('a')) linked += textLength(link);
  return Math.min(1, linked / length);
}

/** Characters that stand in paragraphs, list items and quotations: the words of a story, not of its surroundings. */
export function proseLength(element: PageElement): number {
  let length = 0;
  const visit = (parent: PageElement): void => {
    for (const child of parent.children) {
      if (child.localName === 'p' || child.localName === 'li' || child.localName === 'pre')
        length += textLength(child);
      else visit(child);
    }
  };
  visit(element);
  return length;
}

const BLOCKS = new Set(
  'address article aside blockquote dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

function isBlock({ localName }: PageElement): boolean {
  return BLOCKS.has(localName);
}

/** Whether the element holds words itself rather than blocks of words. */
export function holdsWords(element: PageElement): boolean {
  return element.find((inner) => isBlock(inner)) === undefined;
}

/** Whether a picture is inside. */
export function holdsPicture(element: PageElement): boolean {
  return element.find(({ localName }) => localName === 'img' || localName === 'picture') !== undefined;
}

/** Whether the element belongs to a picture, within `root`. */
export function isInFigure(element: PageElement, root: PageElement): boolean {
  for (let node: PageElement | null = element; node !== null && node !== root; node = node.parentNode) {
    if (node.localName === 'figure') return true;
  }
  return false;
}
