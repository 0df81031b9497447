/** What closes a quotation, by the mark that opens it. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '"': '"',
};
const LONGEST_QUOTATION = 800;

/** Ranges of a text that are quotations, in order: `[from, to)`. */
export function findQuotes(text: string, length: number): [from: number, to: number][] {
  const quotes: [number, number][] = [];
  for (let index = 0; index < length; index += 1) {
    const closers = CLOSERS[text.charAt(index)];
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

export const isQuoted = (index: number, quotes: readonly [number, number][]): boolean =>
  quotes.some(([from, to]) => index >= from && index < to);
