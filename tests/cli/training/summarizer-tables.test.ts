import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeSummarizerTables } from '../../../src/cli/training/summarizer-tables.ts';
import { flagsAt, flagsOf } from '../../../src/core/summarizer/characters/character-classes.ts';
import { classify } from '../../../src/core/summarizer/characters/classify.ts';
import { Arena } from '../../../src/core/summarizer/memory/arena.ts';
import type { StoredLexicon } from '../../../src/core/summarizer/model/lexicon.ts';
import { listedWords } from '../../../src/core/summarizer/model/lexicon.ts';
import { TERM_FEATURES } from '../../../src/core/summarizer/model/term-features.ts';
import { profileOf } from '../../../src/core/summarizer/model/trained-profiles.ts';
import weights from '../../../src/core/summarizer/model/weights.json' with { type: 'json' };
import { hashWord, listTerms } from '../../../src/core/summarizer/terms/scan-terms.ts';
import { TermTable } from '../../../src/core/summarizer/terms/term-table.ts';

const RARITY = TERM_FEATURES.indexOf('rarity');

describe('the tables of the summariser', () => {
  it.each(makeSummarizerTables())('are what their sources say: $file', ({ file, content }) => {
    const isFresh = readFileSync(file, 'utf8') === content;
    expect(isFresh, 'run npm run build:tables').toBe(true);
  });

  it('give every character the classes that Unicode gives it', () => {
    const wrong: number[] = [];
    for (let point = 0; point <= 0x10ffff; point += 1) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const character = String.fromCodePoint(point);
      if (flagsAt(character, 0) !== classify(point)) wrong.push(point);
      if (point <= 0xffff && flagsOf(point) !== classify(point)) wrong.push(point);
    }
    expect(wrong).toEqual([]);
  });

  it.each(['en', 'fr', 'vi'] as const)(
    'find each word of %s with what training learned of it',
    (language) => {
      const stored: StoredLexicon = weights[language].lexicon;
      const listed = listedWords(stored);
      const { lexicon } = profileOf(language);
      const { firstPass, secondPass } = weights[language];
      const cuts = [firstPass, secondPass].map((model) => model.cuts[RARITY] ?? []);
      /** Where each model sees a word, and what the word adds. */
      const seen = (rarity: number, odds: number) => [
        ...cuts.map((places) => places.filter((cut) => cut <= rarity).length),
        odds,
      ];
      const told = (word: string) => {
        const table = new TermTable(1, new Arena(0));
        table.add(hashWord(word));
        const numbers = lexicon.numberTerms(table, new Arena(0));
        const [[number = -1], [rarity = 0]] = [numbers, lexicon.rarities(numbers, new Arena(0))];
        return seen(rarity, lexicon.oddsOf(number));
      };
      const words = stored.words.split(' ');
      expect(words.map(told)).toEqual(
        words.map((word) => {
          const number = listed.find(hashWord(word));
          return seen(1 + listed.spreadAt(number), listed.oddsAt(number));
        }),
      );
      expect(listTerms('qxzzv wvuqq')).toHaveLength(2);
      expect(['qxzzv', 'wvuqq'].map(told)).toEqual([seen(0, 0), seen(0, 0)]);
    },
  );
});
