import { lateExpression } from '../../summarizer/memory/late-expression.ts';

/** Below this, lines were ended by hand: verse, lists, addresses. */
const NARROWEST_WRAP = 40;
/** Of the line ends of a wrapped text; the rest are ends of paragraphs, or lines broken by hand. */
const MIN_FORCED_ENDS = 0.5;

/**
 * Whether an editor ended these lines: at most ends, the first word of the next line would not have fitted any more.
 * The width is the longest line's.
 */
export function looksWrapped(lines: readonly string[]): boolean {
  const width = lines.reduce((longest, line) => Math.max(longest, line.length), 0);
  if (lines.length === 1 || width < NARROWEST_WRAP) return lines.length === 1;
  let forced = 0;
  for (const [index, line] of lines.entries()) {
    const nextWord = /^\S+/.exec(lines[index + 1] ?? '')?.[0];
    if (nextWord !== undefined && line.length + 1 + nextWord.length > width) forced += 1;
  }
  return forced / (lines.length - 1) >= MIN_FORCED_ENDS;
}

const letterOrDigit = lateExpression('[\\p{L}\\p{N}]', 'u');

const startsSmall = (line: string): boolean => {
  const first = letterOrDigit().exec(line)?.[0] ?? '';
  return first !== first.toUpperCase() && first === first.toLowerCase();
};
/** A line that ends so is complete, whatever the next begins with. */
const COMPLETE = /[.!?…。！？۔।:]["'”’»)\]]*$/u;

/** Scripts that write no spaces between words: a wrapped line goes on without one. */
const spaceless = lateExpression(
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303F\\uFF00-\\uFFEF]',
  'u',
);
/** The first of their characters. */
const FIRST_SPACELESS = 0x2e80;

const isSpaceless = (before: string, line: string): boolean =>
  before.charCodeAt(before.length - 1) >= FIRST_SPACELESS &&
  spaceless().test(Array.from(before.slice(-2)).at(-1) ?? '') &&
  spaceless().test(String.fromCodePoint(line.codePointAt(0) ?? 0));

/**
 * Whether the breaks between lines mean something: results, ingredients, verse, an address. In a sentence that was
 * only broken, lines go on with small letters.
 */
function areItems(lines: readonly string[]): boolean {
  if (lines.length < 2 || looksWrapped(lines)) return false;
  if (startsSmall(lines[0] ?? '')) return lines.length > 2;
  const hasMarks = lines.some((line) => COMPLETE.test(line));
  const goingOn = lines.filter((line, index) => {
    const before = lines[index - 1];
    if (before === undefined || COMPLETE.test(before)) return false;
    // Without case, a mark somewhere says that these lines are sentences, and that this one is not over.
    return startsSmall(line) || (hasMarks && isSpaceless(before, line));
  }).length;
  return goingOn * 2 < lines.length - 1;
}

/**
 * The lines of one paragraph as its text: with line feeds where the breaks part items, else run on. All breaks of a
 * paragraph are treated alike, so that reading what was written gives the same again.
 *
 * @param lines - Trimmed, none empty.
 */
export function joinLines(lines: readonly string[]): string {
  if (areItems(lines)) return lines.join('\n');
  const seams = lines.map((line, index) => {
    const before = lines[index - 1];
    if (before === undefined) return '';
    return isSpaceless(before, line) ? '' : ' ';
  });
  return lines.map((line, index) => seams[index] + line).join('');
}
