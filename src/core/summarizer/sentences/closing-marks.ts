import { flagsOf } from '../characters/character-classes.ts';
import { IS_WORD } from '../characters/class-flags.ts';
import { CLOSER, markOf, QUOTE } from '../characters/mark-kinds.ts';
import { isSpace } from '../characters/white-space.ts';
import { lateExpression } from '../memory/late-expression.ts';
import type { Paragraph } from './paragraph.ts';

const SPACE = 32;
const OPENING_BRACKET = 91;
/** "[4]", "[a]", "[note 12]", "[citation needed]", "[4]:12": the sign of a note, with a page. */
const BRACKETED_NOTE = lateExpression(
  '^ ?\\[(?:\\d{1,3}|[a-z*†‡]|(?:note|n|nb|anm|fn|lower-alpha|注|註|прим\\.?|comm\\.?) ?[\\da-z]{1,3}|(?:citation|source|clarification) needed|who\\?|when\\?|why\\?|sic)\\](?::\\d{1,4}(?:[–-]\\d{1,4})?)?',
  'iu',
);
const BRACKETED_NOTE_LENGTH = 32;
/** ¹ ² ³ ⁰ ⁴-⁹ * † ‡ behind a full stop lead to a note. */
const NOTE_SIGNS: ReadonlySet<number> = new Set(Array.from('¹²³⁰⁴⁵⁶⁷⁸⁹*†‡', (sign) => sign.charCodeAt(0)));
const LONGEST_NOTE = 4;
const CLOSING_GUILLEMET = 0xbb;
/** A quotation mark between spaces, as tokenised text has it. */
const SPACED_QUOTE = lateExpression("^\\s(''|[\"'”])(?=\\s|$)", 'u');
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

const noteLengthAt = (text: string, index: number): number =>
  BRACKETED_NOTE().exec(text.slice(index, index + BRACKETED_NOTE_LENGTH))?.[0].length ?? 0;

function startsNote(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  const bracket = code === SPACE ? text.charCodeAt(index + 1) : code;
  return bracket === OPENING_BRACKET && noteLengthAt(text, index) > 0;
}

/** Where the signs of a note that begin at `index` end; nothing but a space may follow. */
function skipNoteSigns(text: string, index: number, end: number): number {
  let at = index;
  while (at < end && at - index < LONGEST_NOTE && NOTE_SIGNS.has(text.charCodeAt(at))) at += 1;
  return at >= end || isSpace(text.charCodeAt(at)) ? at : index;
}

/** " »" as French sets it, with any space; a letter right behind it would make it open a German quotation. */
const isSpacedGuillemet = (text: string, index: number): boolean =>
  isSpace(text.charCodeAt(index)) &&
  text.charCodeAt(index + 1) === CLOSING_GUILLEMET &&
  (flagsOf(text.charCodeAt(index + 2)) & IS_WORD) === 0;

/** Passes the marks that belong to the sentence that just ended: closing quotes, brackets, note numbers like [4]. */
export function skipClosers(text: string, from: number, end: number): number {
  let index = from;
  while (index < end) {
    const kind = markOf(text.charCodeAt(index));
    if (startsNote(text, index)) index += noteLengthAt(text, index);
    else if (NOTE_SIGNS.has(text.charCodeAt(index))) {
      const after = skipNoteSigns(text, index, end);
      if (after === index) break;
      index = after;
    } else if (isSpacedGuillemet(text, index)) index += 2;
    else if (kind === CLOSER || (kind === QUOTE && closesHere(text, index, end))) index += 1;
    else break;
  }
  return index;
}

/** In tokenised text (" . '' He") a quotation mark that stands free closes when one was opened before it. */
export function skipSpacedQuote({ text, start, end }: Paragraph, run: number): number {
  const [mark = '', quote = ''] = SPACED_QUOTE().exec(text.slice(run, run + 5)) ?? [];
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
