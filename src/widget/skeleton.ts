import { draw } from './draw.ts';
import type { OpenBox } from './open-box.ts';

/**
 * The place that a summary will take: bars where the article's longest sentences would stand. A summary of sentences
 * from the article is never taller, so nothing below is pushed when it comes.
 *
 * The bars are the sentences themselves, which the sheet shows without colour.
 */
export function drawSkeleton({ articleElement, length }: OpenBox): HTMLElement {
  const sentences = (articleElement as HTMLElement).innerText
    .split(/[.!?…][\p{Pf}")]*\s+(?=[^a-z])|[。！？\n]/u)
    .sort((a, b) => b.length - a.length);
  const bars = Array.from({ length: length === 'long' ? 7 : length === 'medium' ? 5 : 3 }, (_, index) =>
    draw('li', {}, draw('i', {}, `${sentences[index] || sentences[0]}. ¶ 88`)),
  );
  return draw('ul', { 'aria-hidden': true }, ...bars);
}
