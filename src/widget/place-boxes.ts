import { draw } from './draw.ts';
import { findColumn } from './find-column.ts';

/** Time for pages that draw their article by script. */
const GIVE_UP_MS = 20_000;

/**
 * `data-auto="top bottom"`: puts the boxes before the first paragraph of the article and after the last.
 *
 * Until the first frame that happens at once, as the parser comes by: a page may be laid out and judged for shifts before
 * the callbacks of that frame run. Afterwards each is tried just before the page is painted, and stays only if nothing
 * moves of what the reader has seen. So the box above the text is there where the script comes before the first paint,
 * and else where it stands below the screen or in a place that was kept for it.
 */
export function placeBoxes(positions: string | undefined): void {
  const wanted = new Set(positions?.match(/\S+/g));
  // Before the first frame the timeline stands at 0 (entries of `paint` come too late to tell). Else all may have been seen.
  let seen = seenElements();
  const place = () => {
    const paragraphs = findColumn();
    for (const position of wanted) {
      const isTop = position === 'top';
      const spot = paragraphs.at(isTop ? 0 : -1);
      if (!spot || (!isTop && document.readyState === 'loading')) continue;
      if (
        !document.querySelector(
          `stand-first[position=${position}]${isTop ? ',stand-first:not([position])' : ''}`,
        )
      ) {
        const box = draw('stand-first', { position });
        const before = positionsOf(seen);
        spot[isTop ? 'before' : 'after'](box);
        if (positionsOf(seen) !== before) {
          box.remove();
          continue;
        }
      }
      wanted.delete(position);
    }
    seen = seenElements();
    // Putting a box in and out again is no news.
    observer.takeRecords();
    if (!wanted.size) observer.disconnect();
  };
  let frame = 0;
  const schedule = () => {
    if (!document.timeline.currentTime) place();
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(place);
  };
  const observer = new MutationObserver(schedule);
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener('readystatechange', schedule);
  setTimeout(() => observer.disconnect(), GIVE_UP_MS);
  schedule();
}

function seenElements(): Element[] {
  return document.timeline.currentTime ? [...document.querySelectorAll('body *')] : [];
}

/** Where those of the elements stand that are on the screen. */
function positionsOf(elements: readonly Element[]): string {
  return elements
    .map((element) => {
      const { x, y, bottom } = element.getBoundingClientRect();
      return bottom > 0 && y < innerHeight && [x, y];
    })
    .join();
}
