import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../../src/core/summarizer/index.ts';
import { createFragmentFinder } from '../../../../src/core/summary/fragment/text-fragment.ts';
import { selectByFragment } from './text-fragment-browser.ts';

function fragmentOf(text: string, sentence: string): string | undefined {
  return createFragmentFinder(text, 'en')(text.indexOf(sentence), sentence.length);
}

describe('a text fragment', () => {
  it.each([
    ['The bridge closes. Trams go on.', 'Trams go on.', 'text=Trams%20go%20on.'],
    [
      'The bridge over the river will be closed to all traffic from the third of May until the end of June. Trams go on.',
      'The bridge over the river will be closed to all traffic from the third of May until the end of June.',
      'text=The%20bridge%20over,end%20of%20June.',
    ],
    ['He left. She stayed.\n\nHe left. They met.', 'They met.', 'text=They%20met.'],
    ['A well-known, old man. Yes.', 'A well-known, old man.', 'text=A%20well%2Dknown%2C%20old%20man.'],
  ])('in "%s" for "%s" is %s', (text, sentence, expected) => {
    expect(fragmentOf(text, sentence)).toBe(expected);
  });

  it('gets context where the same sentence stands earlier', () => {
    const text = 'Nobody came. The hall was empty.\n\nLater they opened the doors. Nobody came. It rained.';
    const second = text.lastIndexOf('Nobody came.');
    const fragment = createFragmentFinder(text, 'en')(second, 'Nobody came.'.length);
    expect(fragment).toBe('text=Later%20they%20opened%20the%20doors.-,Nobody%20came.');
  });

  it('is not given where no context tells two sentences apart', () => {
    const text = 'Nobody came.\n\nNobody came.';
    expect(createFragmentFinder(text, 'en')(14, 12)).toBeUndefined();
  });

  it.each([
    ['sharp s', 'STRASSE ZU. Er kam. Straße zu.', 'Straße zu.'],
    ['stroked letters', 'Kobenhavn sover. Lodz ogsaa. København sover.', 'København sover.'],
    ['kana', 'ハシは。x はしは。', 'はしは。'],
    ['quotation marks', '"No" he said. Yes. “No” he said.', '“No” he said.'],
    ['what has no width', 'So\u00adme. Other. Some.', 'Some.'],
  ])('is not bare where a rival differs by %s alone', (_, text, sentence) => {
    const fragment = createFragmentFinder(text, 'en')(text.lastIndexOf(sentence), sentence.length);
    expect(fragment === undefined || /-,|,-/u.test(fragment)).toBe(true);
  });

  it('names words of one line each, since a line break ends a match', () => {
    const verse = 'I rowed alone, I rowed at night\nAnd no one held the oar or saw the light';
    expect(createFragmentFinder(`Cold.\n\n${verse}`, 'en')(7, verse.length)).toBe(
      'text=I%20rowed%20alone%2C,saw%20the%20light',
    );
  });

  it('heeds that case and accents do not count', () => {
    const text = 'RESUME IT. Résumé it.';
    const fragment = createFragmentFinder(text, 'en')(11, 10);
    expect(fragment === undefined ? undefined : selectByFragment(text, fragment)).not.toEqual({
      start: 0,
      end: 10,
    });
  });

  it('selects that sentence and no other, by the rules of the specification', () => {
    const word = fc.constantFrom(
      'the',
      'The',
      'bridge',
      'closes',
      'a-b',
      'naïve',
      'NAIVE',
      'x,y',
      '“so”',
      '42',
      '橋',
      'ok',
    );
    const sentence = fc.array(word, { minLength: 1, maxLength: 24 }).map((words) => `${words.join(' ')}.`);
    const paragraph = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 5 }), (paragraphs) => {
        const text = paragraphs.join('\n\n');
        const find = createFragmentFinder(text, 'en');
        for (const { offset, length } of splitSentences(text, 'en')) {
          const fragment = find(offset, length);
          if (fragment === undefined) continue;
          expect(selectByFragment(text, fragment)).toEqual({ start: offset, end: offset + length });
        }
      }),
      { numRuns: 300 },
    );
  });
});
