import type { Summary } from '../core/summary/summary.ts';
import { emit } from './box-life.ts';
import { draw } from './draw.ts';
import { locate, textNodes } from './find-quote.ts';
import { drawFooter } from './footer.ts';
import { loadMore } from './load-more.ts';
import { enterState, has, type OpenBox, say } from './open-box.ts';
import { tellHidden } from './tell-hidden.ts';
import { drawToolbar } from './toolbar.ts';

/** A shift within 500 ms of a press is the reader's own doing (Layout Instability, section 2.2); a frame is spared. */
const FREE_SHIFT_MS = 450;

/** @param ms - Since the press. */
export function showSummary(box: OpenBox, summary: Summary, ms: number): void {
  const { pointArea } = box;
  const { language } = summary;
  box.labelOf = (key) => `${summary.labels?.[key] ?? key}`;
  const isShort = summary.warnings.includes('already-short');
  if (ms > FREE_SHIFT_MS) keepHeight(box);
  const items = drawPoints(box, summary);
  pointArea.lang = language;
  pointArea.replaceChildren(
    isShort ? draw('p', {}, box.labelOf('alreadyShort')) : '',
    draw('ul', { part: 'list' }, ...items),
  );
  drawToolbar(box, language, items, isShort);
  drawFooter(box, summary);
  box.points = summary.sentences;
  enterState(box, isShort ? 'short' : 'ready');
  say(box, box.labelOf('ready'));
  box.endings.shift(); // It stays when the box closes.
  emit(box, 'load', { n: items.length, missing: items.length - box.sourceMarks.flat().length, ms });
}

/**
 * What stands below the points is what would move: once it is out of sight, nothing does. Below the screen it has to be
 * so far off that giving the surplus back does not bring it into sight.
 */
function keepHeight({ pointArea, footLine, endings }: OpenBox): void {
  const { style, offsetHeight } = pointArea;
  const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting || release(), {
    rootMargin: `${offsetHeight}px`,
  });
  const release = () => {
    observer.disconnect();
    style.minHeight = '';
  };
  style.minHeight = `${offsetHeight}px`;
  observer.observe(footLine);
  endings.push(release);
}

/** Each sentence, and the mark of its paragraph where the page holds it. */
function drawPoints(box: OpenBox, { sentences }: Summary): HTMLElement[] {
  const { labelOf } = box;
  const places = locate(textNodes(box.articleElement), sentences);
  const names: string[] = [];
  box.sourceMarks = [];
  return sentences.map(({ text, paragraph }, index) => {
    const item = draw('li', { part: 'point', dir: 'auto' }, draw('span', {}, text));
    if (has(box, 'jump') && paragraph && places[index]) {
      const number = paragraph.toLocaleString(box.textLanguage);
      const name = labelOf('showSource').replace('{n}', number);
      const count = names.push(name) && names.filter((other) => other === name).length;
      const click = () =>
        loadMore(
          box,
          ({ jump }) => jump(box, sentences, index, mark),
          () => tellHidden(box, mark),
        );
      const mark = draw(
        'button',
        { part: 'source', 'aria-label': count > 1 ? `${name} (${count})` : name, click },
        `${labelOf('paragraphMark')} ${number}`,
      );
      mark.onpointerenter = mark.onfocus = () => loadMore(box);
      box.sourceMarks[index] = mark;
      item.append(mark);
    }
    return item;
  });
}
