import { IS_DIGIT, IS_LETTER } from './class-flags.ts';
import packed from './packed-classes.json' with { type: 'json' };
import { forEachRun } from './packed-classes.ts';

/** Character classes by UTF-16 unit, as a table that fills itself one page of 256 units at a time; most texts touch three. */
const classes = new Uint8Array(0x1_0000);
const pageKnown = new Uint8Array(0x100);

function learnPage(page: number): void {
  const start = page << 8;
  forEachRun(packed, page, (flags, from, to) => {
    classes.fill(flags, start + from, start + to);
  });
  pageKnown[page] = 1;
}

/** Class flags of one UTF-16 unit. Surrogates have none of their own; see {@link flagsAt}. */
export function flagsOf(code: number): number {
  if (pageKnown[code >> 8] === 0) learnPage(code >> 8);
  return classes[code] as number;
}

/** Class flags of the character at `index`; both halves of a surrogate pair answer for the whole character. */
export function flagsAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code < 0xd800 || code > 0xdfff) return flagsOf(code);
  const start = code >= 0xdc00 ? index - 1 : index;
  const point = text.codePointAt(start);
  return point === undefined || point <= 0xffff ? 0 : flagsOfPoint(point);
}

function flagsOfPoint(point: number): number {
  const place = point & 0xff;
  let found = 0;
  forEachRun(packed, point >> 8, (flags, from, to) => {
    if (from <= place && place < to) found = flags;
  });
  return found;
}

/** True when the text has a letter or a digit anywhere in the range. */
export function hasWord(text: string, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) {
    if ((flagsAt(text, index) & (IS_LETTER | IS_DIGIT)) !== 0) return true;
  }
  return false;
}
