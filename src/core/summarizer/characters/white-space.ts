import { flagsOf } from './character-classes.ts';
import { IS_SPACE } from './class-flags.ts';

export const isSpace = (code: number): boolean => (flagsOf(code) & IS_SPACE) !== 0;

export function skipSpaces(text: string, from: number, end: number): number {
  let index = from;
  while (index < end && isSpace(text.charCodeAt(index))) index += 1;
  return index;
}
