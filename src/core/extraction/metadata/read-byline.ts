import { BYLINE_MAX_LENGTH } from '../../limits.ts';
import { decodeText } from '../page/decode-text.ts';
import type { PageDocument } from '../page/parse-page.ts';
import { foldedText } from '../page/text-measure.ts';
import { type JsonLdNode, listOf, textOf } from './json-ld.ts';
import type { MetaTags } from './meta-tags.ts';

/** Who wrote it: JSON-LD, meta elements, microdata. */
export function readByline(page: PageDocument, node: JsonLdNode, meta: MetaTags): string | undefined {
  const names = listOf(node.author ?? node.creator).flatMap((author) => cleanName(textOf(author)));
  if (names.length > 0) return [...new Set(names)].join(', ');
  const named = meta.all(
    'author',
    'article:author',
    'parsely-author',
    'dc.creator',
    'sailthru.author',
    'byl',
  );
  const [first] = named.flatMap(cleanName);
  if (first !== undefined) return first;
  const marked = page.find(
    (element) => element.getAttribute('itemprop') === 'author' || element.getAttribute('rel') === 'author',
  );
  return marked === undefined ? undefined : cleanName(foldedText(marked))[0];
}

const BY = /^(?:by|von|par|por|di|da|av|af|door|от|автор)[:\s]+/i;

/** A date and whatever comes after it is no part of a name. */
const DATE_AFTER =
  /[\s,|·–-](?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2},? \d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2})/i;
const SEPARATOR = /[\s,|·–-]/;

/** A name, without "By"; addresses of profiles are none. */
export function cleanName(text: string | undefined): string[] {
  const name = withoutDate(decodeText(text ?? '').replace(BY, ''));
  return name === '' || /^(?:https?:|www\.|@|\/)/i.test(name) || name.length > BYLINE_MAX_LENGTH
    ? []
    : [name];
}

function withoutDate(name: string): string {
  let end = name.search(DATE_AFTER);
  if (end === -1) return name;
  while (end > 0 && SEPARATOR.test(name.charAt(end - 1))) end -= 1;
  return name.slice(0, end);
}
