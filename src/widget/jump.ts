import { afterPaint, emit } from './box-life.ts';
import { draw, makeSheet } from './draw.ts';
import { leaveOn, type OpenBox, say, whenOutOfSight } from './open-box.ts';

/** How often, and how many times, it is looked whether the sentence has arrived: what comes into sight may get its height only then. */
const LOOK_EVERY_MS = 100;
const CORRECTIONS_MAX = 3;

/** Stands in the page, and so takes the colour that the page sets. */
document.adoptedStyleSheets.push(
  makeSheet('::highlight(standfirst){background:var(--standfirst-highlight,#ffe58a);color:#16181b}'),
);

/**
 * Leads the reader to a sentence, and opens what is closed around it. The article's markup stays as it is: the sentence is
 * marked by a CSS highlight, where the browser has none by the selection. A button above everything (a popover) leads
 * back, as Escape does; it goes on a press elsewhere, and when the article has left the screen.
 *
 * @param mark - Where the reader came from, and goes back to.
 * @returns Whether there was anything to see.
 */
export function jumpTo(box: OpenBox, range: Range, mark: HTMLElement): boolean {
  const block = (range.startContainer.parentElement as Element).closest(
    ':not(a,b,em,i,span,strong)',
  ) as HTMLElement;
  openAround(block);
  if (!canBeSeen(range, block)) return false;
  const end = () => {
    CSS.highlights?.delete('standfirst');
    button.remove();
    block.removeEventListener('keydown', leave);
  };
  const back = () => {
    end();
    mark.focus();
    emit(box, 'back');
  };
  const leave = (event: KeyboardEvent) => leaveOn(event, back);
  const button = draw(
    'button',
    {
      popover: 'auto',
      part: 'back',
      click: back,
      beforetoggle: (event) => (event as ToggleEvent).newState === 'open' || end(),
    },
    draw('span', {}, `↑ ${box.labelOf('back')}`),
  );
  box.boxElement.after(button);
  if (CSS.highlights) CSS.highlights.set('standfirst', new Highlight(range));
  else getSelection()?.addRange(range);
  afterPaint(() => {
    if (!button.isConnected) return;
    block.tabIndex = -1;
    block.focus({ preventScroll: true });
    block.addEventListener('keydown', leave);
    bringIntoView(range, block, button);
    button.showPopover?.();
    say(box, `${box.labelOf('back')}: Esc`);
  });
  whenOutOfSight(box, box.articleElement, end);
  return true;
}

function openAround(block: Element): void {
  const closed = block.closest<HTMLDetailsElement>('details:not([open]),[hidden=until-found]');
  if (!closed) return;
  closed.hidden = false;
  closed.open = true;
  openAround(block);
}

/** Not so where the sentence is not drawn, or stands beyond the edge at which its text is cut. */
function canBeSeen(range: Range, place: Element | null): boolean {
  const { top, height } = range.getBoundingClientRect();
  if (!place || place === document.body) return !!height;
  const edge = place.getBoundingClientRect();
  const isCut =
    getComputedStyle(place).overflowY === 'hidden' && (top + 4 > edge.bottom || top + height < edge.top + 4);
  return !isCut && canBeSeen(range, place.parentElement);
}

/** Brings the sentence to the middle of everything that scrolls around it, and again until it rests there, or is left. */
function bringIntoView(range: Range, block: HTMLElement, button: Element): void {
  let last: number;
  let left = CORRECTIONS_MAX;
  const look = () => {
    const { top, bottom } = range.getBoundingClientRect();
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
    if (left > 0 && button.isConnected) setTimeout(look, LOOK_EVERY_MS);
  };
  last = range.getBoundingClientRect().top;
  look();
}
