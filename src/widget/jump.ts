import type { Summary } from '../core/summary/summary.ts';
import { afterPaint, emit } from './box-life.ts';
import { draw, makeSheet } from './draw.ts';
import type { Finders } from './find-quote.ts';
import { findRanges } from './find-ranges.ts';
import { css } from './jump.css';
import { leaveOn, type OpenBox, say } from './open-box.ts';
import { reveal } from './reveal.ts';
import { tellHidden } from './tell-hidden.ts';

/** How often, and how many times, it is looked whether the sentence has arrived: what comes into sight may get its height only then. */
const LOOK_EVERY_MS = 100;
const CORRECTIONS_MAX = 3;

const sheet = makeSheet(css);

/** Stands in the page, and so takes the colour that the page sets. */
document.adoptedStyleSheets.push(
  makeSheet('::highlight(standfirst){background:var(--standfirst-highlight,#ffe58a);color:#16181b}'),
);

/** Ends the last jump: a page marks one sentence at a time, whichever box leads there. */
let endLast: (() => void) | undefined;

/**
 * Entry of the file that the first press of a mark loads: leads the reader to a sentence, or says that the page does not
 * show it. The article's markup stays as it is: the sentence is marked by a CSS highlight, where the browser has none by
 * the selection. A button above everything (a popover) leads back, as Escape does; it goes on a press elsewhere, and when
 * the article has left the screen.
 *
 * @param mark - Where the reader came from, and goes back to.
 */
export async function jump(
  box: OpenBox,
  sentences: Summary['sentences'],
  index: number,
  mark: HTMLElement,
  finders: Finders,
): Promise<void> {
  mark.nextSibling?.remove();
  const ranges = await reveal(() => findRanges(box, sentences, index, finders));
  if (!box.open) return; // Closed in the meantime.
  const range = ranges?.[0];
  if (!range) {
    tellHidden(box, mark);
    return;
  }
  const place = range.startContainer.parentElement as Element;
  const block = place.closest(':not(a,b,em,i,span,strong)') as HTMLElement;
  const end = () => {
    if (end === endLast) CSS.highlights?.delete('standfirst'); // Else what is marked now is another's.
    button.remove();
    block.removeEventListener('keydown', leave);
  };
  const back = () => {
    end();
    mark.focus();
    emit(box, 'back');
  };
  const leave = (event: KeyboardEvent) => leaveOn(event, back);
  endLast = end;
  const button = drawBack(box, back, end);
  if (CSS.highlights) CSS.highlights.set('standfirst', new Highlight(...ranges));
  else getSelection()?.addRange(range);
  afterPaint(() => {
    if (!button.isConnected) return;
    block.tabIndex = -1;
    block.focus({ preventScroll: true });
    block.addEventListener('keydown', leave);
    bringIntoView(range, block, button);
    button.hidden = false;
    button.showPopover?.();
    say(box, `${box.labelOf('back')}: Esc`);
  });
  onceGone(box, end);
  emit(box, 'jump', { n: index + 1 });
}

function drawBack(box: OpenBox, back: () => void, end: () => void): HTMLElement {
  const { adoptedStyleSheets } = box.shadowRoot as ShadowRoot;
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
  const button = draw(
    'button',
    {
      popover: 'auto',
      hidden: true,
      part: 'back',
      click: back,
      beforetoggle: (event) => (event as ToggleEvent).newState === 'open' || end(),
    },
    draw('span', {}, `↑ ${box.labelOf('back')}`),
  );
  box.boxElement.after(button);
  return button;
}

/** Calls back when the article, which the screen may still be on its way to, has left it again, or the box comes to rest. */
function onceGone({ articleElement, endings }: OpenBox, call: () => void): void {
  let isSeen: boolean;
  const end = () => {
    observer.disconnect();
    call();
  };
  const observer = new IntersectionObserver(([entry]) => {
    if (entry?.isIntersecting) isSeen = true;
    else if (isSeen) end();
  });
  observer.observe(articleElement);
  endings.push(end);
}

/**
 * Brings the sentence to the middle of everything that scrolls around it, and again until it rests there, or is left.
 * Its first line stands for it: what goes on in the next column has its end above its beginning.
 */
function bringIntoView(range: Range, block: HTMLElement, button: Element): void {
  const firstLine = () => range.getClientRects()[0] ?? range.getBoundingClientRect();
  let last: number;
  let left = CORRECTIONS_MAX;
  const look = () => {
    const { top, bottom } = firstLine();
    const edge = block.getBoundingClientRect();
    if (top === last && left--) {
      block.style.scrollMargin = `${edge.top - top}px 0 ${bottom - edge.bottom}px`;
      block.scrollIntoView({
        block: 'center',
        behavior: matchMedia('(prefers-reduced-motion:reduce)').matches ? 'auto' : 'smooth',
      });
      block.style.scrollMargin = '';
    }
    last = top;
    if (left && button.isConnected) setTimeout(look, LOOK_EVERY_MS);
  };
  last = firstLine().top;
  look();
}
