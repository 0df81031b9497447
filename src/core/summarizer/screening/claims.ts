import type { Article } from '../article/read-article.ts';
import { isLabelledClaim, LONGEST_CLAIM_LABEL } from './labels.ts';
import { CALLS_IT_A_CLAIM } from './taking-up.ts';

const SPACE = 32;

const endOf = (sentence: { offset: number; length: number } | undefined): number =>
  sentence === undefined ? 0 : sentence.offset + sentence.length;

/** A claim that the next sentence calls one; it says the wrong thing, or nobody's, by itself. */
export function isClaim({ paragraphs }: Article, at: number, takingUp: Uint8Array): boolean {
  return (
    takingUp[at + 1] === CALLS_IT_A_CLAIM &&
    (paragraphs[at] === paragraphs[at + 1] || paragraphs[at] !== paragraphs[at - 1])
  );
}

/** Whether the line of a sentence is labelled a claim; reading may have cut the label off. */
export function isUnderTest({ sentences, text }: Article, at: number): boolean {
  const { offset = 0 } = sentences[at] ?? {};
  const before = at === 0 ? 0 : endOf(sentences[at - 1]);
  // Nothing but a space parts it from the one before: no line begins here.
  if (offset === before + 1 && text.charCodeAt(before) === SPACE) return false;
  return isLabelledClaim(
    text.slice(Math.max(before, offset - LONGEST_CLAIM_LABEL), offset + LONGEST_CLAIM_LABEL),
  );
}
