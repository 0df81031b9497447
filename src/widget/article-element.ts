import type { StandFirstElement } from './stand-first-element.ts';

/** Where the article stands in the page: what the site names, else what the box stands in, else the page. */
export function findArticle(element: StandFirstElement): Element {
  return (
    document.querySelector(element.article || '[data-article],[itemprop=articleBody]') ??
    element.closest('article,main') ??
    document.body
  );
}
