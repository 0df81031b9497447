import { BYLINE_MAX_LENGTH } from '../../limits.ts';
import { foldLine } from '../page/decode-text.ts';
import type { PageElement } from '../page/page-tree.ts';
import type { PageDocument } from '../page/parse-page.ts';
import { foldedText } from '../page/text-measure.ts';
import { isWithin } from './headings.ts';
import { type JsonLdNode, listOf, type StructuredData, textOf, valuesOf } from './json-ld.ts';
import type { MetaTags } from './meta-tags.ts';
import { cleanName, readCreditLine } from './person-name.ts';

/** The first of these that a page has names all of its authors. */
const AUTHOR_NAMES = [
  'author',
  'article:author',
  'parsely-author',
  'dc.creator',
  'dcterms.creator',
  'sailthru.author',
  'byl',
];
const AUTHORS_MAX_COUNT = 20;

interface BylineSigns {
  page: PageDocument;
  node: JsonLdNode;
  data: StructuredData;
  meta: MetaTags;
  language: string | undefined;
}

/** Who wrote it, all of them: JSON-LD, meta elements, those of journals, microdata. */
export function readByline({ page, node, data, meta, language }: BylineSigns): string | undefined {
  const structured = valuesOf(node.author ?? node.creator, data).flatMap(namesIn);
  const named = AUTHOR_NAMES.map((name) => meta.all(name).flatMap(cleanName)).find(
    (names) => names.length > 0,
  );
  const cited = meta.all('citation_author', 'citation_authors').flatMap(cleanName).map(givenNameFirst);
  const marked = () =>
    markedAuthors(page).flatMap((element) => readCreditLine(foldedText(element), language));
  for (const names of [structured, named ?? [], cited, marked()]) if (names.length > 0) return join(names);
  return undefined;
}

function join(names: readonly string[]): string {
  const unique = new Map(names.map((name) => [name.toLowerCase(), name]));
  let byline = '';
  for (const name of [...unique.values()].slice(0, AUTHORS_MAX_COUNT)) {
    const longer = byline === '' ? name : `${byline}, ${name}`;
    if (longer.length <= BYLINE_MAX_LENGTH) byline = longer;
  }
  return byline;
}

/** `{"name": ["One", "Two"]}` stands for two. */
function namesIn(author: unknown): string[] {
  if (typeof author !== 'object' || author === null || Array.isArray(author))
    return cleanName(textOf(author));
  return listOf((author as JsonLdNode).name).flatMap((name) => cleanName(textOf(name)));
}

/** Journals write "Holm, Ines". */
function givenNameFirst(name: string): string {
  const [family = '', given, ...more] = name.split(/, ?/);
  return given === undefined || given === '' || more.length > 0 ? name : `${given} ${family}`;
}

/** Elements that say they hold the author, of this article and not of a comment, a card or another story. */
function markedAuthors(page: PageDocument): PageElement[] {
  const marked = page.body.findAll(
    (element) => element.getAttribute('itemprop') === 'author' || element.getAttribute('rel') === 'author',
  );
  const [first] = marked.filter((element) => !isWithin(element, /^(?:aside|footer|nav|figure)$/));
  if (first === undefined) return [];
  const holder = first.parentNode;
  const together = marked.filter((element) => element.parentNode === holder);
  return together
    .map((element) => element.find((inner) => inner.getAttribute('itemprop') === 'name') ?? element)
    .filter((element) => foldLine(element.textContent) !== '');
}
