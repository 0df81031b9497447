import { detectLanguage } from '../../summarizer/index.ts';
import type { PageDocument } from '../page/parse-page.ts';
import { type JsonLdNode, textOf } from './json-ld.ts';
import type { MetaTags } from './meta-tags.ts';

/** What a page says of its language, as canonical tags: its root element first, then what systems say of the article. */
export function readLanguages(page: PageDocument, node: JsonLdNode, meta: MetaTags): string[] {
  const root = page.documentElement;
  const said = [
    root.getAttribute('lang') ?? root.getAttribute('xml:lang'),
    textOf(node.inLanguage),
    meta.first('og:locale'),
    meta.first('content-language', 'dc.language', 'dcterms.language'),
  ];
  return said.flatMap(
    (tag) => canonicalTag(tag?.slice(0, 100).split(',')[0]?.trim().replaceAll('_', '-')) ?? [],
  );
}

function canonicalTag(tag: string | undefined): string | undefined {
  if (tag === undefined || !/^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined; // RangeError: the page made its tag up.
  }
}

/** Shorter texts are told apart too badly to contradict a page. */
const CLEAR_MIN_LENGTH = 400;

/**
 * The language of an article. The root element often has the one that a theme was written in, mostly English: two
 * others that agree, and a longer text that is clearly English or clearly not, win over it.
 */
export function chooseLanguage(said: readonly string[], text: string): string | undefined {
  const [first, second, third] = said;
  const agreed =
    second !== undefined && third !== undefined && primary(second) === primary(third) ? second : first;
  if (agreed === undefined || text.length < CLEAR_MIN_LENGTH) return agreed;
  const heard = detectLanguage(text);
  const isHeard = heard !== 'und' && primary(heard) !== primary(agreed);
  if (!isHeard || (primary(agreed) !== 'en' && primary(heard) !== 'en')) return agreed;
  return said.find((tag) => primary(tag) === primary(heard)) ?? heard;
}

function primary(tag: string): string {
  return tag.split('-', 1)[0] ?? tag;
}
