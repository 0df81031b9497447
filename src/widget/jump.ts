import { draw, makeSheet } from './draw.ts';
import { type PanelView, whenOutOfSight } from './panel-view.ts';

/** Stands in the page, and so takes the colour that the page sets. */
const sheet = makeSheet(
  '::highlight(standfirst){background:var(--standfirst-highlight,#ffe58a);color:#16181b}',
);

/**
 * Leads the reader to a sentence. The article's markup stays as it is: the sentence is marked by a CSS highlight, where
 * the browser has none by the selection. A button above everything (a popover) leads back; it goes on Escape, on a
 * press elsewhere, and when the article has left the screen.
 *
 * @param mark - Where the reader came from, and goes back to.
 */
export function jumpTo(view: PanelView, range: Range, mark: HTMLElement, label: string): void {
  const { articleElement, boxElement, emitEvent } = view;
  const block = (range.startContainer.parentElement?.closest('p,li,blockquote,td,div') ??
    articleElement) as HTMLElement;
  const end = () => {
    CSS.highlights?.delete('standfirst');
    button.remove();
  };
  const button = draw(
    'button',
    {
      popover: 'auto',
      part: 'back',
      click: () => {
        end();
        mark.focus();
        emitEvent('back');
      },
      toggle: (event) => (event as ToggleEvent).newState === 'open' || end(),
    },
    draw('span', {}, `↑ ${label}`),
  );
  boxElement.append(button);
  if (CSS.highlights) {
    document.adoptedStyleSheets = [...new Set([...document.adoptedStyleSheets, sheet])];
    CSS.highlights.set('standfirst', new Highlight(range));
  } else getSelection()?.addRange(range);
  block.tabIndex = -1;
  block.focus({ preventScroll: true });
  scrollBy(0, range.getBoundingClientRect().top - innerHeight / 3);
  button.showPopover?.();
  whenOutOfSight(view, articleElement, end);
}
