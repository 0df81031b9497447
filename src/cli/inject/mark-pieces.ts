/** What was put in is marked, so that it can be taken out again, to the byte. */
const START = '<!--standfirst-->';
const END = '<!--/standfirst-->';

export function markPiece(piece: string): string {
  return START + piece + END;
}

/**
 * The page as its generator wrote it. A mark whose other one somebody has cut stays where it is: nothing is guessed. Bytes
 * are told as the characters of Latin-1.
 */
export function withoutPieces(page: string): string {
  let clean = '';
  let from = 0;
  for (let end = page.indexOf(END); end !== -1; end = page.indexOf(END, from)) {
    const before = page.slice(from, end);
    const start = before.lastIndexOf(START); // A piece holds no other.
    clean += start === -1 ? before + END : before.slice(0, start);
    from = end + END.length;
  }
  return clean + page.slice(from);
}
