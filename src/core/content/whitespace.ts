/** Every kind of space, NEL included, which JavaScript's `\s` leaves out. */
const RUN = /[\s\u0085]+/g;
const INK = /[^\s\u0085]/;
/** Spaces that end a line or a page; alone they mean what a plain space means. */
const LINE_SPACE = /[\t-\r\u0085\u2028\u2029]/;

/**
 * Folds each run of spaces into one. A single no-break, thin or ideographic space stays what it is, since
 * typography put it there ("10 km", "« mot »").
 */
export function foldSpaces(text: string): string {
  return text.replace(RUN, (run) => (run.length > 1 || LINE_SPACE.test(run) ? ' ' : run));
}

/** Whether anything but spaces is in the text. */
export function hasInk(text: string): boolean {
  return INK.test(text);
}
