import type { Summary } from '../core/summary/summary.ts';
import { draw } from './draw.ts';
import { fold, locate, textNodes } from './find-quote.ts';
import type { jump } from './jump.ts';
import { loadMore } from './load-more.ts';
import { has, type OpenBox } from './open-box.ts';

/** Of a mark, in whatever box: of those that wait for the file that leads there the last one counts. */
let lastPress: Event;

/**
 * Each sentence, and the mark of its paragraph where the page holds it.
 *
 * @param marks - Takes these marks, each at the index of its sentence.
 */
export function drawPoints(box: OpenBox, { sentences }: Summary, marks: HTMLElement[]): HTMLElement[] {
  const { labelOf } = box;
  const places = locate(textNodes(box.articleElement), sentences);
  const names: string[] = [];
  return sentences.map(({ text, paragraph, support, url }, index) => {
    const item = draw('li', { part: 'point', dir: 'auto' }, draw('span', {}, text));
    if (has(box, 'jump') && paragraph && (support || places[index])) {
      const number = paragraph.toLocaleString(box.textLanguage);
      const name = labelOf('showSource').replace('{n}', number);
      const count = names.push(name) && names.filter((other) => other === name).length;
      const click = (press: Event) => {
        lastPress = press;
        loadMore<{ jump: typeof jump }>(
          box,
          ({ jump }) => lastPress === press && jump(box, sentences, index, mark, [fold, textNodes, locate]),
          // It cannot be had: the browser marks the sentence by its address, as well as it can.
          () => {
            location.href = url as string;
          },
        );
      };
      const mark = draw(
        'button',
        { part: 'source', 'aria-label': count > 1 ? `${name} (${count})` : name, click },
        `${labelOf('paragraphMark')} ${number}`,
      );
      mark.onpointerenter = mark.onfocus = () => loadMore(box);
      marks[index] = mark;
      item.append(mark);
    }
    return item;
  });
}
