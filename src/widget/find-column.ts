/** What names the element that holds an article's text. */
export const NAMED = '[data-article],[itemprop~=articleBody]';

/** Paragraphs of these are not the running text of an article. */
const ASIDE = 'nav,aside,header,footer,figure,form,dialog,details,li,a,[role=navigation],[role=alert]';

/** By what sites call their captions, notices and teasers: the paragraph or what it stands in. */
const NOTES = /caption|notice|cookie|teaser|promo|related|newsletter|comment/i;

/** Shorter paragraphs are bylines and the like. */
const PARAGRAPH_MIN_LENGTH = 50;

/** While a page is being read, the article is what holds this much; a notice above it holds less. */
const COLUMN_MIN_LENGTH = 200;

/** How much of a paragraph counts for what its parent stands in, and so on for three levels. */
const SHARE_UPWARD = 0.66;

/**
 * The paragraphs of the page's article: those of the element that the site names, else of the one that holds most text.
 *
 * @returns In the order of the page; none where no element holds enough, or where it holds several articles.
 */
export function findColumn(): HTMLElement[] {
  const named = document.querySelector(NAMED);
  const weights = new Map<Element, number>();
  const paragraphs = [...(named ?? document).querySelectorAll('p')].filter(isRunningText);
  for (const paragraph of paragraphs) {
    let weight = lengthOf(paragraph);
    for (let place = paragraph.parentElement, level = 0; place && level < 3; level++) {
      weights.set(place, (weights.get(place) ?? 0) + weight);
      weight *= SHARE_UPWARD;
      place = place.parentElement;
    }
  }
  const [[column, weight] = []] = [...weights].sort(([, a], [, b]) => b - a);
  if (
    !column ||
    (!named && ((weight as number) < COLUMN_MIN_LENGTH || column.querySelectorAll('article')[1]))
  )
    return [];
  const inside = paragraphs.filter((paragraph) => column.contains(paragraph));
  const children = inside.filter((paragraph) => paragraph.parentElement === column);
  return children.length * 2 > inside.length ? children : inside;
}

function lengthOf(paragraph: Element): number {
  return (paragraph.textContent as string).trim().length;
}

function isRunningText(paragraph: HTMLElement): boolean {
  return (
    lengthOf(paragraph) >= PARAGRAPH_MIN_LENGTH &&
    !paragraph.closest(ASIDE) &&
    !NOTES.test(paragraph.className + (paragraph.parentElement as Element).className) &&
    !!paragraph.offsetHeight
  );
}
