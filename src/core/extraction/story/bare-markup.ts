import { isNoteLink } from '../../content/body/note-marks.ts';
import type { PageElement } from '../page/page-tree.ts';
import { toMarkup } from '../page/parsed-element.ts';

/** Attributes that mean something in an article; names, styles and data of the page's scripts do not. */
const KEPT = new Set(
  'href src alt title lang dir width height colspan rowspan start reversed value datetime cite type hidden data-standfirst role'.split(
    ' ',
  ),
);
const LINKS = new Set(['href', 'src', 'cite']);

/**
 * An article's markup without the page's furniture: editors' hints stay, addresses become absolute.
 */
export function toBareMarkup(story: PageElement, baseUrl: string): string {
  for (const element of [story, ...story.findAll(() => true)]) {
    element.attributes = element.attributes.filter(isKept);
    for (const attribute of element.attributes) {
      if (!LINKS.has(attribute.name)) continue;
      if (
        attribute.value.startsWith('#') &&
        isNoteLink(attribute.value, element.textContent, isRaised(element))
      )
        continue;
      attribute.value = URL.parse(attribute.value, baseUrl)?.href ?? attribute.value;
    }
  }
  return toMarkup(story);
}

/** A picture written out in its address would be megabytes of what the sanitiser takes out. */
function isKept({ name, value }: { name: string; value: string }): boolean {
  if (name === 'class') return /\bstandfirst-(?:skip|pin)\b/.test(value);
  return KEPT.has(name) && !(LINKS.has(name) && /^\s*data:/i.test(value));
}

function isRaised({ parentNode, firstElementChild }: PageElement): boolean {
  return parentNode?.localName === 'sup' || firstElementChild?.localName === 'sup';
}
