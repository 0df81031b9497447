import type { Summary } from '../core/summary.ts';
import { draw } from './draw.ts';
import { drawListen } from './listen.ts';
import { has, type LabelOf, type PanelView } from './panel-view.ts';

/** Length and listening, above the points. The switch is left alone once it is there: somebody may be using it. */
export function drawToolbar(
  view: PanelView,
  { language }: Summary,
  items: readonly Element[],
  labelOf: LabelOf,
  isShort: boolean,
): void {
  const { toolBar } = view;
  if (has(view, 'length') && !isShort && !toolBar.firstChild) toolBar.append(drawLengths(view, labelOf));
  toolBar.querySelector('button')?.remove();
  if (has(view, 'listen') && window.speechSynthesis)
    toolBar.append(drawListen(view, items, language, labelOf));
}

function drawLengths({ hostElement, emitEvent }: PanelView, labelOf: LabelOf): HTMLElement {
  const choices = ['short', 'medium', 'long'].map((len) => {
    const change = () => {
      hostElement.length = len;
      emitEvent('length', { len });
    };
    const checked = len === (hostElement.length || 'short');
    return draw(
      'label',
      {},
      draw('input', { type: 'radio', name: 'length', checked, change }),
      draw('span', {}, labelOf(len)),
    );
  });
  return draw('fieldset', { 'aria-label': labelOf('length'), part: 'control' }, ...choices);
}
