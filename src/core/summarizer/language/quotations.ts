/** What closes a quotation, by the mark that opens it. */
const CLOSERS: ReadonlyMap<number, string> = new Map(
  ['“”', '„“”', '«»', '»«', '""'].map((marks) => [marks.charCodeAt(0), marks.slice(1)]),
);
/** Nearly all units are neither a straight mark nor beyond ASCII. */
const STRAIGHT = 34;
const FIRST_OTHER = 0xab;
const LONGEST_QUOTATION = 800;

/** Ranges of a text that are quotations, in order: `[from, to)`. */
export function findQuotes(text: string, length: number): [from: number, to: number][] {
  const quotes: [number, number][] = [];
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code !== STRAIGHT && code < FIRST_OTHER) continue;
    const closers = CLOSERS.get(code);
    if (closers === undefined) continue;
    let close = index + 1;
    while (close < length && close - index < LONGEST_QUOTATION && !closers.includes(text.charAt(close)))
      close += 1;
    if (close >= length || !closers.includes(text.charAt(close))) continue;
    quotes.push([index, close]);
    index = close;
  }
  return quotes;
}
