import { draw } from './draw.ts';
import { type OpenBox, say } from './open-box.ts';

/** A mark was pressed whose place cannot be shown. */
export function tellHidden(box: OpenBox, mark: HTMLElement): void {
  const text = box.labelOf('sourceHidden');
  mark.nextSibling?.remove();
  mark.after(draw('p', {}, text));
  say(box, text);
}
