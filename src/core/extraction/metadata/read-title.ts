import { TITLE_MAX_LENGTH } from '../../limits.ts';
import { clip, decodeText, foldLine } from '../page/decode-text.ts';
import type { PageElement } from '../page/page-tree.ts';
import type { PageDocument } from '../page/parse-page.ts';
import { isWithin } from './headings.ts';
import { type JsonLdNode, textOf } from './json-ld.ts';
import type { MetaTags } from './meta-tags.ts';

/** Marks that part a title from the name of its site, with a space on both sides. */
const SEPARATOR = /\s(?:[|\-–—·•:»«›<>/\\~]|::)\s/gu;

interface TitleSigns {
  page: PageDocument;
  node: JsonLdNode;
  meta: MetaTags;
  headings: readonly PageElement[];
  siteName: string | undefined;
}

/**
 * The title as readers see it: what the page calls it by, in the form of its first heading where both say the same,
 * without the name of the site.
 *
 * @returns undefined where only the window has a title, and no heading says which part of it is the article's.
 */
export function readTitle({ page, node, meta, headings, siteName }: TitleSigns): string | undefined {
  const shown = headings.map(textOfHeading);
  const inside = headings.filter((heading) => isWithin(heading, /^(?:article|main)$/)).map(textOfHeading);
  const headline = readHeadline(page, node);
  if (headline !== undefined)
    return finish(asShown(headline, shown) ?? withoutSite(headline, shown, siteName));
  const said =
    meta.first(
      'og:title',
      'twitter:title',
      'citation_title',
      'dc.title',
      'dcterm.title',
      'parsely-title',
      'title',
    ) ?? page.find((element) => element.getAttribute('itemprop') === 'headline')?.textContent;
  if (said !== undefined)
    return finish(
      asShown(said, shown) ?? partShown(said, shown, inside) ?? withoutSite(said, shown, siteName),
    );
  const window = foldLine(page.title);
  const isSite = comparable(window) === comparable(siteName ?? '');
  return finish(
    asShown(window, shown) ?? partShown(window, shown, inside) ?? (isSite ? shown[0] : withoutTail(window)),
  );
}

function finish(title: string | undefined): string | undefined {
  return title === undefined || title === '' ? undefined : title.slice(0, TITLE_MAX_LENGTH).toWellFormed();
}

/** `headline`, unless `name` is what the window says: some encyclopaedias write a description into the headline. */
function readHeadline(page: PageDocument, node: JsonLdNode): string | undefined {
  const headline = textOf(node.headline);
  const name = textOf(node.name);
  if (headline === undefined || name === undefined) return headline ?? name;
  return !page.title.includes(headline) && page.title.includes(name) ? name : headline;
}

/** The heading that says the same: its marks are those that a person has set, and it escapes nothing twice. */
function asShown(said: string, shown: readonly string[]): string | undefined {
  const raw = comparable(said);
  const decoded = comparable(decodeText(said));
  const heading = shown.find((line) => comparable(line) === raw || comparable(line) === decoded);
  return heading === undefined ? undefined : unshouted(heading, decodeText(said));
}

/**
 * The part before or after a separator that a heading says. A heading outside the article that says the end of the title
 * is the site's name.
 */
function partShown(said: string, shown: readonly string[], inside: readonly string[]): string | undefined {
  const title = decodeText(said);
  const find = (part: string, lines: readonly string[]) => {
    const wanted = comparable(part);
    const heading = wanted === '' ? undefined : lines.find((line) => comparable(line) === wanted);
    return heading === undefined ? undefined : unshouted(heading, part.trim());
  };
  for (const { index, 0: mark } of title.matchAll(SEPARATOR)) {
    const part = find(title.slice(0, index), shown) ?? find(title.slice(index + mark.length), inside);
    if (part !== undefined) return part;
  }
  return undefined;
}

const TAIL_MIN_WORDS = 3;

/** Without a heading: the part before the last dash that stands between words, where it is long enough for a title. */
function withoutTail(window: string): string | undefined {
  const last = [...window.matchAll(/\s[–—·•]\s/gu)].at(-1);
  const title = window.slice(0, last?.index).trim();
  return last !== undefined && title.split(' ').length >= TAIL_MIN_WORDS ? title : undefined;
}

/** Without the mark that links to a heading. */
function textOfHeading({ textContent }: PageElement): string {
  return foldLine(textContent).replace(/[ ¶#§🔗]{1,10}$/u, '');
}

/** "Title - Site": the name goes where it stands at the very end or the very beginning, once. */
function withoutSite(
  said: string,
  shown: readonly string[],
  siteName: string | undefined,
): string | undefined {
  const title = clip(said, TITLE_MAX_LENGTH);
  const site = comparable(siteName ?? '');
  if (title === undefined || site === '') return title;
  const marks = [...title.matchAll(SEPARATOR)];
  const last = marks.find(({ index, 0: mark }) => comparable(title.slice(index + mark.length)) === site);
  if (last !== undefined && last.index > 0)
    return partShown(title.slice(0, last.index), shown, []) ?? title.slice(0, last.index).trim();
  const [first] = marks;
  return first !== undefined && comparable(title.slice(0, first.index)) === site
    ? title.slice(first.index + first[0].length).trim()
    : title;
}

/** Headings in capitals alone are the design's. */
function unshouted(heading: string, said: string): string {
  return heading === heading.toUpperCase() && said !== said.toUpperCase() ? said : heading;
}

function comparable(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
