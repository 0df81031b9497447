import { foldLine } from '../page/decode-text.ts';
import type { PageElement } from '../page/page-tree.ts';
import type { PageDocument } from '../page/parse-page.ts';

/** More first headings than these are a list, and none of them is the page's. */
const HEADINGS_MAX_COUNT = 12;

/** The first headings of a page, those of the site's own name left out; what stands in the article comes first. */
export function findHeadings(page: PageDocument): PageElement[] {
  const all = page.body
    .findAll(({ localName }) => localName === 'h1')
    .filter((heading) => foldLine(heading.textContent) !== '' && !isSiteName(heading, page));
  if (all.length > HEADINGS_MAX_COUNT) return [];
  const inside = all.filter((heading) => isWithin(heading, /^(?:article|main)$/));
  return [...inside, ...all.filter((heading) => !inside.includes(heading))];
}

/** A heading that leads home, or calls itself the site's. */
function isSiteName(heading: PageElement, page: PageDocument): boolean {
  if (/\b(?:site|blog)-?(?:title|name|logo)\b|\blogo\b|\bbrand\b/i.test(`${heading.className} ${heading.id}`))
    return true;
  const link = heading.find(({ localName }) => localName === 'a') ?? heading.parentNode;
  const href = link?.localName === 'a' ? link.getAttribute('href') : null;
  if (href === null) return false;
  const target = URL.parse(href, page.baseURI);
  return (
    target !== null &&
    target.pathname === '/' &&
    target.search === '' &&
    new URL(page.documentURI).pathname !== '/'
  );
}

export function isWithin(element: PageElement, names: RegExp): boolean {
  for (let node = element.parentNode; node !== null; node = node.parentNode)
    if (names.test(node.localName)) return true;
  return false;
}
