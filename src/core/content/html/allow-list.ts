import type { Properties } from './body-tree.ts';
import { cleanText } from './clean-text.ts';
import { safeUrl } from './safe-url.ts';

export interface Attribute {
  name: string;
  value: string;
}

/** Reads an author's value: what may be written, or `undefined` for nothing. */
type Reader = (value: string, baseUrl?: string) => string | undefined;

const LINK_SCHEMES = new Set(['http:', 'https:', 'mailto:']);
const IMAGE_SCHEMES = new Set(['http:', 'https:']);

const link: Reader = (value, baseUrl) => safeUrl(value, LINK_SCHEMES, baseUrl);
const image: Reader = (value, baseUrl) => safeUrl(value, IMAGE_SCHEMES, baseUrl);
const plainText: Reader = (value) => cleanText(value).trim() || undefined;
/** Trimmed first: an expression that skips spaces at both ends takes the square of their number, or worse. */
const whole =
  (pattern: RegExp): Reader =>
  (value) =>
    pattern.exec(value.trim())?.[1];
const length = whole(/^(\d{1,5})(?:\.\d*)?(?:px)?$/);
const integer = whole(/^(-?\d{1,6})$/);
/** HTML caps both spans; 1,000 is its cap for `colspan`. */
const span: Reader = (value) => {
  const cells = Number(/^\d{1,4}$/.exec(value.trim())?.[0] ?? 1);
  return cells > 1 && cells <= 1000 ? String(cells) : undefined;
};
const dateTime = whole(/^([0-9TZPWYMDHS:+\-. ]{1,40})$/i);
const flag: Reader = () => '';
const oneOf = (...words: string[]): Reader => {
  const allowed = new Set(words);
  return (value) => (allowed.has(value.toLowerCase()) ? value.toLowerCase() : undefined);
};
/** The one thing that a cell's style says of its content: Markdown's tables are written so. */
const textAlign: Reader = (value) =>
  /(?:^|;)\s*text-align\s*:\s*(left|center|right)\b/i.exec(value)?.[1]?.toLowerCase();
const numbering: Reader = (value) => (/^[1aAiI]$/.test(value) ? value : undefined);

/** A language tag by shape (BCP 47): letters, then subtags. */
export function readLanguage(value: string | undefined): string | undefined {
  return value !== undefined && /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(value) ? value : undefined;
}

export const readDirection: Reader = oneOf('ltr', 'rtl', 'auto');

/** Words of `rel` that say something about the link itself; search engines ask newspapers for the first two. */
const LINK_RELATIONS = ['sponsored', 'nofollow', 'ugc'];

const cell: AttributeList = {
  colspan: ['colSpan', span],
  rowspan: ['rowSpan', span],
  align: ['align', oneOf('left', 'center', 'right')],
  style: ['align', textAlign],
};
const edit: AttributeList = { datetime: ['dateTime', dateTime] };
const titled: AttributeList = { title: ['title', plainText] };

type AttributeList = Readonly<Record<string, readonly [property: string, read: Reader]>>;

const NONE: AttributeList = {};

/**
 * The one allow-list: each element that may stand in a body, with its attributes. `lang` and `dir` are allowed on
 * all. The arrangement reads authors' attributes through it, and the sanitiser is configured from it.
 */
export const ALLOWED: ReadonlyMap<string, AttributeList> = new Map(
  Object.entries({
    p: NONE,
    h2: NONE,
    h3: NONE,
    h4: NONE,
    h5: NONE,
    h6: NONE,
    ul: NONE,
    ol: { start: ['start', integer], reversed: ['reversed', flag], type: ['type', numbering] },
    li: { value: ['value', integer] },
    dl: NONE,
    dt: NONE,
    dd: NONE,
    blockquote: NONE,
    pre: NONE,
    hr: NONE,
    figure: NONE,
    figcaption: NONE,
    aside: NONE,
    footer: NONE,
    address: NONE,
    table: NONE,
    caption: NONE,
    thead: NONE,
    tbody: NONE,
    tfoot: NONE,
    tr: NONE,
    th: { ...cell, scope: ['scope', oneOf('row', 'col', 'rowgroup', 'colgroup')] },
    td: cell,
    a: { href: ['href', link], ...titled },
    img: {
      src: ['src', image],
      alt: ['alt', cleanText],
      width: ['width', length],
      height: ['height', length],
      loading: ['loading', oneOf('lazy', 'eager')],
      ...titled,
    },
    br: NONE,
    abbr: titled,
    dfn: titled,
    time: edit,
    del: edit,
    ins: edit,
    b: NONE,
    bdi: NONE,
    bdo: NONE,
    cite: NONE,
    code: NONE,
    em: NONE,
    i: NONE,
    kbd: NONE,
    mark: NONE,
    q: NONE,
    rp: NONE,
    rt: NONE,
    ruby: NONE,
    s: NONE,
    samp: NONE,
    small: NONE,
    span: NONE,
    strong: NONE,
    sub: NONE,
    sup: NONE,
    u: NONE,
    var: NONE,
  } satisfies Record<string, AttributeList>),
);

/** Attributes without which an element has no use: it is left out, a link leaves its words behind. */
const REQUIRED: Readonly<Record<string, string>> = { a: 'href', img: 'src' };

/**
 * Reads the attributes that an element may keep.
 *
 * @returns Properties by hast's names; `undefined` when the element cannot stand without one that is missing or
 *   unsafe (a link without an address, an image without a source).
 */
export function readProperties(
  tagName: string,
  attributes: readonly Attribute[],
  baseUrl?: string,
): Properties | undefined {
  const list = ALLOWED.get(tagName) ?? NONE;
  const properties: Properties = {};
  for (const { name, value } of attributes) {
    const rule = Object.hasOwn(list, name) ? list[name] : undefined;
    const safe = rule?.[1](value, baseUrl);
    if (rule !== undefined && safe !== undefined) properties[rule[0]] = safe;
  }
  const required = REQUIRED[tagName];
  if (required !== undefined && properties[required] === undefined) return undefined;
  if (tagName === 'a') addRelation(properties, attributes);
  return properties;
}

function addRelation(properties: Properties, attributes: readonly Attribute[]): void {
  const words = (attributes.find(({ name }) => name === 'rel')?.value ?? '').toLowerCase().split(/\s+/);
  const relations = LINK_RELATIONS.filter((word) => words.includes(word));
  if (/^https?:/i.test(properties.href ?? '')) relations.unshift('noopener');
  if (relations.length > 0) properties.rel = relations.join(' ');
}
