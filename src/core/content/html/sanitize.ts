import type { Nodes } from 'hast';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { ALLOWED } from './allow-list.ts';
import type { BodyRoot } from './body-tree.ts';
import { escapeText } from './escape-text.ts';

/**
 * Sanitises an arranged body as the last step before it is written, and writes it.
 *
 * What the arrangement leaves is already within the allow-list. This step does not rely on that: it builds a new
 * tree of allowed elements, attributes and schemes only, with a library's check instead of ours. The only ids that
 * pass are `p1`, `p2`, …, so none can shadow a name of the page (DOM clobbering).
 */
export function toSafeHtml(root: BodyRoot): string {
  // Block by block: the sanitiser copies what it is given, and the body may be large.
  return root.children.map((block) => serialize(sanitize(block, SCHEMA))).join('');
}

const SCHEMA: Schema = {
  allowComments: false,
  allowDoctypes: false,
  ancestors: { li: ['ul', 'ol'], dt: ['dl'], dd: ['dl'], rt: ['ruby'], rp: ['ruby'], tr: ['table'] },
  attributes: {
    ...Object.fromEntries(
      [...ALLOWED].map(([tagName, list]) => [tagName, Object.values(list).map(([property]) => property)]),
    ),
    a: ['href', 'title', 'rel'],
    '*': ['lang', ['dir', 'ltr', 'rtl', 'auto'], ['id', /^p[1-9]\d*$/]],
  },
  clobber: [],
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  required: {},
  strip: ['script', 'style', 'template'],
  tagNames: [...ALLOWED.keys()],
};

const VOID = new Set(['br', 'hr', 'img']);

/** HTML standard, section 13.3 "Serialising HTML fragments", for the elements of the allow-list. */
function serialize(node: Nodes): string {
  if (node.type === 'text') return escapeText(node.value);
  if (node.type !== 'element' && node.type !== 'root') return '';
  let inner = '';
  for (const child of node.children) inner += serialize(child);
  if (node.type === 'root') return inner;
  let tag = node.tagName;
  for (const [property, value] of Object.entries(node.properties)) {
    tag += ` ${property.toLowerCase()}="${escapeText(String(value)).replaceAll('"', '&quot;')}"`;
  }
  return VOID.has(node.tagName) ? `<${tag}>` : `<${tag}>${inner}</${node.tagName}>`;
}
