import type { HtmlElement, HtmlNode } from '../html/html-tree.ts';
import { attribute, isElement } from './markdown-escapes.ts';
import { writeInline } from './markdown-inline.ts';

/**
 * Writes a table as GitHub's Markdown has them: one header row, words in cells. Blocks in a cell become lines of it;
 * a cell that spans several is followed by empty ones. The caption becomes a paragraph above.
 */
export function writeTable(table: HtmlElement): string[] {
  const caption = table.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'caption');
  const rows = rowsOf(table).map((row) => row.childNodes.filter(isElement));
  const [first = []] = rows;
  const hasHeader = first.length > 0 && first.every(({ tagName }) => tagName === 'th');
  const written = rows.map((cells) => cells.flatMap(writeCell));
  const width = written.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  const alignments = first.flatMap((cell) => [writeAlignment(cell), ...emptyCells(cell).map(() => '---')]);
  // GitHub fills short rows and cuts long ones: only the first two lines need the full width.
  const header = hasHeader ? (written[0] ?? []) : [];
  const lines = [
    Array.from({ length: width }, (_, column) => header[column] ?? ''),
    Array.from({ length: width }, (_, column) => alignments[column] ?? '---'),
    ...(hasHeader ? written.slice(1) : written),
  ];
  return [...caption.map(writeWords), lines.map(writeRow).join('\n')];
}

function rowsOf(table: HtmlElement): HtmlElement[] {
  const parts = table.childNodes.filter(isElement).filter(({ tagName }) => tagName !== 'caption');
  return parts.flatMap((part) => part.childNodes.filter(isElement));
}

function writeRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function writeCell(cell: HtmlElement): string[] {
  return [writeWords(cell).replaceAll('|', '\\|'), ...emptyCells(cell)];
}

/** No reader follows a wider table; it bounds what one short tag can make of a row. */
const WIDEST_SPAN = 50;

function emptyCells(cell: HtmlElement): string[] {
  const columns = Math.min(Number(attribute(cell, 'colspan') ?? 1), WIDEST_SPAN);
  return Array.from({ length: columns - 1 }, () => '');
}

function writeAlignment(cell: HtmlElement): string {
  const align = attribute(cell, 'align');
  return `${align === 'left' || align === 'center' ? ':' : '-'}-${align === 'right' || align === 'center' ? ':' : '-'}`;
}

const LEAVES = new Set(['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'dt']);

/** The words of a cell or a caption in one line, those of its blocks parted by line breaks. */
function writeWords(cell: HtmlElement): string {
  const lines: string[] = [];
  let run: HtmlNode[] = [];
  const endLine = () => {
    const line = writeInline(run, 'line').replaceAll('\n', '<br>');
    if (line !== '') lines.push(line);
    run = [];
  };
  const visit = (nodes: readonly HtmlNode[]): void => {
    for (const node of nodes) {
      if (isElement(node) && LEAVES.has(node.tagName)) {
        endLine();
        run = node.childNodes;
        endLine();
      } else if (isElement(node) && CONTAINERS.has(node.tagName)) {
        endLine();
        visit(node.childNodes);
        endLine();
      } else {
        run.push(node);
      }
    }
  };
  visit(cell.childNodes);
  endLine();
  return lines.join('<br>');
}

const CONTAINERS = new Set(
  `address aside blockquote caption dd dl figcaption figure footer hr li ol table tbody td tfoot th thead tr ul`.split(
    ' ',
  ),
);
