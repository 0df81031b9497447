/** What was put in is marked, so that it can be taken out again, to the byte. */
const START = '<!--standfirst-->';
const END = '<!--/standfirst-->';

export function markPiece(piece: string): string {
  return START + piece + END;
}

/** The page as its generator wrote it. Bytes are told as the characters of Latin-1. */
export function withoutPieces(page: string): string {
  let clean = '';
  let from = 0;
  for (let at = page.indexOf(START); at !== -1; at = page.indexOf(START, from)) {
    const end = page.indexOf(END, at);
    if (end === -1) break; // Somebody has cut it: nothing is guessed.
    clean += page.slice(from, at);
    from = end + END.length;
  }
  return clean + page.slice(from);
}
