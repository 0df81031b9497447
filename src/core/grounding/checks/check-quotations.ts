import type { Check } from './check.ts';

const QUOTED = /["“„«]([^"“”„«»]{3,400})["”“»]/gu;
const MARKS_AND_SPACES = /[\s"“”„«»‘’'‹›.,!?…;:–—-]+/gu;

const plain = (text: string): string => text.toLowerCase().replace(MARKS_AND_SPACES, ' ').trim();

/** Words between quotation marks stand in the article as they are, or the sentence puts them into somebody's mouth. */
export const checkQuotations: Check = (_alignment, source, sentence) => {
  const quoted = Array.from(sentence.matchAll(QUOTED), (match) => match[1] as string);
  if (quoted.length === 0) return [];
  const text = ` ${plain(source.text)} `;
  return quoted
    .filter((words) => !text.includes(` ${plain(words)} `))
    .map((words) => ({ kind: 'quotation', text: words }));
};
