import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TRAINED } from '../../../../src/core/summarizer/answering-models.ts';
import {
  chooseSentences,
  explainRanking,
  extractKeywords,
  PLAIN,
  type Ranking,
  rankAgain,
  rankWith,
} from '../../../../src/core/summarizer/index.ts';
import { DETAILS } from '../../../../src/core/summarizer/ranking/ranking.ts';
import { hostileText } from '../hostile-text.ts';

const TEXT = [
  'The bridge over the river closes on Friday because its cables have rusted.',
  'Buses will take the road by the mill until November, and the ferry sails every hour.',
  'The repair costs four million, which the county and the harbour pay together.',
  'Engineer Ada Holm found the rust in March, when she hung from a rope below the deck.',
  'Nobody in the village remembers the bridge shut for longer than a day.',
].join('\n\n');
const QUESTIONS = ['Why does the bridge close?', 'Who found the rust?', 'How much does it cost?'];

/** All that can be had of a ranking. */
const tell = (ranking: Ranking) => ({
  language: ranking.language,
  answered: ranking.answered,
  sentences: ranking.sentences,
  chosen: chooseSentences(ranking, { sentences: 3 }),
  teaser: chooseSentences(ranking, { sentences: 2, range: 'opening', avoid: ['quotes'] }),
  explained: explainRanking(ranking),
  keywords: extractKeywords(ranking),
});

describe('a ranking that is asked again', () => {
  it.each([...QUESTIONS, undefined])('answers %j as one that was made for it', (query) => {
    const kept = rankWith(TEXT, { language: 'en', title: 'Bridge closes' }, PLAIN);
    const made = { language: 'en', title: 'Bridge closes', ...(query === undefined ? {} : { query }) };
    expect(tell(rankAgain(kept, query, TRAINED))).toEqual(tell(rankWith(TEXT, made, TRAINED)));
  });

  it('answers whatever is asked of whatever text, in any order, as one that was made for it', () => {
    fc.assert(
      fc.property(
        hostileText,
        fc.option(hostileText, { nil: undefined }),
        fc.array(fc.option(hostileText, { nil: undefined }), { minLength: 1, maxLength: 4 }),
        (text, title, queries) => {
          const options = title === undefined ? {} : { title };
          const kept = rankWith(text, options, PLAIN);
          for (const query of [...queries, ...queries]) {
            const made = query === undefined ? options : { ...options, query };
            expect(tell(rankAgain(kept, query, TRAINED))).toEqual(tell(rankWith(text, made, TRAINED)));
          }
        },
      ),
    );
  });

  it('takes no memory of the ranking that is kept', () => {
    const kept = rankWith(TEXT, { language: 'en' }, PLAIN);
    const { arena } = kept[DETAILS].article;
    const before = arena.uint8(0).byteOffset;
    for (const query of QUESTIONS) tell(rankAgain(kept, query, TRAINED));
    expect(arena.uint8(0).byteOffset).toBe(before);
  });
});
