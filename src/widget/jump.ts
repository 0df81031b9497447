import { afterPaint, emit } from './box-life.ts';
import { draw, makeSheet } from './draw.ts';
import { type OpenBox, whenOutOfSight } from './open-box.ts';

/** Stands in the page, and so takes the colour that the page sets. */
document.adoptedStyleSheets.push(
  makeSheet('::highlight(standfirst){background:var(--standfirst-highlight,#ffe58a);color:#16181b}'),
);

/**
 * Leads the reader to a sentence. The article's markup stays as it is: the sentence is marked by a CSS highlight, where
 * the browser has none by the selection. A button above everything (a popover) leads back, as Escape does; it goes on a
 * press elsewhere, and when the article has left the screen.
 *
 * @param mark - Where the reader came from, and goes back to.
 */
export function jumpTo(box: OpenBox, range: Range, mark: HTMLElement): void {
  const block = (range.startContainer.parentElement as Element).closest(
    ':not(a,b,em,i,span,strong)',
  ) as HTMLElement;
  const end = () => {
    CSS.highlights?.delete('standfirst');
    button.remove();
    block.onkeydown = null;
  };
  const back = () => {
    end();
    mark.focus();
    emit(box, 'back');
  };
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
  box.boxElement.append(button);
  if (CSS.highlights) CSS.highlights.set('standfirst', new Highlight(range));
  else getSelection()?.addRange(range);
  afterPaint(() => {
    if (!button.isConnected) return;
    block.tabIndex = -1;
    block.focus({ preventScroll: true });
    block.onkeydown = ({ key }) => key === 'Escape' && back();
    scrollBy({
      top: range.getBoundingClientRect().top - innerHeight / 3,
      behavior: matchMedia('(prefers-reduced-motion:reduce)').matches ? 'auto' : 'smooth',
    });
    button.showPopover?.();
  });
  whenOutOfSight(box, box.articleElement, end);
}
