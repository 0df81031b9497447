import { describe, expect, it } from 'vitest';
import { chooseSentences, rankSentences } from '../../../src/core/summarizer/index.ts';
import { chooseFromDigest } from '../../../src/core/summary/choose-from-digest.ts';
import type { Digest } from '../../../src/core/summary/digest.ts';
import { digestText } from '../../../src/core/summary/digest-text.ts';
import { presetsOnly } from '../../../src/core/summary/presets-only.ts';

const text = Array.from(
  { length: 30 },
  (_, n) => `Harbour master number ${n + 1} counted ${n * 7 + 3} boats at berth ${n + 2} on Monday.`,
).join(' ');
const input = { text, title: 'Boats', language: 'en', pinned: [], excluded: [], linked: true };
const digest: Digest = digestText(input);

describe('a digest', () => {
  it.each(Array.from({ length: 20 }, (_, index) => index + 1))(
    'holds the choice of %i sentences',
    (count) => {
      const ranking = rankSentences(text, { title: 'Boats', language: 'en' });
      const expected = chooseSentences(ranking, { sentences: count }).map(({ offset }) => offset);
      expect(chooseFromDigest(digest, count, 'whole').map(({ offset }) => offset)).toEqual(expected);
    },
  );

  it.each([1, 2, 3])('holds the teaser of %i sentences, from the first third', (count) => {
    const chosen = chooseFromDigest(digest, count, 'opening');
    expect(chosen).toHaveLength(count);
    for (const { offset } of chosen) expect(offset ?? text.length).toBeLessThan(text.length / 3);
  });

  it('cut to the presets shows the same presets and nothing else', () => {
    const cut = presetsOnly({ ...digest, excluded: ['A barred sentence.'] });
    for (const count of [1, 2, 3, 5, 7]) {
      expect(chooseFromDigest(cut, count, 'whole')).toEqual(chooseFromDigest(digest, count, 'whole'));
    }
    const shown = new Set(
      [1, 2, 3, 4, 5, 6, 7].flatMap((n) => chooseFromDigest(digest, n, 'whole').map((s) => s.text)),
    );
    for (const n of [1, 2, 3]) for (const s of chooseFromDigest(digest, n, 'opening')) shown.add(s.text);
    expect(new Set(cut.sentences.map((sentence) => sentence.text))).toEqual(shown);
    expect(JSON.stringify(cut)).not.toContain('barred');
  });

  it('of a text with fewer sentences gives them all', () => {
    const short = digestText({ ...input, text: 'One came. Two went.' });
    expect(chooseFromDigest(short, 20, 'whole').map((sentence) => sentence.text)).toEqual([
      'One came.',
      'Two went.',
    ]);
  });

  it('heeds what an editor has pinned and barred', () => {
    const paragraphs =
      'The first paragraph tells all. It goes on.\n\nThe second adds little. Hardly anything.\n\nThe third ends it.';
    const pinned = digestText({ ...input, text: paragraphs, pinned: [3] });
    expect(chooseFromDigest(pinned, 1, 'whole').map((s) => s.text)).toEqual(['The third ends it.']);
    const barred = digestText({ ...input, text: paragraphs, excluded: ['The first paragraph tells all.'] });
    expect(barred.sentences.map((s) => s.text)).not.toContain('The first paragraph tells all.');
  });
});
