/** Where the article stands in the page: the longest text of those that the selector finds, or that articles stand in. */
export function findArticle(selector: string): Element {
  const candidates = document.querySelectorAll(selector || '[data-article],[itemprop=articleBody],article');
  return [...candidates].sort((a, b) => textLength(b) - textLength(a))[0] ?? document.body;
}

function textLength({ textContent }: Element): number {
  return textContent.length;
}
