/** NEL is a space though JavaScript's `\s` leaves it out; spaces that end lines mean what a plain space means. */
const FOLDED = /[\s\u0085]{2,}|[\t-\r\u0085\u2028\u2029]/g;
const INK = /[^\s\u0085]/;

/**
 * Folds each run of spaces into one. A single no-break, thin or ideographic space stays what it is, since
 * typography put it there ("10 km", "« mot »").
 */
export function foldSpaces(text: string): string {
  return text.replace(FOLDED, ' ');
}

/** Whether anything but spaces is in the text. */
export function hasInk(text: string): boolean {
  return INK.test(text);
}
