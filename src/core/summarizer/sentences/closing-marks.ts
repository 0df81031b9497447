import { flagsOf, IS_WORD } from '../characters/character-classes.ts';
import { CLOSER, markOf, QUOTE } from '../characters/mark-kinds.ts';
import { isSpace } from '../characters/white-space.ts';
import type { Paragraph } from './paragraph.ts';

const SPACE = 32;
const OPENING_BRACKET = 91;
/** "[4]", "[12]": the number of a note. */
const BRACKETED_NOTE = /^ ?\[\d{1,3}\]/u;
const BRACKETED_NOTE_LENGTH = 6;
/** A quotation mark between spaces, as tokenised text has it. */
const SPACED_QUOTE = /^\s(''|["'”])(?=\s|$)/u;
/** How far back an opening mark is looked for. */
const QUOTE_REACH = 600;

/** A quotation mark right after a full stop closes, unless the next word hangs on it: `.” Then` against `. “Then`. */
function closesHere(text: string, index: number, end: number): boolean {
  if (index + 1 >= end) return true;
  const code = text.charCodeAt(index);
  // French: "octobre.« Les" opens, whatever the space after it says.
  if ((code === 0xab && isSpace(text.charCodeAt(index + 1))) || code === 0x201e) return false;
  if (code === 0x201d || code === 0xbb || code === 0x2019) return true;
  return (flagsOf(text.charCodeAt(index + 1)) & IS_WORD) === 0;
}

function startsNote(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  const bracket = code === SPACE ? text.charCodeAt(index + 1) : code;
  return bracket === OPENING_BRACKET && BRACKETED_NOTE.test(text.slice(index, index + BRACKETED_NOTE_LENGTH));
}

/** Passes the marks that belong to the sentence that just ended: closing quotes, brackets, note numbers like [4]. */
export function skipClosers(text: string, from: number, end: number): number {
  let index = from;
  while (index < end) {
    const kind = markOf(text.charCodeAt(index));
    if (startsNote(text, index)) index = text.indexOf(']', index) + 1;
    else if (kind === CLOSER || (kind === QUOTE && closesHere(text, index, end))) index += 1;
    else break;
  }
  return index;
}

/** In tokenised text (" . '' He") a quotation mark that stands free closes when one was opened before it. */
export function skipSpacedQuote({ text, start, end }: Paragraph, run: number): number {
  const [mark = '', quote = ''] = SPACED_QUOTE.exec(text.slice(run, run + 5)) ?? [];
  if (mark === '') return skipClosers(text, run, end);
  if (quote === "'") return run;
  let opened = 0;
  for (
    let at = text.indexOf(quote, Math.max(start, run - QUOTE_REACH));
    at >= 0 && at < run;
    at = text.indexOf(quote, at + quote.length)
  )
    opened += 1;
  return opened % 2 === 1 ? run + mark.length : run;
}
