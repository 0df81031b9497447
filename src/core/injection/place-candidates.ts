import { type ArticleOnPage, BETWEEN_MAX_LETTERS } from './article-on-page.ts';
import { isHolder } from './holders.ts';
import type { Element, Tag } from './scan-page.ts';

export type Start = Extract<Tag, { kind: 'start' }>;
export interface Above {
  tag: Start;
  side: 'before' | 'inside';
}
export interface Below {
  tag: Start;
  side: 'before' | 'end';
}

const CANDIDATES_MAX_COUNT = 4;

/** Blocks that an article's text may begin with. */
const BLOCKS = new Set(
  'article aside blockquote center details dl div figure h1 h2 h3 h4 h5 h6 header hr main ol p pre section table ul'.split(
    ' ',
  ),
);

/** Blocks that begin above the first word, the nearest first; an element that begins with text is filled at its start. */
export function aboveCandidates(article: ArticleOnPage): Above[] {
  const { tags, from, elements, words, start, unselectable } = article;
  const candidates: Above[] = [];
  for (const tag of tags.toReversed()) {
    if (tag.kind !== 'start' || tag.to > from || !BLOCKS.has(tag.name) || unselectable.has(tag.name))
      continue;
    const element = elements.get(tag.from);
    if (element === undefined) continue;
    if (start - words.lettersBefore(tag.from) > BETWEEN_MAX_LETTERS) break;
    if (isHolder(element) && isOpenAt(element, from)) candidates.push({ tag, side: 'inside' });
    if (isHolder(element.parentNode)) candidates.push({ tag, side: 'before' });
    if (candidates.length >= CANDIDATES_MAX_COUNT) break;
  }
  return candidates.slice(0, CANDIDATES_MAX_COUNT);
}

/** Start tags behind the last word, and end tags of what holds it, the nearest first. */
export function belowCandidates(article: ArticleOnPage): Below[] {
  const { tags, to, elements, words, end, unselectable } = article;
  const candidates: Below[] = [];
  const open: Start[] = [];
  for (const tag of tags) {
    const isBehind = tag.from >= to;
    if (isBehind && words.lettersBefore(tag.from) - end > BETWEEN_MAX_LETTERS) break;
    if (unselectable.has(tag.name)) continue;
    if (tag.kind === 'start') {
      open.push(tag);
      const element = elements.get(tag.from);
      if (isBehind && element !== undefined && isHolder(element.parentNode))
        candidates.push({ tag, side: 'before' });
    } else {
      const index = open.findLastIndex(({ name }) => name === tag.name);
      const [closed] = index === -1 ? [] : open.splice(index);
      if (isBehind && closed !== undefined && closed.from < to && endsWith(elements.get(closed.from), tag))
        candidates.push({ tag: closed, side: 'end' });
    }
    if (candidates.length >= CANDIDATES_MAX_COUNT) break;
  }
  return candidates;
}

function isOpenAt(element: Element, offset: number): boolean {
  return (element.sourceCodeLocation?.endOffset ?? 0) > offset;
}

/** The tree agrees that this end tag is the holder's own. */
function endsWith(element: Element | undefined, { from }: Tag): boolean {
  const endTag = element?.sourceCodeLocation?.endTag;
  return element !== undefined && isHolder(element) && endTag?.startOffset === from;
}
