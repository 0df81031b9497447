import { type HtmlElement, type HtmlNode, parseHtml } from '../html/html-tree.ts';
import { attribute, isElement, textWithin } from './markdown-escapes.ts';
import { writeInline } from './markdown-inline.ts';
import { writeTable } from './markdown-table.ts';

/**
 * Writes a body as Markdown (CommonMark with GitHub's tables and strikethrough).
 *
 * It knows the shapes that `renderContent` makes, the title of an article, and no others. What Markdown cannot say within words (`<sub>`,
 * `<mark>`, …) is written as its HTML tag, as Markdown allows. What it cannot say of blocks is left out: numbering
 * styles, spans of cells, sizes of images; captions, terms and asides become paragraphs. No words are left out.
 *
 * @param html - Made by `renderContent`.
 * @returns Blocks parted by blank lines, one newline at the end; empty for an empty body.
 *
 * Cost: linear in the body, times {@link MAX_LEVELS} at most.
 */
export function toMarkdown(html: string): string {
  const blocks = writeBlocks(parseHtml(html).childNodes, 0);
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

/**
 * Lists and quotations in one another. Deeper ones are written without their marks: each level is written into every
 * line, so that 200 quotations around 40,000 paragraphs would be 16 million characters of marks.
 */
const MAX_LEVELS = 16;

const LEVELS = new Set(['blockquote', 'ul', 'ol', 'li']);
const BLOCKS = new Set(
  `address aside blockquote dd dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 hr li ol p pre table ul`.split(
    ' ',
  ),
);

function isBlock(node: HtmlNode): node is HtmlElement {
  return isElement(node) && BLOCKS.has(node.tagName);
}

function writeBlocks(nodes: readonly HtmlNode[], level: number): string[] {
  const blocks: string[] = [];
  let before: string | undefined;
  for (const run of groupRuns(nodes)) {
    const [first] = run;
    const isList =
      first !== undefined && isBlock(first) && (first.tagName === 'ul' || first.tagName === 'ol');
    // Two lists in a row would be read as one; another marker keeps them apart.
    const again: boolean = isList && before === first.tagName;
    const written =
      first !== undefined && isBlock(first) ? writeBlock(first, level, again) : [writeWords(run)];
    blocks.push(...written.filter((block) => block !== ''));
    before = isList && !again ? first.tagName : undefined;
  }
  return blocks;
}

/** Each block by itself; inline nodes between blocks together. */
function groupRuns(nodes: readonly HtmlNode[]): HtmlNode[][] {
  const runs: HtmlNode[][] = [];
  let open: HtmlNode[] | undefined;
  for (const node of nodes) {
    if (isBlock(node)) {
      runs.push([node]);
      open = undefined;
    } else if (open === undefined) {
      open = [node];
      runs.push(open);
    } else {
      open.push(node);
    }
  }
  return runs;
}

function writeBlock(element: HtmlElement, level: number, again: boolean): string[] {
  const { tagName, childNodes } = element;
  if (level >= MAX_LEVELS && LEVELS.has(tagName)) return writeBlocks(childNodes, level);
  switch (tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [writeHeading(element, Number(tagName[1]))];
    case 'ul':
    case 'ol':
      return [writeList(element, level, again)];
    case 'blockquote':
      return [quoteLines(writeBlocks(childNodes, level + 1).join('\n\n'))];
    case 'pre':
      return [writeCode(textWithin(element))];
    case 'hr':
      // Dashes or stars after a list marker would be one long rule.
      return ['___'];
    case 'table':
      return writeTable(element);
    case 'dt':
      return [childNodes.some(isElement) ? writeWords(childNodes) : `**${writeInline(childNodes, 'line')}**`];
    default:
      return writeBlocks(childNodes, level);
  }
}

function writeWords(nodes: readonly HtmlNode[]): string {
  return escapeLineStarts(writeInline(nodes, 'lines'));
}

/** What would begin a block at the start of a line: a heading, a quotation, a list, a rule or a table's second row. */
const BLOCK_START = /^(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|=+[ \t]*$|[|:-](?=[|: \t-]*$))/gm;
const NUMBER_START = /^(\d{1,9})([.)])(?=\s|$)/gm;

function escapeLineStarts(text: string): string {
  return text.replace(BLOCK_START, '\\$1').replace(NUMBER_START, '$1\\$2');
}

function writeHeading({ childNodes }: HtmlElement, level: number): string {
  // Number signs at the end would be taken for the closing sequence of the heading.
  const text = writeInline(childNodes, 'line').replace(/(^|\s)(#+)$/, '$1\\$2');
  return `${'#'.repeat(level)} ${text}`;
}

function writeCode(code: string): string {
  const longest = code.match(/`+/g)?.reduce((length, run) => Math.max(length, run.length), 0) ?? 0;
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}\n${code.endsWith('\n') ? code : `${code}\n`}${fence}`;
}

interface Item {
  blocks: string[];
  /** It can stand without blank lines: words, perhaps with lists under them. */
  tight: boolean;
}

function writeList(list: HtmlElement, level: number, again: boolean): string {
  const items = list.childNodes.filter(isElement).map((item) => readItem(item, level + 1));
  const gap = items.every(({ tight }) => tight) ? '\n' : '\n\n';
  const first = Math.max(0, Number(attribute(list, 'start') ?? 1));
  const written = items.map(({ blocks }, index) => {
    const marker = list.tagName === 'ul' ? (again ? '* ' : '- ') : `${first + index}${again ? ')' : '.'} `;
    return indentRest(marker + blocks.join(gap), marker.length);
  });
  return written.join(gap);
}

function readItem({ childNodes }: HtmlElement, level: number): Item {
  const blocks = writeBlocks(childNodes, level);
  const [first, ...rest] = childNodes.filter(isBlock);
  if (blocks.length < 2) return { blocks, tight: first?.tagName !== 'p' };
  const listsFollow = rest.every((block) => block.tagName === 'ul' || isNumberedFromOne(block));
  const asWritten = level < MAX_LEVELS && blocks.length === 1 + rest.length;
  return { blocks, tight: asWritten && first?.tagName === 'p' && listsFollow };
}

/** Only such a list may begin without a blank line before it. */
function isNumberedFromOne(block: HtmlElement): boolean {
  return block.tagName === 'ol' && (attribute(block, 'start') ?? '1') === '1';
}

function indentRest(text: string, width: number): string {
  return text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(width)}`);
}

function quoteLines(text: string): string {
  return text.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>');
}
