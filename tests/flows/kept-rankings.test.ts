import { describe, expect, it } from 'vitest';
import { PLAIN, type Ranking } from '../../src/core/summarizer/index.ts';
import { DETAILS } from '../../src/core/summarizer/ranking/ranking.ts';
import { type DigestInput, rankInput } from '../../src/core/summary/rank-text.ts';
import { KeptRankings } from '../../src/flows/kept-rankings.ts';

const INPUT: DigestInput = {
  text: 'The bridge closes on Friday. Its cables have rusted.\n\nBuses take the road by the mill.',
  title: 'Bridge closes',
  description: null,
  language: 'en',
  pinned: [],
  excluded: [],
  linked: true,
};

/** What was learned of a text, which rankings share that were made of one another. */
const learned = (ranking: Ranking) => ranking[DETAILS].features;
const rank = (kept: KeptRankings, input: DigestInput) => kept.rank(input, undefined, PLAIN);

describe('kept rankings', () => {
  it('learn an article once, however it is sent again', () => {
    const kept = new KeptRankings();
    const first = rank(kept, INPUT);
    const again = rank(kept, { ...INPUT, pinned: [], page: undefined, text: `${INPUT.text} `.trimEnd() });
    expect(learned(again)).toBe(learned(first));
    expect(again.sentences).toEqual(rankInput(INPUT).sentences);
  });

  it.each<[string, Partial<DigestInput>]>([
    ['text', { text: INPUT.text.replace('Friday', 'Monday') }],
    ['headline', { title: 'Cables have rusted' }],
    ['description', { description: 'Rust was found on the cables of the old bridge in spring.' }],
    ['language', { language: 'de' }],
    ['pinned paragraphs', { pinned: [2] }],
    ['barred sentences', { excluded: ['Its cables have rusted.'] }],
  ])('learn another %s anew', (_, change) => {
    const kept = new KeptRankings();
    const first = rank(kept, INPUT);
    const changed = { ...INPUT, ...change };
    const ranking = rank(kept, changed);
    expect(learned(ranking)).not.toBe(learned(first));
    expect(ranking.sentences).toEqual(rankInput(changed).sentences);
  });

  it('forget what was asked about longest ago', () => {
    const kept = new KeptRankings();
    const first = rank(kept, INPUT);
    const others = [1, 2, 3, 4].map((number) => ({ ...INPUT, title: `Another ${number}` }));
    for (const other of others.slice(0, 3)) rank(kept, other);
    expect(learned(rank(kept, INPUT))).toBe(learned(first));
    for (const other of others) rank(kept, other);
    expect(learned(rank(kept, INPUT))).not.toBe(learned(first));
  });

  it.each([
    ['a long text', `${INPUT.text} `.repeat(400)],
    ['a text of very many sentences', 'Yes. '.repeat(1_500)],
  ])('hold nothing of %s, which would fill the memory of an isolate', (_, text) => {
    const kept = new KeptRankings();
    const large = { ...INPUT, text };
    expect(learned(rank(kept, large))).not.toBe(learned(rank(kept, large)));
  });
});
