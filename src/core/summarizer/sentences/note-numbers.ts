import { flagsOf } from '../characters/character-classes.ts';
import { IS_DIGIT, IS_LOWER } from '../characters/class-flags.ts';
import { CLOSER, markOf } from '../characters/mark-kinds.ts';
import { lateExpression } from '../memory/late-expression.ts';
import { meaningsOf, NONE } from './abbreviations.ts';
import type { Paragraph } from './paragraph.ts';
import { tokenBefore } from './word-context.ts';

/** "type 2).10 This": a note number that lost its raised place. */
const NOTE_NUMBER = lateExpression('^\\d{1,3}(?:[,–-]\\d{1,3})*(?=\\s+\\p{Lu})', 'u');
const NOTE_LENGTH = 16;

/** Length of a bare note number at `after`, right behind the full stop at `stop`, or 0. */
export function noteLength(
  { text, language }: Paragraph,
  stop: number,
  after: number,
  sentenceStart: number,
): number {
  if ((flagsOf(text.charCodeAt(after)) & IS_DIGIT) === 0) return 0;
  const before = text.charCodeAt(stop - 1);
  if ((flagsOf(before) & IS_LOWER) === 0 && markOf(before) !== CLOSER) return 0;
  const [note = ''] = NOTE_NUMBER().exec(text.slice(after, after + NOTE_LENGTH)) ?? [];
  const isAbbreviation = meaningsOf(language, tokenBefore(text, stop, sentenceStart).toLowerCase()) !== NONE;
  return isAbbreviation ? 0 : note.length;
}
