import { SCALES } from '../language/number-words.ts';

const THREE_DIGITS = 3;
const ENGLISH_MARKS = { thousands: ',', decimal: '.' };
const OTHER_MARKS = { thousands: '.', decimal: ',' };

const marksOf = (language: string) =>
  language === 'en' || language === 'zh' || language === 'ja' ? ENGLISH_MARKS : OTHER_MARKS;

/** Digits of any script as ASCII. */
const plainDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) as number;
    if (code < 0x80) return digit;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
    return String(code - zero);
  });

/**
 * The value of written digits: "3,500,000", "3.500.000" and "3 500 000" are one number, "3.5" and "3,5" too.
 * A mark before exactly three digits parts thousands where the language writes it so; times ("10:30") have none.
 */
export function valueOfDigits(written: string, language: string): number | undefined {
  if (written.includes(':')) return undefined;
  const { thousands, decimal } = marksOf(language);
  const plain = plainDigits(written).replace(/[\s\u00a0\u202f']/gu, '');
  const parts = plain.split(/[.,]/u);
  if (parts.length === 1) return Number(plain);
  const last = parts.at(-1) as string;
  const lastMark = plain.charAt(plain.length - last.length - 1);
  const marks = new Set(plain.match(/[.,]/gu));
  const parted = parts.slice(1).every((part) => part.length === THREE_DIGITS);
  const isThousands = marks.size === 1 && parted && (parts.length > 2 || lastMark === thousands);
  if (isThousands) return Number(parts.join(''));
  if (marks.size === 1 && parts.length > 2) return undefined;
  const isDecimal = lastMark === decimal || last.length !== THREE_DIGITS || marks.size > 1;
  return isDecimal ? Number(`${parts.slice(0, -1).join('')}.${last}`) : Number(parts.join(''));
}

/** "million" after a number multiplies it. */
export const scaleOf = (form: string): number | undefined =>
  Object.hasOwn(SCALES, form) ? SCALES[form] : undefined;

/** "twenty" before "one" is a sum, "two" before "hundred" a product. */
export const joinsTens = (tens: number, units: number): boolean =>
  tens >= 20 && tens < 100 && tens % 10 === 0 && units > 0 && units < 10;
