import { splitSentences } from '../../core/summarizer/index.ts';

/** First words that need the sentence before: what is counted as dangling. */
const STARTS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    'he she it they his her hers its their this that these those but and or so yet however also then still meanwhile moreover furthermore instead otherwise therefore thus hence nevertheless'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'il elle ils elles ce cet cette ces cela ça son sa ses leur leurs mais et or donc car cependant toutefois pourtant ainsi aussi puis ensuite'.split(
      ' ',
    ),
  ),
};

const foldSpaces = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/**
 * Whether a chosen sentence, not the article's first, opens with such a word and its predecessor was left out. What
 * was chosen may begin behind a dateline or a connective.
 *
 * @param all - Sentences of the article.
 */
export function leansOnPredecessor(
  all: readonly string[],
  language: string,
  chosen: readonly string[],
  sentence: string,
): boolean {
  const [first = ''] = /[\p{L}\p{M}]+/u.exec(sentence) ?? [];
  if (STARTS[language]?.has(first.toLowerCase()) !== true) return false;
  const shows = (one: string, shown: string) => foldSpaces(one).endsWith(foldSpaces(shown));
  const place = all.findIndex((one) => shows(one, sentence));
  return place > 0 && !chosen.some((other) => shows(all[place - 1] as string, other));
}

/** Whether a summary holds such a sentence. */
export function isDanglingStart(text: string, language: string, chosen: readonly string[]): boolean {
  const all = splitSentences(text, language).map((sentence) => sentence.text);
  return chosen.some((sentence) => leansOnPredecessor(all, language, chosen, sentence));
}
