import { emit } from './box-life.ts';
import { draw } from './draw.ts';
import { drawListen } from './listen.ts';
import { has, type OpenBox } from './open-box.ts';

/** Length and listening, above the points. The switch is left alone once it is there: somebody may be using it. */
export function drawToolbar(
  box: OpenBox,
  language: string,
  items: readonly Element[],
  isShort: boolean,
): void {
  const { toolBar } = box;
  if (has(box, 'length') && !isShort && !toolBar.firstChild) toolBar.append(drawLengths(box));
  if (has(box, 'listen') && window.speechSynthesis) toolBar.append(drawListen(box, items, language));
}

function drawLengths(box: OpenBox): HTMLElement {
  const { labelOf } = box;
  const choices = ['short', 'medium', 'long'].map((len) => {
    const change = () => {
      box.length = len;
      emit(box, 'length', { len });
    };
    const checked = len === (box.length || 'short');
    return draw(
      'label',
      {},
      draw('input', { type: 'radio', name: 'length', checked, change }),
      draw('span', {}, labelOf(len)),
    );
  });
  return draw('fieldset', { 'aria-label': labelOf('length'), part: 'control' }, ...choices);
}
