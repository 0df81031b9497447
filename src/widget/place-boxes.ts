/**
 * `data-auto="top bottom"`: puts the boxes before the first paragraph and after the last of the article.
 *
 * A box is only put where nothing that a reader looks at can move: while the page is still being read, or off screen.
 */
export function placeBoxes(positions = ''): void {
  const isParsing = document.readyState === 'loading';
  const place = () => {
    const paragraphs = document.querySelectorAll(':is(article,main) p');
    for (const position of positions.split(' ')) {
      const isTop = position === 'top';
      const spot = paragraphs[isTop ? 0 : paragraphs.length - 1];
      if (!position || !spot || (!isParsing && spot.getBoundingClientRect().bottom < innerHeight)) continue;
      const box = document.createElement('stand-first');
      box.setAttribute('position', position);
      spot[isTop ? 'before' : 'after'](box);
    }
  };
  if (isParsing) document.addEventListener('DOMContentLoaded', place);
  else place();
}
