import { isElement, isText, type ParentNode, type TextNode } from './scan-page.ts';

/** The words of a page as they follow one another, without white space, each with the node that holds it. */
export class PageWords {
  readonly text: string;
  readonly #starts: number[] = [];
  readonly #nodes: TextNode[] = [];

  constructor(document: ParentNode) {
    let text = '';
    for (const node of textNodesOf(document)) {
      const words = foldWords(node.value);
      if (words === '') continue;
      this.#starts.push(text.length);
      this.#nodes.push(node);
      text += words;
    }
    this.text = text;
  }

  nodeAt(index: number): TextNode | undefined {
    return this.#nodes[this.#starts.findLastIndex((start) => start <= index)];
  }

  /** How many letters stand before an offset of the page, counting whole nodes. */
  lettersBefore(offset: number): number {
    const next = this.#nodes.findIndex((node) => (node.sourceCodeLocation?.startOffset ?? 0) >= offset);
    return next === -1 ? this.text.length : (this.#starts[next] ?? 0);
  }
}

/** What is never shown as text, or is no part of the page's body. */
export const UNSEEN: ReadonlySet<string> = new Set(
  'head script style template noscript noframes iframe textarea select svg title'.split(' '),
);

function* textNodesOf(parent: ParentNode): Generator<TextNode> {
  for (const node of parent.childNodes) {
    if (isText(node)) yield node;
    else if (isElement(node) && !UNSEEN.has(node.tagName)) yield* textNodesOf(node);
  }
}

/** White space, soft hyphens and characters without width differ between a page and what was read off it. */
export function foldWords(text: string): string {
  return text.replace(/[\s\p{Cf}]+/gu, '');
}

/** Letters by which a place in the text is recognised; fewer than the least could be anywhere. */
const KEY_LENGTH = 40;
const KEY_MIN_LENGTH = 16;
/** The longest blocks are tried in turn; the first that is on the page tells where the article is. */
const PIVOTS_MAX_COUNT = 6;
/** So many blocks at either end may be written otherwise on the page. */
const ENDS_MAX_COUNT = 4;

/** A line of an article, and what it is to the article. */
export interface Block {
  kind: 'text' | 'heading' | 'caption';
  text: string;
}

/**
 * First letter and end of the article in {@link PageWords}; undefined where the page shows other words. Pictures before
 * the first line belong to the head of the page, those behind the last one to the article.
 *
 * @param blocks - The article's, in their order.
 */
export function findArticleWords(
  { text }: PageWords,
  blocks: readonly Block[],
): { start: number; end: number } | undefined {
  const folded = blocks
    .map(({ kind, text: words }) => ({ kind, text: foldWords(words) }))
    .filter((block) => block.text !== '');
  const pivot = findPivot(text, folded);
  if (pivot === undefined) return undefined;
  const start = findStart(text, folded, pivot);
  const end = findEnd(text, folded, pivot);
  if (start === undefined || end === undefined) return undefined;
  // A teaser far above, or a comment that quotes the end far below, is no part of the article.
  const length = folded.reduce((sum, block) => sum + block.text.length, 0);
  return end - start <= length * 3 + 2_000 ? { start, end } : undefined;
}

function findPivot(text: string, folded: readonly Block[]): number | undefined {
  const longest = folded.toSorted((a, b) => b.text.length - a.text.length).slice(0, PIVOTS_MAX_COUNT);
  const places = longest.map((block) => text.indexOf(block.text.slice(0, KEY_LENGTH * 3)));
  return places.find((place) => place !== -1);
}

function findStart(text: string, folded: readonly Block[], pivot: number): number | undefined {
  const lines = folded.filter(({ kind }) => kind !== 'caption');
  const first = lines.findIndex(({ kind }) => kind === 'text');
  for (let index = first; index >= 0 && index < Math.min(lines.length, first + ENDS_MAX_COUNT); index += 1) {
    const place = findKeys(headKeys(lines.slice(index)), (key) => text.lastIndexOf(key, pivot));
    if (place !== undefined)
      return index === first ? withHeadings(text, lines.slice(0, first), place) : place;
  }
  return undefined;
}

/** A heading right above the first line belongs to it. */
function withHeadings(text: string, headings: readonly Block[], place: number): number {
  const heading = headings.at(-1)?.text ?? '';
  return heading !== '' && text.endsWith(heading, place) ? place - heading.length : place;
}

function findEnd(text: string, folded: readonly Block[], pivot: number): number | undefined {
  for (let left = folded.length; left > Math.max(0, folded.length - ENDS_MAX_COUNT); left -= 1) {
    const place = findKeys(tailKeys(folded.slice(0, left)), (key) => {
      const at = text.indexOf(key, Math.max(0, pivot - KEY_LENGTH));
      return at === -1 ? -1 : at + key.length;
    });
    if (place !== undefined) return place;
  }
  return undefined;
}

/** A short line is known by what follows it, if nothing stands between. */
function headKeys(lines: readonly Block[]): string[] {
  const joined = lines
    .map(({ text }) => text)
    .join('')
    .slice(0, KEY_LENGTH);
  return [joined, (lines[0]?.text ?? '').slice(0, KEY_LENGTH)];
}

function tailKeys(lines: readonly Block[]): string[] {
  const joined = lines
    .slice(-KEY_LENGTH)
    .map(({ text }) => text)
    .join('')
    .slice(-KEY_LENGTH);
  return [joined, (lines.at(-1)?.text ?? '').slice(-KEY_LENGTH)];
}

function findKeys(keys: readonly string[], find: (key: string) => number): number | undefined {
  const places = keys.filter((key) => key.length >= KEY_MIN_LENGTH).map(find);
  return places.find((place) => place !== -1);
}

/** Elements that begin another line. */
const LINES = new Set(
  'address article aside blockquote br caption dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

/** The lines of an article's HTML. */
export function blocksOf(article: ParentNode): Block[] {
  const blocks: Block[] = [];
  const visit = (parent: ParentNode, kind: Block['kind']): void => {
    for (const node of parent.childNodes) {
      const last = blocks.at(-1);
      if (isText(node) && last !== undefined) last.text += node.value;
      if (!isElement(node)) continue;
      const isLine = LINES.has(node.tagName);
      const inner = kindOf(node.tagName, kind);
      if (isLine) blocks.push({ kind: inner, text: '' });
      visit(node, inner);
      if (isLine) blocks.push({ kind, text: '' });
    }
  };
  blocks.push({ kind: 'text', text: '' });
  visit(article, 'text');
  return blocks.filter(({ text }) => text.trim() !== '');
}

function kindOf(tagName: string, around: Block['kind']): Block['kind'] {
  if (around === 'caption' || tagName === 'figure') return 'caption';
  return /^h[1-6]$/u.test(tagName) ? 'heading' : around;
}
