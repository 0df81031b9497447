import type { BodyNode, ElementNode } from '../html/body-tree.ts';
import { joinLines } from './line-structure.ts';
import { foldSpaces } from './whitespace.ts';

/**
 * The words of a paragraph: what a reader reads aloud. A line break is a space, or a line feed where breaks part items
 * (see {@link joinLines}). Left out are words that the author
 * wants kept out of summaries, what is struck out since it is no longer so (`s`, `del`: a summary of a corrected
 * article must not hold the error), reading aids over characters (`rt`, `rp`) and the marks of notes
 * (`<sup>[3]</sup>`).
 *
 * It is read from the body that is served, not from the source, so that reading the body again gives the same.
 *
 * @returns Empty when nothing is left, and when all of it is small print: credits and disclaimers are no prose.
 */
/** No text holds it: clean text has no line separators that are not folded. */
const LINE_BREAK = '\u2028';

export function proseOf(paragraph: ElementNode): string {
  const prose = { text: '', allSmall: true };
  collect(paragraph, prose, false);
  if (prose.allSmall) return '';
  const lines = prose.text.split(LINE_BREAK).map((line) => foldSpaces(line).trim());
  return joinLines(lines.filter((line) => line !== ''));
}

function collect(element: ElementNode, prose: { text: string; allSmall: boolean }, inSmall: boolean): void {
  for (const child of element.children) {
    if (child.type === 'text') {
      if (child.muted === true) continue;
      prose.text += child.value;
      prose.allSmall &&= inSmall || child.value.trim() === '';
    } else if (child.tagName === 'br') {
      prose.text += LINE_BREAK;
    } else if (!isLeftOut(child)) {
      collect(child, prose, inSmall || child.tagName === 'small');
    }
  }
}

const LEFT_OUT = new Set(['del', 'rp', 'rt', 's']);
const REFERENCE_MARK = /^\[[^\]]{1,4}\]$/;
const LONGEST_MARK = 6;

function isLeftOut(element: ElementNode): boolean {
  if (element.tagName === 'sup') return REFERENCE_MARK.test(startOfText(element));
  return LEFT_OUT.has(element.tagName);
}

/** The text within, or as much of it as shows that it is no mark. */
function startOfText(node: BodyNode): string {
  if (node.type === 'text') return node.value;
  let text = '';
  for (const child of node.children) {
    text += startOfText(child);
    if (text.length > LONGEST_MARK) break;
  }
  return text;
}
