const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const MIX = 0x9e3779b1;

/** FNV-1a over UTF-16 units: names of numbers, places and forms, which are no words of the text itself. */
export function hashText(text: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return hash;
}

/** Two neighbours as one key; the order counts. */
export const joinHashes = (left: number, right: number): number => Math.imul(left, MIX) ^ right;
