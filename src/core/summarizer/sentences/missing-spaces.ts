import { flagsOf } from '../characters/character-classes.ts';
import { IS_DIGIT, IS_LETTER, IS_LOWER, IS_SPACE, IS_UPPER } from '../characters/class-flags.ts';
import { CLOSER, markOf } from '../characters/mark-kinds.ts';

const LONGEST_TOKEN = 80;
/** Signs that the full stop belongs to an address or a file name. */
const ADDRESS =
  /[@/\\_]|^www\.|\.(?:com|org|net|edu|gov|info|eu|co|uk|de|fr|es|it|pl|ru|io|tv|html?|php|pdf|jpe?g|png|zip|txt|docx?)\b/iu;

function tokenAround(text: string, index: number, end: number): string {
  let from = index;
  while (from > 0 && index - from < LONGEST_TOKEN && (flagsOf(text.charCodeAt(from - 1)) & IS_SPACE) === 0)
    from -= 1;
  let to = index;
  while (to < end && to - index < LONGEST_TOKEN && (flagsOf(text.charCodeAt(to)) & IS_SPACE) === 0) to += 1;
  return text.slice(from, to);
}

const isLowerOrUncased = (flags: number): boolean => (flags & IS_LETTER) !== 0 && (flags & IS_UPPER) === 0;

/**
 * Whether a sentence ends at a mark that no space follows: "terminé.Mais", "مساحة.تبدأ". Two letters that are not
 * capitals before it, a capital with a small letter (or a script without case) after it, and no address around it.
 *
 * @param index - The mark. @param after - The first unit after it and its closing marks.
 */
export function endsMissingSpace(text: string, index: number, after: number, end: number): boolean {
  const next = flagsOf(text.charCodeAt(after));
  const opensQuote = (next & IS_LETTER) === 0 && '"“«'.includes(text.charAt(after));
  const inner = opensQuote && (flagsOf(text.charCodeAt(after + 1)) & IS_SPACE) !== 0 ? after + 2 : after + 1;
  const first = opensQuote ? flagsOf(text.charCodeAt(inner)) : next;
  if ((first & IS_LETTER) === 0 || (first & IS_LOWER) !== 0) return false;
  // "(IFI).Car": what the bracket closes ended with the sentence.
  const ended = markOf(text.charCodeAt(index - 1)) === CLOSER ? index - 1 : index;
  const before = flagsOf(text.charCodeAt(ended - 1));
  const closed = after > index + 1 || ended < index;
  if (!closed && !isLowerOrUncased(before) && (before & IS_DIGIT) === 0) return false;
  if (!closed && !isLowerOrUncased(flagsOf(text.charCodeAt(index - 2))) && (before & IS_DIGIT) === 0)
    return false;
  // "7.Bg5", "1.Helado": one digit counts something, a year ends a sentence.
  if ((before & IS_DIGIT) !== 0 && (flagsOf(text.charCodeAt(ended - 2)) & IS_DIGIT) === 0) return false;
  const second = flagsOf(text.charCodeAt(opensQuote ? inner + 1 : after + 1));
  if ((first & IS_UPPER) !== 0 && (second & IS_UPPER) !== 0) return false;
  if ((first & IS_UPPER) === 0 && (before & IS_DIGIT) !== 0) return false;
  if ((first & IS_UPPER) !== 0 && text.charCodeAt(after + 1) === 46) return false;
  return !ADDRESS.test(tokenAround(text, index, end));
}
