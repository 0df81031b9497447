import { parseXml as parseDocument, XmlElement, XmlText } from '@rgrove/parse-xml';
import { decodeReferences } from '../page/decode-text.ts';

export type XmlNode = Readonly<Record<string, unknown>>;

/**
 * Parses XML of a format that is known by its root, whatever prefix its names have. An element is its text, or a node
 * with its attributes (`@name`), its elements (a list where there are several of a name) and its text (`#text`).
 *
 * Of a document type only entities that stand for a few letters are taken; others are never expanded, since five lines of
 * them can stand for gigabytes. An ampersand that stands for itself and a control character are overlooked: feeds are
 * full of them.
 *
 * @returns undefined where it is not well-formed otherwise.
 *
 * parse-xml was chosen over fast-xml-parser, which weighs five times as much in the Worker, and over sax, twice as much.
 */
export function parseXml(source: string): XmlNode | undefined {
  const xml = withoutDoctype(source.trimStart());
  return readDocument(xml) ?? readDocument(withoutSlips(xml));
}

function readDocument(xml: string): XmlNode | undefined {
  try {
    const { root } = parseDocument(xml, { resolveUndefinedEntity: decodeReferences });
    return root === null ? undefined : { [root.name]: readElement(root) };
  } catch {
    return undefined; // Not well-formed, or deeper than the stack.
  }
}

const CDATA = '<![CDATA[';

function withoutSlips(xml: string): string {
  return xml
    .split(CDATA)
    .map((part, index) => {
      const end = index === 0 ? 0 : Math.max(0, part.indexOf(']]>'));
      const marked = part.slice(end).replace(/&(?!#?\w{1,31};)/g, '&amp;');
      return (part.slice(0, end) + marked).replace(/[^\P{Cc}\t\n\r]/gu, '');
    })
    .join(CDATA);
}

function readElement({ attributes, children }: XmlElement): string | XmlNode {
  const node: Record<string, unknown> = Object.create(null); // `__proto__` is a name like any other.
  for (const [name, value] of Object.entries(attributes)) node[`@${name}`] = value;
  let text = '';
  for (const child of children) {
    if (child instanceof XmlElement) add(node, child.name, readElement(child));
    else if (child instanceof XmlText) text += child.text;
  }
  const words = text.trim();
  if (Object.keys(node).length === 0) return words;
  return words === '' ? node : { ...node, '#text': words };
}

function add(node: Record<string, unknown>, name: string, value: string | XmlNode): void {
  const known = node[name];
  if (known === undefined) node[name] = value;
  else if (Array.isArray(known)) known.push(value);
  else node[name] = [known, value];
}

const PROLOG_MAX_LENGTH = 20_000;
const ENTITY = /<!ENTITY\s{1,9}([\w.-]{1,20})\s{1,9}["']([^"'<&%]{0,8})["']\s{0,9}>/g;

/** The document type stands before the root element: what a text says about entities is not meant. */
function withoutDoctype(source: string): string {
  const start = source.slice(0, PROLOG_MAX_LENGTH).search(/<(?!\?|!--)/);
  if (start === -1 || !/^<!doctype/i.test(source.slice(start, start + 9))) return source;
  const head = source.slice(start, start + PROLOG_MAX_LENGTH);
  const subset = head.indexOf('[');
  const isPlain = subset === -1 || subset > head.indexOf('>');
  const end = isPlain ? head.indexOf('>') + 1 : head.indexOf(']') + 1;
  if (end === 0) return source;
  const letters = new Map(
    [...head.slice(0, end).matchAll(ENTITY)].map(([, name = '', letter = '']) => [name, letter] as const),
  );
  const close = isPlain ? end : end + Math.max(0, head.slice(end).indexOf('>') + 1);
  const body = source.slice(start + close);
  return letters.size === 0
    ? body
    : body.replace(/&([\w.-]{1,40});/g, (all, name: string) => letters.get(name) ?? all);
}

/** The root element of one of these names, and the prefix that its names have. */
export function rootOf(
  document: XmlNode,
  names: readonly string[],
): { root: XmlNode; name: string; prefix: string } | undefined {
  for (const key of Object.keys(document)) {
    const local = key.slice(key.indexOf(':') + 1);
    const value = document[key];
    if (!names.includes(local)) continue;
    return {
      root: isNode(value) ? value : {},
      name: local,
      prefix: key.slice(0, key.length - local.length),
    };
  }
  return undefined;
}

export function member(node: XmlNode | undefined, name: string): XmlNode | undefined {
  const value = node?.[name];
  return isNode(value) ? value : undefined;
}

export function listOf(value: unknown): XmlNode[] {
  return (Array.isArray(value) ? value : [value]).filter(isNode);
}

export function isNode(value: unknown): value is XmlNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.map(textOf).find((text) => text !== undefined);
  if (isNode(value)) return textOf(value['#text']);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
