/** A number, a letter, a sign or an arrow, alone or in brackets: all that the mark of a note ever is. */
const MARK = /^[[(]?(?:\d{1,3}|[a-z]|[*†‡§¶]{1,3}|[↩↑⏎^]\uFE0E?|note \d{1,3}|\d{1,3}[a-z])[\])]?$/i;
const MARK_MAX_LENGTH = 12;
/** Fragments of notes and of the places that they belong to, as the usual generators name them. */
const NOTE_FRAGMENT =
  /#(?:user-content-)?_?(?:fn|ftn|cite|note|footnote|endnote|ref|sdfootnote|sdendnote|easy-footnote|en\d|f\d|r\d|n\d|id\d)/i;

/**
 * Whether a link leads from the text to a note or back, and is nothing but its mark.
 *
 * @param href - As written: within the page, or to a page that it names.
 * @param text - Of the link.
 * @param isRaised - It stands in `sup`, or `sup` in it: plain numbers are chapters as well.
 */
export function isNoteLink(href: string, text: string, isRaised: boolean): boolean {
  const mark = text.trim();
  if (mark === '' || mark.length > MARK_MAX_LENGTH || !MARK.test(mark)) return false;
  if (href.startsWith('#') && (isRaised || !/^[\da-z]+$/i.test(mark))) return true;
  return NOTE_FRAGMENT.test(href.slice(href.indexOf('#'), href.indexOf('#') + 40));
}

/** Marks that need no link to be known: `[3]`, `*`. */
const PLAIN_MARK = /^(?:\[[^\]]{1,4}\]|\(\d{1,3}\)|[*†‡§¶#]{1,3})$/;
const NUMBERS = /^\d{1,3}(?:[,;–-] ?\d{1,3}){0,9}$/;
const NEGATIVE = /^[-−–]\d{1,2}$/;
/** Letters that stand for a number in a power; others after a number make it an ordinal: 1st, 2e, 5ª. */
const VARIABLE = /^[nxykijtz]$/;
const UNIT = /(?:^|[^\p{L}])(?:\p{L}|[kcdmnµμ]m|ft|mi|yd|hz|ha|sec)$/iu;
const SUPERSCRIPTS = new Map(
  [...'0123456789+-−=()n'].map((one, index) => [one, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ'][index] ?? one]),
);
const SUBSCRIPTS = new Map(
  [...'0123456789+-−=()'].map((one, index) => [one, [...'₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'][index] ?? one]),
);
const SIGNS = new Map([
  ['TM', '™'],
  ['SM', '℠'],
]);

/**
 * Raised text as it is read where nothing can be raised: powers as 10⁶ (Chromium finds it as 106, since it compares base
 * letters), ordinals as 1st, marks of notes as nothing at all.
 *
 * @param text - Short; longer text is no mark and no power.
 * @param before - The last dozen characters of what it stands behind.
 */
export function raised(text: string, before: string): string {
  const mark = text.trim();
  if (PLAIN_MARK.test(mark)) return '';
  if (NEGATIVE.test(mark)) return write(mark, SUPERSCRIPTS);
  if (NUMBERS.test(mark)) return isPower(mark, before) ? write(mark, SUPERSCRIPTS) : '';
  if (/^\p{L}$/u.test(mark)) return raisedLetter(mark, before);
  if (/^\p{L}+\.?$/u.test(mark)) return SIGNS.get(mark) ?? text;
  return [...mark].every((one) => SUPERSCRIPTS.has(one)) ? write(mark, SUPERSCRIPTS) : `^${mark}`;
}

function isPower(mark: string, before: string): boolean {
  if (/(?:^|[^\d.,])\d{1,2}$/.test(before)) return true;
  return /^[23456]$/.test(mark) && UNIT.test(before);
}

function raisedLetter(mark: string, before: string): string {
  if (VARIABLE.test(mark) && /(?:\d|(?:^|[^\p{L}])\p{L})$/u.test(before))
    return mark === 'n' ? 'ⁿ' : `^${mark}`;
  return /(?:\d|\p{Lu}|(?:^|[^\p{L}])\p{L}{1,2})$/u.test(before) ? mark : '';
}

/** Lowered text: H₂O; letters as they are. */
export function lowered(text: string): string {
  return [...text.trim()].every((one) => SUBSCRIPTS.has(one)) ? write(text.trim(), SUBSCRIPTS) : text;
}

function write(text: string, letters: ReadonlyMap<string, string>): string {
  return [...text].map((one) => letters.get(one) ?? one).join('');
}
