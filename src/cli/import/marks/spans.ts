/** Stands where a site would print what only the site knows: a gap would make another sentence of it. */
export const UNKNOWN = '…';

/**
 * Replaces what stands between two marks, in one pass, so that a file of nothing but openings is read as fast as any
 * other. What is never closed stays.
 */
export function replaceSpans(
  text: string,
  open: string,
  close: string,
  replace: (inside: string, isAlone: boolean, start: number, end: number) => string,
): string {
  let out = '';
  let from = 0;
  let at = text.indexOf(open);
  while (at !== -1) {
    const end = text.indexOf(close, at + open.length);
    if (end === -1) break;
    out += text.slice(from, at);
    const spanEnd = end + close.length;
    out += replace(text.slice(at + open.length, end), isAlone(text, at, spanEnd), at, spanEnd);
    from = end + close.length;
    at = text.indexOf(open, from);
  }
  return out + text.slice(from);
}

/** Whether a span has its lines for itself. */
export function isAlone(text: string, start: number, end: number): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  return (
    text.slice(lineStart, start).trim() === '' &&
    text.slice(end, lineEnd === -1 ? text.length : lineEnd).trim() === ''
  );
}
