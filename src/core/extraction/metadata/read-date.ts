import type { PageElement } from '../page/page-tree.ts';
import type { PageDocument } from '../page/parse-page.ts';
import { type JsonLdNode, textOf } from './json-ld.ts';
import type { MetaTags } from './meta-tags.ts';
import { type DateHabits, dayInAddress, parsePublishedTime } from './published-time.ts';

interface DateSigns {
  page: PageDocument;
  node: JsonLdNode;
  meta: MetaTags;
  headings: readonly PageElement[];
  habits: DateHabits;
}

/** When the article was published: what is said of it as data, then what stands beside its heading, then its address. */
export function readPublishedAt({ page, node, meta, headings, habits }: DateSigns): string | undefined {
  const marked = page.find((element) => /^datePublished$/i.test(element.getAttribute('itemprop') ?? ''));
  const said = [
    textOf(node.datePublished),
    textOf(node.dateCreated),
    ...meta.all(
      'article:published_time',
      'article:published',
      'og:published_time',
      'datepublished',
      'parsely-pub-date',
      'sailthru.date',
      'citation_publication_date',
      'citation_online_date',
      'citation_date',
      'dc.date',
      'dc.date.issued',
      'dcterms.issued',
      'dcterms.created',
      'pubdate',
      'publish-date',
      'publication_date',
      'date',
    ),
  ];
  const shown = () =>
    [...(marked === undefined ? [] : [marked]), ...datesBeside(page, headings)].flatMap(readingsOf);
  return firstDate(said, habits) ?? firstDate(shown(), habits) ?? dayInAddress(page.documentURI);
}

function firstDate(candidates: readonly (string | undefined)[], habits: DateHabits): string | undefined {
  for (const candidate of candidates) {
    const instant = parsePublishedTime(candidate, habits);
    if (instant !== undefined) return instant;
  }
  return undefined;
}

function readingsOf(element: PageElement): string[] {
  return [element.getAttribute('content'), element.getAttribute('datetime'), element.textContent].filter(
    (text) => text !== null,
  );
}

/** Dates on a page: more are an archive's or a calendar's. */
const DATES_MAX_COUNT = 200;
const DATE_TEXT_MAX_LENGTH = 120;
const DATED =
  /(?:^|[\s_-])(?:date|datum|fecha|data|published|pubdate|publish-date|posted|timestamp)(?:$|[\s_-])/;
const CHANGED = /updat|modifi|changed|aktualis/;
const PUBLISHED = /publi|posted|entry-date|created/;
/** Dates of something else. */
const ELSEWHERE =
  /(?:^|[\s_-])(?:ticker|breaking|related|comments?|sidebar|widget|teasers?|cards?|promo|recent|latest|popular|events?|calendar|weather|archive|footer|menu|nav|copyright)(?:$|[\s_-])/;

/** Dates that stand where the article's own does, nearest to its heading first. */
function datesBeside(page: PageDocument, headings: readonly PageElement[]): PageElement[] {
  const [heading] = headings;
  const around = ancestorsOf(
    heading ?? page.find(({ localName }) => /^(?:article|main)$/.test(localName)) ?? page.body,
  );
  return page.body
    .findAll(isDate)
    .slice(0, DATES_MAX_COUNT)
    .flatMap((element) => {
      const distance = distanceTo(element, around);
      return distance === undefined ? [] : [{ element, distance }];
    })
    .sort((a, b) => a.distance - b.distance)
    .map(({ element }) => element);
}

function isDate(element: PageElement): boolean {
  const names = `${element.className} ${element.id}`.slice(0, 500).toLowerCase();
  const isNamed = element.localName === 'time' || (names !== ' ' && DATED.test(names));
  if (!isNamed || (CHANGED.test(names) && !PUBLISHED.test(names))) return false;
  return element.hasAttribute('datetime') || element.textContent.length <= DATE_TEXT_MAX_LENGTH;
}

function ancestorsOf(element: PageElement): Map<PageElement, number> {
  const around = new Map<PageElement, number>();
  for (let node: PageElement | null = element; node !== null; node = node.parentNode)
    around.set(node, around.size);
  return around;
}

/**
 * Levels from the heading up to what holds both.
 *
 * @returns undefined for the date of something else: of another article, an aside, a link, a comment.
 */
function distanceTo(element: PageElement, around: ReadonlyMap<PageElement, number>): number | undefined {
  for (let node: PageElement | null = element; node !== null; node = node.parentNode) {
    const distance = around.get(node);
    if (distance !== undefined) return distance;
    if (/^(?:article|aside|nav|footer|figure|blockquote)$/.test(node.localName)) return undefined;
    if (ELSEWHERE.test(`${node.className} ${node.id}`.slice(0, 500).toLowerCase())) return undefined;
  }
  return undefined;
}
