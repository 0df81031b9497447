/**
 * Whole numbers as printable characters, so that a source file holds a table and a string gives its entries back in
 * place: nothing is decoded before the first look-up.
 */
export const BASE = 92;
/** `#`; the digits end with `~`. */
export const FIRST_DIGIT = 35;

export const digitAt = (text: string, at: number): number => text.charCodeAt(at) - FIRST_DIGIT;

/** A number of two digits, the higher first. */
export const pairAt = (text: string, at: number): number => digitAt(text, at) * BASE + digitAt(text, at + 1);

/** @throws {RangeError} Where a value has more digits. */
export function toDigits(value: number, count: number): string {
  let rest = value;
  let digits = '';
  for (let digit = 0; digit < count; digit += 1) {
    digits = String.fromCharCode(FIRST_DIGIT + (rest % BASE)) + digits;
    rest = Math.floor(rest / BASE);
  }
  if (rest !== 0 || value < 0) throw new RangeError(`${value} has not ${count} digits`);
  return digits;
}

/** A small number of either sign as one character, the nearest to 0 as the lowest digits; beyond 45 it is no digit. */
export const toSignedCharacter = (value: number): string =>
  String.fromCharCode(FIRST_DIGIT + (value < 0 ? -2 * value - 1 : 2 * value));

export function signedAt(text: string, at: number): number {
  const code = digitAt(text, at);
  return (code & 1) === 0 ? code >> 1 : -((code + 1) >> 1);
}
