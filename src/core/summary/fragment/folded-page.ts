import type { Directive } from './directive.ts';
import { foldCharacter, foldText } from './fold-letters.ts';

/** A page's words as a browser searches them, and where each stands in the text that they were folded from. */
interface FoldedPage {
  folded: string;
  /** Offset in the text of each unit of `folded`; one more entry for the end. */
  offsets: Uint32Array;
  isWordBoundary: (offset: number) => boolean;
}

export function foldPage(text: string, language: string): FoldedPage {
  const offsets = new Uint32Array(text.length * 4 + 1);
  let folded = '';
  for (let offset = 0; offset < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
    const base = foldCharacter(character);
    for (let unit = 0; unit < base.length; unit += 1) offsets[folded.length + unit] = offset;
    folded += base;
    offset += character.length;
  }
  offsets[folded.length] = text.length;
  const words = new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity: 'word' }).segment(
    text,
  );
  const isWordBoundary = (offset: number) =>
    offset <= 0 || offset >= text.length || words.containing(offset)?.index === offset;
  return { folded, offsets, isWordBoundary };
}

/** Where the first unit at `offset` or behind it stands in the folded text; what has no width stands nowhere. */
export function placeOf({ offsets, folded }: FoldedPage, offset: number): number {
  let low = 0;
  let high = folded.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The first match of a directive as a browser finds it (specification, section 3.5): each part within one line, the
 * parts beside each other whatever blocks they stand in. Places in the folded text.
 */
export function findDirective(
  page: FoldedPage,
  directive: Directive,
): { start: number; end: number } | undefined {
  const prefix = directive.prefix === undefined ? undefined : foldText(directive.prefix);
  const start = foldText(directive.start);
  if (start === '') return undefined;
  const lead = prefix ?? start;
  for (let from = page.folded.indexOf(lead); from !== -1; from = page.folded.indexOf(lead, from + 1)) {
    const at = prefix === undefined ? from : skipSpace(page, from + prefix.length);
    const startEnd = at + start.length;
    const isMatch = bounded(page, from) && page.folded.startsWith(start, at) && bounded(page, startEnd);
    if (!isMatch) continue;
    const end = matchEnd(page, directive, startEnd);
    if (end !== undefined) return { start: at, end };
    if (directive.end !== undefined) return undefined;
  }
  return undefined;
}

/** Where `end` (and the suffix after it) first matches behind the start; the start's own end where there is none. */
function matchEnd(page: FoldedPage, { end, suffix }: Directive, from: number): number | undefined {
  const follows = suffix === undefined ? undefined : foldText(suffix);
  if (end === undefined) return suffixFollows(page, follows, from) ? from : undefined;
  const last = foldText(end);
  for (let at = page.folded.indexOf(last, from); at !== -1; at = page.folded.indexOf(last, at + 1)) {
    const after = at + last.length;
    if (bounded(page, at) && bounded(page, after) && suffixFollows(page, follows, after)) return after;
  }
  return undefined;
}

function suffixFollows(page: FoldedPage, suffix: string | undefined, at: number): boolean {
  if (suffix === undefined) return true;
  const from = skipSpace(page, at);
  return page.folded.startsWith(suffix, from) && bounded(page, from + suffix.length);
}

function skipSpace({ folded }: FoldedPage, at: number): number {
  let next = at;
  while (next < folded.length && /\s/u.test(folded.charAt(next))) next += 1;
  return next;
}

function bounded(page: FoldedPage, at: number): boolean {
  return page.isWordBoundary(page.offsets[at] ?? 0);
}
