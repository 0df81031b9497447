import type { ArticleOnPage } from './article-on-page.ts';
import { isHolder } from './holders.ts';
import { parsePath } from './paths.ts';
import type { Above, Below, Start } from './place-candidates.ts';
import { type Anchor, type Mark, marksOf, matchesMark, type Places, selectorOf } from './places.ts';
import { quicken, type Told } from './quicken-places.ts';
import { isElement, type ParentNode } from './scan-page.ts';

/** What is counted to know that the article has ended. */
const COUNTED = new Set('blockquote div dd h2 h3 h4 li p pre section'.split(' '));

export interface Described {
  places: Places;
  told: Told;
}

/** Says a pair of places in start tags, as {@link Places} are told. Undefined where it cannot be said, or not safely. */
export function describePlaces(
  article: ArticleOnPage,
  above: Above,
  below: Below | undefined,
): Described | undefined {
  const starts = article.tags.filter((tag) => tag.kind === 'start');
  const scope = findScope(article, starts, above);
  const within = scope === undefined ? starts : starts.slice(starts.indexOf(scope.tag) + 1);
  const last = countedTag(article, starts, above);
  const count = last && countUntil(within, { tag: last.name, attribute: null, value: '' }, last);
  const behind = last === undefined ? within : within.slice(within.indexOf(last) + 1);
  const places: Places = {
    scope: scope?.anchor ?? null,
    above: { ...anchorOf(within, above.tag), side: above.side },
    below: below === undefined ? null : describeBelow(below, behind, scope),
    paragraph: last === undefined || count === undefined ? null : { selector: last.name, count },
  };
  // Without paragraphs to count, only the end of the scope is sure to be the end of the article.
  if (below?.side === 'end' && last === undefined && below.tag !== scope?.tag) return undefined;
  return { places, told: { above: above.tag, below: below?.tag, last } };
}

/** The same places for fewer calls of the rewriter; what comes is not proved to be the same. */
export function describeQuickly(article: ArticleOnPage, { places, told }: Described): Places {
  const quick = quicken(article, places, told);
  return isSelectable(article, quick) ? quick : places;
}

interface Scope {
  tag: Start;
  anchor: Anchor;
}

function describeBelow(
  { tag, side }: Below,
  behind: readonly Start[],
  scope: Scope | undefined,
): Places['below'] {
  if (side === 'before') return { ...anchorOf(behind, tag), side };
  const [mark] = marksOf(tag);
  const own = selectorOf(mark as Mark);
  return { selector: tag === scope?.tag ? scope.anchor.selector : own, nth: 1, side };
}

const TELLING_TAGS = new Set(['article', 'main', 'body']);

/** The nearest element around the upper box that its names alone tell, else the one that needs the least counting. */
function findScope(
  { elements, unselectable }: ArticleOnPage,
  starts: readonly Start[],
  { tag }: Above,
): Scope | undefined {
  let best: Scope | undefined;
  let node: ParentNode | null = elements.get(tag.from)?.parentNode ?? null;
  for (; node !== null && isElement(node); node = node.parentNode) {
    const offset = node.sourceCodeLocation?.startTag?.startOffset;
    const start = starts.find(({ from }) => from === offset);
    if (start === undefined || !isHolder(node) || unselectable.has(start.name)) continue;
    for (const mark of marksOf(start)) {
      if (mark.attribute === null && !TELLING_TAGS.has(start.name)) continue;
      if (start.name === 'body' && best !== undefined) continue;
      const matching = starts.filter((other) => matchesMark(mark, other));
      const scope = { tag: start, anchor: { selector: selectorOf(mark), nth: matching.indexOf(start) + 1 } };
      if (matching.length === 1) return scope;
      if (best === undefined || scope.anchor.nth < best.anchor.nth) best = scope;
    }
  }
  return best;
}

/** The block that the last word stands in, unless it holds the whole article. */
function countedTag(
  { last, from, unselectable }: ArticleOnPage,
  starts: readonly Start[],
  above: Above,
): Start | undefined {
  for (let node = last; node !== null && isElement(node); node = node.parentNode) {
    const start = node.sourceCodeLocation?.startTag?.startOffset;
    if (start === undefined || !COUNTED.has(node.tagName) || unselectable.has(node.tagName)) continue;
    if (start < from && start < above.tag.from) return undefined;
    return starts.find((tag) => tag.from === start);
  }
  return undefined;
}

/** The way to tell a tag that has to count least. */
function anchorOf(starts: readonly Start[], tag: Start): Anchor {
  const anchors = marksOf(tag).map((mark) => ({
    selector: selectorOf(mark),
    nth: countUntil(starts, mark, tag),
  }));
  return anchors.reduce((best, next) => (next.nth < best.nth ? next : best));
}

function countUntil(starts: readonly Start[], mark: Mark, tag: Start): number {
  return starts.slice(0, starts.indexOf(tag) + 1).filter((other) => matchesMark(mark, other)).length;
}

function isSelectable({ unselectable }: ArticleOnPage, { scope, above, below, paragraph }: Places): boolean {
  const steps = [scope, above, below, paragraph].flatMap((anchor) => parsePath(anchor?.selector ?? '') ?? []);
  return !steps.some(({ mark }) => unselectable.has(mark.tag));
}
