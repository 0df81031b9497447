import { NAMED } from './find-column.ts';
import type { StandFirstElement } from './stand-first-element.ts';

/** Where the article stands in the page: what the site names, nearest to the box, else what the box stands in, else the page. */
export function findArticle(element: StandFirstElement): Element {
  const named = element.article || NAMED;
  const around = element.closest('article,main');
  return (
    element.closest(named) ??
    around?.querySelector(named) ??
    document.querySelector(named) ??
    around ??
    document.body
  );
}
