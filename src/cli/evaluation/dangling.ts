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

/** Whether a summary holds a sentence, not the article's first, that leans on a predecessor left out. */
export function isDanglingStart(text: string, language: string, chosen: readonly string[]): boolean {
  const starts = STARTS[language];
  if (starts === undefined) return false;
  const all = splitSentences(text, language).map((sentence) => foldSpaces(sentence.text));
  const taken = new Set(chosen.map(foldSpaces));
  return all.some((sentence, index) => {
    if (index === 0 || !taken.has(sentence) || taken.has(all[index - 1] as string)) return false;
    const [first = ''] = /[\p{L}\p{M}]+/u.exec(sentence) ?? [];
    return starts.has(first.toLowerCase());
  });
}
