import type { RankedSentence } from '../summarizer/index.ts';
import type { DigestSentence } from './digest.ts';
import { createFragmentFinder, type PageWords } from './fragment/text-fragment.ts';
import { type DigestInput, toDigestSentence } from './rank-text.ts';

/** Chosen sentences with the words of a link to each, where the text stands on a page of the publisher's. */
export function linkSentences(sentences: readonly RankedSentence[], input: DigestInput): DigestSentence[] {
  if (!input.linked) return sentences.map((sentence) => toDigestSentence(sentence));
  const findFragment = createFragmentFinder(input.text, input.language, wordsOfPage(input));
  return sentences.map((sentence) =>
    toDigestSentence(sentence, findFragment(sentence.offset, sentence.length)),
  );
}

/** Headline and description stand above the text on most pages. */
function wordsOfPage({ title, description, page }: DigestInput): PageWords {
  const above = [title, description].filter((line) => line !== undefined && line !== null);
  return {
    seams: page?.seams ?? { breaks: [], joints: [] },
    elsewhere: [...above, ...(page?.elsewhere ?? [])],
  };
}
