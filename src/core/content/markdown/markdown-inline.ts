import type { HtmlElement, HtmlNode } from '../html/html-tree.ts';
import { attribute, escapeText, isElement, textWithin, writeTarget } from './markdown-escapes.ts';

/** `lines`: a line break is a backslash at the end of a line. `line`: all stands in one line, as headings and cells. */
export type LineBreaks = 'lines' | 'line';

const MARKERS: ReadonlyMap<string, string> = new Map([
  ['b', '**'],
  ['strong', '**'],
  ['em', '*'],
  ['i', '*'],
  ['del', '~~'],
  ['s', '~~'],
]);

/** Writes words with their formatting. */
export function writeInline(nodes: readonly HtmlNode[], breaks: LineBreaks): string {
  const pieces: string[] = [];
  for (const [index, node] of nodes.entries()) {
    if ('value' in node) pieces.push(escapeText(node.value));
    else if (isElement(node))
      pieces.push(writeElement(node, breaks, pieces.at(-1)?.at(-1), nodes[index + 1]));
  }
  return pieces.join('');
}

function writeElement(
  element: HtmlElement,
  breaks: LineBreaks,
  before: string | undefined,
  next: HtmlNode | undefined,
): string {
  const { tagName, childNodes } = element;
  if (tagName === 'br') return breaks === 'lines' ? '\\\n' : '<br>';
  if (tagName === 'img') return writeImage(element);
  if (tagName === 'code' && before !== '`' && !childNodes.some(isElement))
    return writeCodeSpan(textWithin(element));
  const inner = writeInline(childNodes, breaks);
  if (tagName === 'a') return writeLink(element, inner);
  const marker = MARKERS.get(tagName);
  if (marker !== undefined && canMark(element, inner, before, next)) return marker + inner + marker;
  return writeTag(element, inner);
}

/**
 * Whether markers around the words will be read as such (CommonMark 0.31.2, section 6.2, left- and right-flanking).
 * Where the answer depends on more than the characters next to them, tags are written instead: beside or directly
 * within other markers, and at the edges of an element, whose outer neighbours are not known here.
 */
function canMark(
  element: HtmlElement,
  inner: string,
  before: string | undefined,
  next: HtmlNode | undefined,
): boolean {
  if (/^[*~]|[*~]$/.test(inner) || before === '*' || before === '~' || before === '\\') return false;
  if (next !== undefined && isElement(next) && next.tagName !== 'br') return false;
  const after = next !== undefined && 'value' in next ? next.value : undefined;
  const isEdge = before === undefined || after === undefined;
  const parent = element.parentNode;
  if (isEdge && parent !== null && 'tagName' in parent && MARKERS.has(parent.tagName)) return false;
  const opens = !startsWithMark(inner) || before === undefined || /[\s\p{P}\p{S}]/u.test(before);
  const closes = !endsWithMark(inner) || after === undefined || /^[\s\p{P}\p{S}]/u.test(after);
  return opens && closes;
}

const startsWithMark = (text: string) => /^[\s\p{P}\p{S}]/u.test(text);
const endsWithMark = (text: string) => /[\s\p{P}\p{S}]$/u.test(text);

function writeTag({ tagName, attrs }: HtmlElement, inner: string): string {
  const written = attrs.map(({ name, value }) => ` ${name}="${escapeValue(value)}"`).join('');
  return `<${tagName}${written}>${inner}</${tagName}>`;
}

function escapeValue(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function writeCodeSpan(code: string): string {
  const runs = new Set((code.match(/`+/g) ?? []).map((run) => run.length));
  let length = 1;
  while (runs.has(length)) length += 1;
  const fence = '`'.repeat(length);
  const padding = code.startsWith('`') || code.endsWith('`') ? ' ' : '';
  return fence + padding + code + padding + fence;
}

function writeLink(element: HtmlElement, inner: string): string {
  const address = attribute(element, 'href') ?? '';
  const title = attribute(element, 'title');
  if (title === undefined && textWithin(element) === address && /^https?:\/\/[^\s<>]+$/.test(address)) {
    return `<${address}>`;
  }
  return `[${inner}](${writeTarget(address, title)})`;
}

function writeImage(element: HtmlElement): string {
  const alt = escapeText(attribute(element, 'alt') ?? '');
  return `![${alt}](${writeTarget(attribute(element, 'src') ?? '', attribute(element, 'title'))})`;
}
