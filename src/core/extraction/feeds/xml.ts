import { XMLParser } from 'fast-xml-parser';

export type XmlNode = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
  htmlEntities: true,
  trimValues: true,
});

/**
 * Parses XML of a format that is known by its root, whatever prefix its names have.
 *
 * Of a document type only entities that stand for a few letters are taken; others are never expanded, since five lines of
 * them can stand for gigabytes.
 *
 * @returns undefined where it is not well-formed enough.
 */
export function parseXml(source: string): XmlNode | undefined {
  try {
    const root: unknown = parser.parse(withoutDoctype(source.trimStart()));
    return isNode(root) ? root : undefined;
  } catch {
    return undefined;
  }
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
