import type { Summary } from '../core/summary.ts';
import { draw } from './draw.ts';
import { findQuote, fold, makeRange, textNodes } from './find-quote.ts';
import { drawFooter } from './footer.ts';
import { jumpTo } from './jump.ts';
import {
  enterState,
  has,
  type LabelOf,
  labelsOf,
  type PanelView,
  say,
  whenOutOfSight,
} from './panel-view.ts';
import { drawToolbar } from './toolbar.ts';

/** A shift within 500 ms of a press is the reader's own doing (Layout Instability, section 2.2); a frame is spared. */
const FREE_SHIFT_MS = 450;

/** @param ms - Since the press. */
export function showSummary(view: PanelView, summary: Summary, ms: number): void {
  const { pointArea, hostElement, emitEvent } = view;
  const labelOf = labelsOf(summary);
  const isShort = summary.warnings.includes('already-short');
  if (ms > FREE_SHIFT_MS) keepHeight(view);
  const items = drawPoints(view, summary, labelOf);
  pointArea.lang = summary.language;
  pointArea.replaceChildren(
    isShort ? draw('p', {}, labelOf('alreadyShort')) : '',
    draw('ul', { part: 'list' }, ...items),
  );
  drawToolbar(view, summary, items, labelOf, isShort);
  drawFooter(view, summary, labelOf);
  hostElement.points = summary.sentences;
  enterState(view, isShort ? 'short' : 'ready');
  say(view, labelOf('ready'));
  view.markReady();
  emitEvent('load', { n: items.length, missing: view.sourceMarks.filter((mark) => !mark).length, ms });
}

/** What stands below the points is what would move: once it is out of sight, nothing does. */
function keepHeight(view: PanelView): void {
  const { pointArea, footLine } = view;
  pointArea.style.minBlockSize = `${pointArea.offsetHeight}px`;
  whenOutOfSight(view, footLine, () => {
    pointArea.style.minBlockSize = '';
  });
}

/** Each sentence, and the mark of its paragraph where the page holds it. */
function drawPoints(view: PanelView, { sentences }: Summary, labelOf: LabelOf): HTMLElement[] {
  const nodes = textNodes(view.articleElement);
  const folded = fold(nodes.map(({ data }) => data).join(''));
  let from = 0;
  view.sourceMarks = sentences.map(({ text, paragraph }, index) => {
    const place = has(view, 'jump') && paragraph ? findQuote(folded, text, from) : undefined;
    if (!place) return undefined;
    from = place[1];
    const number = `${paragraph?.toLocaleString(view.textLanguage)}`;
    const click = () => {
      jumpTo(view, makeRange(nodes, ...place), mark, labelOf('back'));
      view.emitEvent('jump', { n: index + 1 });
    };
    const name = labelOf('showSource').replace('{n}', number);
    const mark = draw(
      'button',
      { part: 'source', 'aria-label': name, click },
      `${labelOf('paragraphMark')} ${number}`,
    );
    return mark;
  });
  return sentences.map(({ text }, index) =>
    draw('li', { part: 'point', dir: 'auto' }, draw('span', {}, text), view.sourceMarks[index] ?? ''),
  );
}
