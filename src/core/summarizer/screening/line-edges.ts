import { LINE, markOf } from '../characters/mark-kinds.ts';
import { isSpace } from '../characters/white-space.ts';

/** Whether nothing but white space stands between a place and the end of its line. */
export function closesLine(text: string, end: number): boolean {
  for (let at = end; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (markOf(code) === LINE) return true;
    if (!isSpace(code)) return false;
  }
  return true;
}

/** Where the line of a place ends. */
export function endOfLine(text: string, from: number): number {
  let end = from;
  while (end < text.length && markOf(text.charCodeAt(end)) !== LINE) end += 1;
  return end;
}

/** Whether nothing but white space stands between a place and the start of its line. */
export function opensLine(text: string, offset: number): boolean {
  for (let at = offset - 1; at >= 0; at -= 1) {
    const code = text.charCodeAt(at);
    if (markOf(code) === LINE) return true;
    if (!isSpace(code)) return false;
  }
  return true;
}
