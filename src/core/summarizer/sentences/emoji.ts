import { isSpace, skipSpaces } from '../characters/white-space.ts';

const VARIATION_SELECTOR = 0xfe0f;
const JOINER = 0x200d;
/** First halves of pictographs, flags and skin tones: U+1F000 to U+1FAFF. */
const FIRST_HALF_FROM = 0xd83c;
const FIRST_HALF_TO = 0xd83e;

const isPictograph = (code: number): boolean =>
  (code >= FIRST_HALF_FROM && code <= FIRST_HALF_TO) || (code >= 0x2600 && code <= 0x27bf) || code === 0x2b50;

/** Units of the pictograph at `index`, its selectors and joined parts included; 0 when there is none. */
function pictographLength(text: string, index: number, end: number): number {
  let at = index;
  while (at < end && isPictograph(text.charCodeAt(at))) {
    at += text.charCodeAt(at) >= FIRST_HALF_FROM ? 2 : 1;
    if (text.charCodeAt(at) === VARIATION_SELECTOR) at += 1;
    if (text.charCodeAt(at) === JOINER) at += 1;
  }
  return at - index;
}

/**
 * Pictographs between two sentences belong to the first: "The pier is open. 🎉 Come!". Gives where the next word
 * begins, or `index` when no space parts the pictographs from it or nothing follows.
 */
export function skipEmoji(text: string, index: number, end: number): number {
  let at = index;
  for (let length = pictographLength(text, at, end); length > 0; length = pictographLength(text, at, end)) {
    if (at + length < end && !isSpace(text.charCodeAt(at + length))) return index;
    at = skipSpaces(text, at + length, end);
  }
  return at;
}
