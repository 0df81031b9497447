import { draw } from './draw.ts';

/**
 * `data-auto="top bottom"`: puts the boxes before the first paragraph and after the last of the article.
 *
 * A box is only put where nothing that a reader looks at can move: while the page is still being read, or off screen.
 */
export function placeBoxes(positions = ''): void {
  const isParsing = document.readyState === 'loading';
  const place = () => {
    const paragraphs = [...document.querySelectorAll(':is(article,main) p')];
    for (const position of positions.split(' ')) {
      const isTop = position === 'top';
      const spot = paragraphs.at(isTop ? 0 : -1);
      if (!position || !spot || (!isParsing && spot.getBoundingClientRect().bottom < innerHeight)) continue;
      spot[isTop ? 'before' : 'after'](draw('stand-first', { position }));
    }
  };
  if (isParsing) addEventListener('DOMContentLoaded', place);
  else place();
}
