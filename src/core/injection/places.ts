/**
 * Where the boxes of one page go, said in start tags that a streaming rewriter can select.
 *
 * HTMLRewriter keeps no tree, so an end tag that a page leaves out is never met, and `after` or `append` land elsewhere
 * or nowhere. Every place is therefore told by start tags, counted from the tag that opens the article's part of the
 * page; an end tag is used only where the page writes it.
 */
export interface Places {
  /** The part that holds the article: nothing is counted before it. Null: from the start of the page. */
  scope: Anchor | null;
  above: (Anchor & { side: 'before' | 'inside' }) | null;
  /** Counted since the last paragraph; `end`: before the end tag of the element. */
  below: (Anchor & { side: 'before' | 'end' }) | null;
  /** Tag of the article's last paragraph, and how many there are up to it: fewer, and the page is another one. */
  paragraph: { selector: string; count: number } | null;
}

/** The `nth` start tag, from 1, that a selector meets. */
export interface Anchor {
  selector: string;
  nth: number;
}

/** For pages that keep places themselves (`<stand-first>` elements): these alone are filled. */
export const OWN_PLACES: Places = { scope: null, above: null, below: null, paragraph: null };

/** A selector of the forms that are learned: `p`, `div.story`, `div[id="story"]`, `div[itemprop="articleBody"]`. */
export interface Mark {
  tag: string;
  attribute: 'class' | 'id' | 'itemprop' | null;
  value: string;
}

export interface StartTag {
  name: string;
  attributes: ReadonlyMap<string, string>;
}

export function selectorOf({ tag, attribute, value }: Mark): string {
  if (attribute === null) return tag;
  return attribute === 'class' ? `${tag}.${value}` : `${tag}[${attribute}="${value}"]`;
}

/** Undefined for what only a browser's selector engine could tell. */
export function parseMark(selector: string): Mark | undefined {
  const [, tag = '', name, attribute, value] =
    /^([a-z][\w-]*)?(?:\.([\w-]+)|\[(id|itemprop)="([\w-]+)"\])?$/u.exec(selector) ?? [];
  if (selector === '') return undefined;
  if (name !== undefined) return { tag, attribute: 'class', value: name };
  if (value !== undefined) return { tag, attribute: attribute as 'id' | 'itemprop', value };
  return tag === '' ? undefined : { tag, attribute: null, value: '' };
}

export function matchesMark({ tag, attribute, value }: Mark, { name, attributes }: StartTag): boolean {
  if (tag !== '' && tag !== name) return false;
  if (attribute === null) return true;
  const given = attributes.get(attribute);
  if (given === undefined) return false;
  return attribute === 'class' ? given.split(/[\t\n\f\r ]+/u).includes(value) : given === value;
}

/** Names that somebody has chosen; those with numbers are often made anew for every page. */
const isTelling = (name: string): boolean => /^[a-z_][\w-]{1,60}$/iu.test(name) && !/\d{3}/u.test(name);

/** The ways to select a start tag, the most telling first. */
export function marksOf({ name, attributes }: StartTag): Mark[] {
  const marks: Mark[] = [];
  for (const attribute of ['itemprop', 'id'] as const) {
    const value = attributes.get(attribute);
    if (value !== undefined && isTelling(value)) marks.push({ tag: name, attribute, value });
  }
  for (const value of attributes.get('class')?.split(/[\t\n\f\r ]+/u) ?? [])
    if (isTelling(value)) marks.push({ tag: name, attribute: 'class', value });
  return [...marks, { tag: name, attribute: null, value: '' }];
}
