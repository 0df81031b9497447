import type { BodyNode, ElementNode } from '../html/body-tree.ts';
import { joinLines } from './line-structure.ts';
import { lowered, raised } from './note-marks.ts';
import { foldSpaces } from './whitespace.ts';

/** No text holds it: clean text has no line separators that are not folded. */
const LINE_BREAK = '\u2028';

interface Prose {
  text: string;
  allSmall: boolean;
}

/**
 * The words of a paragraph: what a reader reads aloud. A line break is a space, or a line feed where breaks part items
 * (see {@link joinLines}). Left out are words that the author
 * wants kept out of summaries, what is struck out since it is no longer so (`s`, `del`: a summary of a corrected
 * article must not hold the error), reading aids over characters (`rt`, `rp`) and the marks of notes.
 * Powers and lowered numbers keep their meaning: 10⁶, H₂O.
 *
 * It is read from the body that is served, not from the source, so that reading the body again gives the same.
 *
 * @returns Empty when nothing is left, and when all of it is small print: credits and disclaimers are no prose.
 */
export function proseOf(paragraph: ElementNode): string {
  const prose: Prose = { text: '', allSmall: true };
  collect(paragraph, prose, false);
  if (prose.allSmall) return '';
  const lines = prose.text.split(LINE_BREAK).map((line) => foldSpaces(line).trim());
  return joinLines(lines.filter((line) => line !== ''));
}

function collect(element: ElementNode, prose: Prose, inSmall: boolean): void {
  for (const child of element.children) {
    if (child.type === 'text') {
      if (child.muted === true) continue;
      prose.text += child.value;
      prose.allSmall &&= inSmall || child.value.trim() === '';
    } else if (child.tagName === 'br') {
      prose.text += LINE_BREAK;
    } else if (child.tagName === 'sup' || child.tagName === 'sub') {
      collectShifted(child, prose, inSmall);
    } else if (!LEFT_OUT.has(child.tagName)) {
      collect(child, prose, inSmall || child.tagName === 'small');
    }
  }
}

const LEFT_OUT = new Set(['del', 'rp', 'rt', 's']);
/** Longer text is set high or low for its looks. */
const SHIFTED_MAX_LENGTH = 12;

function collectShifted(element: ElementNode, prose: Prose, inSmall: boolean): void {
  const text = startOfText(element);
  if (text.length > SHIFTED_MAX_LENGTH || text.trim() === '') {
    collect(element, prose, inSmall);
    return;
  }
  prose.text += element.tagName === 'sup' ? raised(text, prose.text) : lowered(text);
}

/** The text within, or as much of it as shows that it is no mark. */
function startOfText(node: BodyNode): string {
  if (node.type === 'text') return node.value;
  let text = '';
  for (const child of node.children) {
    text += startOfText(child);
    if (text.length > SHIFTED_MAX_LENGTH) break;
  }
  return text;
}
