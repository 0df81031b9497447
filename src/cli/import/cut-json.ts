/**
 * The objects of an array that are whole, of JSON that was cut off in the middle: what is whole comes in, and the rest
 * is told.
 *
 * @param text - From the bracket that opens the array.
 * @returns Sources of the objects, and how far they reach.
 */
export function wholeObjects(text: string): { sources: string[]; end: number } {
  const sources: string[] = [];
  let depth = 0;
  let start = 0;
  let end = 0;
  for (let index = 1; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') index = endOfString(text, index);
    else if (character === '{' || character === '[') {
      if (depth === 0) start = index;
      depth += 1;
    } else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth < 0) break; // The array itself.
      if (depth > 0) continue;
      end = index + 1;
      sources.push(text.slice(start, end));
    }
  }
  return { sources, end };
}

/** @returns Where the quotation mark that closes it stands, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1;
    else if (text[index] === '"') return index;
  }
  return text.length;
}

/** @returns Nothing for what is no JSON for another reason than the cut. */
export function parseWhole(source: string): unknown[] {
  try {
    return [JSON.parse(source)];
  } catch {
    return []; // The fault itself, which is told with the cut.
  }
}
