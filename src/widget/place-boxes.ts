import { draw } from './draw.ts';
import { findColumn } from './find-column.ts';

/** Time for pages that draw their article by script. */
const GIVE_UP_MS = 20_000;

/**
 * `data-auto="top bottom"`: puts the boxes before the first paragraph of the article and after the last.
 *
 * Each is tried just before the page is painted, and stays only if nothing moves of what the reader has seen. So the box
 * above the text is there where the script comes before the first paint, and afterwards where it stands below the screen
 * or in a place that was kept for it.
 */
export function placeBoxes(positions: string | undefined): void {
  const wanted = new Set(positions?.match(/\S+/g));
  // Before the first frame the timeline stands at 0 (entries of `paint` come too late to tell). Else all may have been seen.
  let seen = document.timeline.currentTime ? allElements() : [];
  const place = () => {
    const paragraphs = findColumn();
    for (const position of wanted) {
      const isTop = position === 'top';
      const spot = paragraphs.at(isTop ? 0 : -1);
      if (!spot || (!isTop && document.readyState === 'loading')) continue;
      if (
        document.querySelector(
          `stand-first[position=${position}]${isTop ? ',stand-first:not([position])' : ''}`,
        )
      ) {
        wanted.delete(position);
        continue;
      }
      const box = draw('stand-first', { position });
      const before = positionsOf(seen);
      spot[isTop ? 'before' : 'after'](box);
      if (positionsOf(seen) === before) wanted.delete(position);
      else box.remove();
    }
    seen = allElements();
    if (!wanted.size) observer.disconnect();
  };
  let frame = 0;
  const schedule = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(place);
  };
  const observer = new MutationObserver(schedule);
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener('readystatechange', schedule);
  setTimeout(() => observer.disconnect(), GIVE_UP_MS);
  schedule();
}

function allElements(): Element[] {
  return [...document.querySelectorAll('body *')];
}

/** Where those of the elements stand that are on the screen. */
function positionsOf(elements: readonly Element[]): string {
  return elements
    .map((element) => element.getBoundingClientRect())
    .filter(({ y, bottom }) => bottom > 0 && y < innerHeight)
    .map(({ x, y }) => `${x} ${y}`)
    .join();
}
