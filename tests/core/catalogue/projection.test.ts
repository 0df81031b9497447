import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeTombstone } from '../../../src/core/catalogue/encode-projection.ts';
import { decodeProjection } from '../../../src/core/catalogue/projection.ts';
import { chooseFromDigest } from '../../../src/core/summary/choose-from-digest.ts';
import type { Digest } from '../../../src/core/summary/digest.ts';
import { PRESET_SENTENCES, SUMMARY_LENGTHS, SUMMARY_TYPES } from '../../../src/core/summary/presets.ts';
import { presetsOnly } from '../../../src/core/summary/presets-only.ts';

/** A digest whose choices share nothing that they need not: the worst that a ranking could do. */
const choices = (available: number, longest: number) =>
  fc.tuple(
    ...Array.from({ length: Math.min(available, longest) }, (_, index) =>
      fc
        .shuffledSubarray(
          Array.from({ length: available }, (__, place) => place),
          { minLength: index + 1, maxLength: index + 1 },
        )
        .map((chosen) => chosen.sort((a, b) => a - b)),
    ),
  );
const digests = fc.integer({ min: 1, max: 25 }).chain((available) =>
  fc
    .record({
      whole: choices(available, 20),
      opening: choices(available, 3),
      scores: fc.array(fc.nat(100), { minLength: available, maxLength: available }),
    })
    .map(
      ({ whole, opening, scores }): Digest => ({
        engine: { name: 'standfirst', version: '1' },
        label: 'extracted',
        stale: false,
        textLength: 1_000,
        words: 100,
        sentenceCount: available,
        readingTimeSeconds: 10,
        sentences: scores.map((score, index) => ({
          text: `Sentence ${index}.`,
          offset: index * 20,
          length: 11,
          rankScore: score / 100,
          paragraph: 1,
          fragment: null,
        })),
        whole,
        opening,
        pinned: [1],
        excluded: ['Barred.'],
      }),
    ),
);

describe('a digest cut down to the presets', () => {
  const texts = (digest: Digest, count: number, range: 'whole' | 'opening') =>
    chooseFromDigest(digest, count, range).map(({ text }) => text);

  it('answers every preset as before, and never with a sentence that none of them shows', () => {
    fc.assert(
      fc.property(digests, (digest) => {
        const cut = presetsOnly(digest);
        const shown = new Set<string>();
        for (const type of SUMMARY_TYPES) {
          for (const length of SUMMARY_LENGTHS) {
            const range = type === 'teaser' ? 'opening' : 'whole';
            const count = PRESET_SENTENCES[type][length];
            expect(texts(cut, count, range)).toEqual(texts(digest, count, range));
            for (const text of texts(digest, count, range)) shown.add(text);
          }
        }
        for (let count = 1; count <= 20; count += 1) {
          expect(texts(cut, count, 'whole')).toHaveLength(Math.min(count, digest.whole.length, 7));
          for (const text of [...texts(cut, count, 'whole'), ...texts(cut, count, 'opening')])
            expect(shown).toContain(text);
        }
        expect(new Set(cut.sentences.map(({ text }) => text))).toEqual(shown);
        expect([cut.pinned, cut.excluded]).toEqual([[], []]);
      }),
    );
  });

  it.each([
    ['text=A%20ferry,sailed.', 'text=A%20ferry,sailed.'],
    ['text=A%2Dferry', 'text=A%2Dferry'],
    ['text=Secret%20words-,A%20ferry', null],
    ['text=A%20ferry,-secret%20words', null],
    ['text=A,ferry,-secret', null],
    [null, null],
  ])('keeps of the link %s what names the sentence by its own words: %s', (fragment, kept) => {
    const sentences = [
      { text: 'A ferry sailed.', offset: 0, length: 15, rankScore: 1, paragraph: 1, fragment },
    ];
    const digest = { sentences, whole: [[0]], opening: [[0]] } as unknown as Digest;
    expect(presetsOnly(digest).sentences[0]?.fragment).toBe(kept);
  });
});

describe('a tombstone', () => {
  it.each([
    [null, { state: 'deleted' }],
    ['other', { state: 'moved', to: 'other' }],
  ])('that leads to %s is one line', async (movedTo, head) => {
    const value = encodeTombstone('gone', { catalogue: 'c', revision: 3, projection: 5 }, movedTo);
    expect(value).not.toContain('\n');
    expect((await decodeProjection(new TextEncoder().encode(value))).head).toEqual({
      schema: 1,
      slug: 'gone',
      catalogue: 'c',
      revision: 3,
      projection: 5,
      ...head,
    });
  });
});
