import { draw } from './draw.ts';

/** Stands for a sentence where the page shows none. */
const TYPICAL = '¶¶¶¶¶¶ '.repeat(20);

/**
 * The place that a summary will take: bars where the article's longest sentences would stand. A summary of sentences
 * from the article is never taller, so nothing below is pushed when it comes.
 *
 * The sentences stand in an attribute that the sheet shows without colour: neither search nor voice finds them.
 */
export function drawSkeleton(article: Element, length: string): HTMLElement {
  const sentences = [...article.querySelectorAll('p,li')]
    .filter((block) => !block.closest('stand-first'))
    .flatMap(({ textContent }) => textContent.split(/[.!?…]["”’»)]*\s+(?=[^a-z])|[。！？]/))
    .sort((a, b) => b.length - a.length);
  const count = length === 'long' ? 7 : length === 'medium' ? 5 : 3;
  const bars = Array.from({ length: count }, (_, index) =>
    draw('li', {}, draw('i', { 'data-text': `${sentences[index] || TYPICAL}. ¶ 88` })),
  );
  return draw('ul', { class: 'skeleton', 'aria-hidden': 'true' }, ...bars);
}
