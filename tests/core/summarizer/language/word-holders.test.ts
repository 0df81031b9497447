import { describe, expect, it } from 'vitest';
import { FUNCTION_WORDS } from '../../../../src/core/summarizer/language/function-words.ts';
import { SCRIPTS } from '../../../../src/core/summarizer/language/scripts.ts';
import { TELLING_WORDS } from '../../../../src/core/summarizer/language/telling-words.ts';
import {
  functionWordsOf,
  holdersOf,
  languageNumbers,
} from '../../../../src/core/summarizer/language/word-holders.ts';
import { BASE, digitAt } from '../../../../src/core/summarizer/memory/digits.ts';
import { hashWord } from '../../../../src/core/summarizer/terms/scan-terms.ts';

const wordsOf = (list: string | undefined): string[] => list?.split(' ') ?? [];
const holds = (word: string, language: string): boolean => {
  const holders = holdersOf(hashWord(word)) ?? '';
  return [...holders].some((_, at) => at > 0 && digitAt(holders, at) === languageNumbers().get(language));
};

describe('the words that tell languages', () => {
  it('are held by the languages whose lists have them', () => {
    const missing = [FUNCTION_WORDS, TELLING_WORDS].flatMap((lists) =>
      Object.entries(lists).flatMap(([language, list]) =>
        wordsOf(list).filter((word) => !holds(word, language)),
      ),
    );
    expect(missing).toEqual([]);
    expect(languageNumbers().size).toBeLessThan(BASE);
  });

  it('tell apart all languages that share a script', () => {
    const untold = SCRIPTS.filter(({ languages }) => languages.length > 1)
      .flatMap(({ languages }) => languages)
      .filter((language) => !languageNumbers().has(language));
    expect(untold).toEqual([]);
  });

  it.each(Object.keys(FUNCTION_WORDS))('are function words of %s by their hash', (language) => {
    const isFunctionWord = functionWordsOf(language);
    expect(wordsOf(FUNCTION_WORDS[language]).filter((word) => !isFunctionWord(hashWord(word)))).toEqual([]);
  });

  it('are no function words where they only tell', () => {
    const isFunctionWord = functionWordsOf('cs');
    const own = new Set(wordsOf(FUNCTION_WORDS.cs).map(hashWord));
    const others = wordsOf(TELLING_WORDS.cs)
      .map(hashWord)
      .filter((hash) => !own.has(hash));
    expect(others.filter(isFunctionWord)).toEqual([]);
  });

  it.each([
    ['no', 'og'],
    ['az', 'the'],
    ['xx', 'the'],
  ])('of %s stand in where there is no list: %s', (language, word) => {
    expect(functionWordsOf(language)(hashWord(word))).toBe(true);
  });
});
