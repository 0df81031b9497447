import type { BodyNode, ElementNode } from '../html/body-tree.ts';
import type { Leaf } from './leaf.ts';
import { joinLines } from './line-structure.ts';
import { lowered, raised } from './note-marks.ts';
import { type InkSeam, placeSeams, type SeamKind, type Seams } from './seams.ts';
import { foldSpaces } from './whitespace.ts';

/** No text holds it: clean text has no line separators that are not folded. */
const LINE_BREAK = '\u2028';

/** As much as a raised sign is told by: to look into `text` itself would copy all of it, each time. */
const END_MAX_LENGTH = 12;

interface Prose {
  text: string;
  /** The last characters of `text`. */
  end: string;
  allSmall: boolean;
  seams: InkSeam[];
  /** Characters of `text` that are no spaces. */
  ink: number;
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
 * @param look - On its page: the first letter set apart, or all in capitals.
 * @returns Empty when nothing is left, and when all of it is small print: credits and disclaimers are no prose.
 */
export function proseOf(paragraph: ElementNode, look?: Leaf['look']): { text: string; seams?: Seams } {
  const prose: Prose = { text: '', end: '', allSmall: true, seams: [], ink: 0 };
  collect(paragraph, prose, false);
  if (prose.allSmall) return { text: '' };
  if (look === 'initial') prose.seams.unshift({ kind: 'breaks', ink: 1, spaced: false });
  const lines = prose.text.split(LINE_BREAK).map((line) => foldSpaces(line).trim());
  const text = joinLines(lines.filter((line) => line !== ''));
  const seams = placeSeams(text, prose.seams);
  // A page searches ı in capitals as I, which is another letter: a word that holds one is not found.
  if (look === 'capitals') for (const { index } of text.matchAll(/ı/gu)) seams.breaks.push(index, index + 1);
  return seams.breaks.length + seams.joints.length === 0 ? { text } : { text, seams };
}

function write(prose: Prose, text: string): void {
  prose.text += text;
  prose.end = (prose.end + text).slice(-END_MAX_LENGTH);
  prose.ink += text.replace(SPACES, '').length;
}

const SPACES = /[\s\u0085]+/gu;

function markSeam(prose: Prose, kind: SeamKind, behindSpace = false): void {
  const spaced = behindSpace || /[\s\u0085]$/u.test(prose.end);
  prose.seams.push({ kind, ink: prose.ink, spaced });
}

function collect(element: ElementNode, prose: Prose, inSmall: boolean): void {
  for (const child of element.children) {
    if (child.type === 'text') {
      if (child.seam !== undefined) markSeam(prose, child.seam, child.spaced);
      if (child.muted === true) {
        markSeam(prose, 'breaks');
        continue;
      }
      write(prose, child.value);
      prose.allSmall &&= inSmall || child.value.trim() === '';
    } else {
      const kind = BREAKING.has(child.tagName) ? 'breaks' : 'joints';
      markSeam(prose, kind);
      collectElement(child, prose, inSmall);
      markSeam(prose, kind);
    }
  }
}

function collectElement(element: ElementNode, prose: Prose, inSmall: boolean): void {
  if (element.tagName === 'br') write(prose, LINE_BREAK);
  else if (element.tagName === 'sup' || element.tagName === 'sub') collectShifted(element, prose, inSmall);
  else if (!LEFT_OUT.has(element.tagName)) collect(element, prose, inSmall || element.tagName === 'small');
}

/** What ends a run of a page's text, and what the page shows otherwise than the text says it. */
const BREAKING = new Set(['br', 'del', 'img', 'ins', 'q', 'rp', 'rt', 'ruby', 's', 'sub', 'sup']);

const LEFT_OUT = new Set(['del', 'rp', 'rt', 's']);
/** Longer text is set high or low for its looks. */
const SHIFTED_MAX_LENGTH = 12;

function collectShifted(element: ElementNode, prose: Prose, inSmall: boolean): void {
  const text = startOfText(element);
  if (text.length > SHIFTED_MAX_LENGTH || text.trim() === '') {
    collect(element, prose, inSmall);
    return;
  }
  write(prose, element.tagName === 'sup' ? raised(text, prose.end) : lowered(text));
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
