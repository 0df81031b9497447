import { flagsOf } from '../characters/character-classes.ts';
import { IS_UPPER, IS_WORD } from '../characters/class-flags.ts';
import { ELLIPSIS, FULL_STOP, isTerminator, markOf, NONE, STRONG } from '../characters/mark-kinds.ts';
import type { Paragraph } from './paragraph.ts';

const SPACE = 32;
const STOP = 46;
const STOP_AND_DOTS = '. ...';
const FOUR_DOTS = '. . . .';

/** ". . ." goes on; ". .NET" does not. */
const goesOn = ({ text, end }: Paragraph, at: number): boolean =>
  at + 1 >= end || (flagsOf(text.charCodeAt(at + 1)) & IS_WORD) === 0;

/** Where the run of terminators that begins at `index` ends: "?!", "...", ". . .". */
export function endOfRun(paragraph: Paragraph, index: number): number {
  const { text, end } = paragraph;
  let at = index + 1;
  while (at < end) {
    const spaced =
      text.charCodeAt(at) === SPACE && at + 1 < end && isTerminator(markOf(text.charCodeAt(at + 1)));
    if (isTerminator(markOf(text.charCodeAt(at)))) at += 1;
    else if (spaced && goesOn(paragraph, at + 1)) at += 2;
    else break;
  }
  return at;
}

/** What a run of terminators means as a whole. */
export function kindOfRun({ text }: Paragraph, index: number, run: number): number {
  let kind = NONE;
  let stops = 0;
  for (let at = index; at < run; at += 1) {
    const mark = markOf(text.charCodeAt(at));
    if (mark === FULL_STOP) stops += 1;
    else if (mark !== NONE && (mark > kind || mark === STRONG)) kind = mark;
  }
  if (kind === NONE) return stops > 1 ? ELLIPSIS : FULL_STOP;
  return kind;
}

/** Length of a full stop and an ellipsis that belongs to what follows ("compounds. . . . The practice"), or 0. */
export function opensEllipsis({ text, end }: Paragraph, index: number): number {
  if (text.charCodeAt(index) !== STOP || (flagsOf(text.charCodeAt(index - 1)) & IS_WORD) === 0) return 0;
  if (text.startsWith(STOP_AND_DOTS, index)) return STOP_AND_DOTS.length;
  const next = index + FOUR_DOTS.length + 1;
  const spaced = text.startsWith(FOUR_DOTS, index) && next < end;
  return spaced && (flagsOf(text.charCodeAt(next)) & IS_UPPER) !== 0 ? FOUR_DOTS.length : 0;
}
