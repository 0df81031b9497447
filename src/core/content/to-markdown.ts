import { type HtmlElement, type HtmlNode, parseHtml } from './html-tree.ts';
import { attribute, isElement, textWithin } from './markdown-escapes.ts';
import { writeInline } from './markdown-inline.ts';
import { writeTable } from './markdown-table.ts';

/**
 * Writes a body as Markdown (CommonMark with GitHub's tables and strikethrough).
 *
 * It knows the shapes that `renderContent` makes and no others. What Markdown cannot say within words (`<sub>`,
 * `<mark>`, …) is written as its HTML tag, as Markdown allows. What it cannot say of blocks is left out: numbering
 * styles, spans of cells, sizes of images; captions, terms and asides become paragraphs. No words are left out.
 *
 * @param html - Made by `renderContent`.
 * @returns Blocks parted by blank lines, one newline at the end; empty for an empty body.
 *
 * Cost: linear in the body times the depth of its lists and quotations.
 */
export function toMarkdown(html: string): string {
  const blocks = writeBlocks(parseHtml(html).childNodes);
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

const BLOCKS = new Set(
  `address aside blockquote dd dl dt figcaption figure footer h2 h3 h4 h5 h6 hr ol p pre table ul`.split(' '),
);

function isBlock(node: HtmlNode): node is HtmlElement {
  return isElement(node) && BLOCKS.has(node.tagName);
}

function writeBlocks(nodes: readonly HtmlNode[]): string[] {
  const blocks: string[] = [];
  let before: string | undefined;
  for (const run of groupRuns(nodes)) {
    const [first] = run;
    const isList =
      first !== undefined && isBlock(first) && (first.tagName === 'ul' || first.tagName === 'ol');
    // Two lists in a row would be read as one; another marker keeps them apart.
    const again: boolean = isList && before === first.tagName;
    const written = first !== undefined && isBlock(first) ? writeBlock(first, again) : [writeWords(run)];
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

function writeBlock(element: HtmlElement, again: boolean): string[] {
  const { tagName, childNodes } = element;
  switch (tagName) {
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [writeHeading(element, Number(tagName[1]))];
    case 'ul':
    case 'ol':
      return [writeList(element, again)];
    case 'blockquote':
      return [quoteLines(writeBlocks(childNodes).join('\n\n'))];
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
      return writeBlocks(childNodes);
  }
}

function writeWords(nodes: readonly HtmlNode[]): string {
  return escapeLineStarts(writeInline(nodes, 'lines'));
}

/** What would begin a block at the start of a line: a heading, a quotation, a list, a rule or a table's second row. */
const BLOCK_START = /^(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|=+\s*$|[|:-](?=[|:\s-]*$))/gm;
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

function writeList(list: HtmlElement, again: boolean): string {
  const items = list.childNodes.filter(isElement).map(readItem);
  const gap = items.every(({ tight }) => tight) ? '\n' : '\n\n';
  const first = Math.max(0, Number(attribute(list, 'start') ?? 1));
  const written = items.map(({ blocks }, index) => {
    const marker = list.tagName === 'ul' ? (again ? '* ' : '- ') : `${first + index}${again ? ')' : '.'} `;
    return indentRest(marker + blocks.join(gap), marker.length);
  });
  return written.join(gap);
}

function readItem({ childNodes }: HtmlElement): Item {
  const blocks = writeBlocks(childNodes);
  const [first, ...rest] = childNodes.filter(isBlock);
  if (first === undefined) return { blocks, tight: true };
  const listsFollow = rest.every((block) => block.tagName === 'ul' || isNumberedFromOne(block));
  return { blocks, tight: first.tagName === 'p' ? rest.length > 0 && listsFollow : rest.length === 0 };
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
