import { draw, makeSheet } from './draw.ts';
import { drawIcon } from './icons.ts';

/** Takes mark and button of the last jump away. */
export type EndJump = () => void;

/**
 * Leads the reader to a sentence. The article's markup stays as it is: the sentence is marked by a CSS highlight, where
 * the browser has none by the selection. A button above everything (a popover) leads back; it goes on Escape, on a
 * press elsewhere, and when the article has left the screen.
 *
 * @param box - Holds the button.
 * @param mark - Where the reader came from, and goes back to.
 */
export function jumpTo(
  range: Range,
  article: Element,
  box: Element,
  mark: HTMLElement,
  label: string,
  onBack: () => void,
): EndJump {
  const behavior = matchMedia('(prefers-reduced-motion:reduce)').matches ? 'auto' : 'smooth';
  const colour = getComputedStyle(box).getPropertyValue('--standfirst-highlight') || '#ffe58a';
  const sheet = makeSheet(`::highlight(standfirst){background:${colour};color:#16181b}`);
  const block = (range.startContainer.parentElement?.closest('p,li,blockquote,td,div') ??
    article) as HTMLElement;
  const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting || end());
  const end = () => {
    observer.disconnect();
    CSS.highlights?.delete('standfirst');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    button.remove();
  };
  const button = draw(
    'button',
    {
      popover: 'auto',
      part: 'back',
      click: () => {
        end();
        mark.scrollIntoView({ block: 'center', behavior });
        mark.focus({ preventScroll: true });
        onBack();
      },
      toggle: (event) => (event as ToggleEvent).newState === 'open' || end(),
    },
    drawIcon('up'),
    draw('span', {}, label),
  );
  box.append(button);
  if (CSS.highlights) {
    document.adoptedStyleSheets.push(sheet);
    CSS.highlights.set('standfirst', new Highlight(range));
  } else
    getSelection()?.setBaseAndExtent(
      range.startContainer,
      range.startOffset,
      range.endContainer,
      range.endOffset,
    );
  block.tabIndex = -1;
  block.focus({ preventScroll: true });
  scrollBy({ top: range.getBoundingClientRect().top - innerHeight / 3, behavior });
  button.showPopover?.();
  observer.observe(article);
  return end;
}
