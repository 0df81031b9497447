import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packRecord, unpackRecord } from '../../src/adapters/catalogue/packed-body.ts';
import { renderRecord } from '../../src/flows/render-record.ts';
import { authorText } from '../core/article/authored-article.ts';
import { BODY } from './article-fixtures.ts';

const EXTRAS = { revision: 3, formerUrls: [], override: null, teaserOnly: false };
const record = (bodySource: string, members: object = {}) =>
  renderRecord(authorText('tides', { bodySource, ...members }), EXTRAS);

describe('a packed record', () => {
  it('comes back exactly as it was, whatever its words', async () => {
    const units = fc.string({ unit: 'binary', maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(units, units, units, async (bodySource, html, text) => {
        const odd = { ...record(BODY), bodySource, html, text };
        expect(await unpackRecord(await packRecord(odd))).toEqual(odd);
      }),
      { numRuns: 200 },
    );
  });

  it('comes back with every sentence, those of the text and those that an editor wrote', async () => {
    const plain = record(BODY, { url: 'https://news.example/tides' });
    const [first] = plain.digest.sentences;
    if (first === undefined) throw new Error('the text has sentences');
    const free = { ...first, text: 'Written by an editor.', offset: null, length: null, fragment: null };
    const edited = { ...plain, digest: { ...plain.digest, sentences: [free, ...plain.digest.sentences] } };
    for (const each of [plain, edited]) expect(await unpackRecord(await packRecord(each))).toEqual(each);
  });

  it('keeps halves of surrogate pairs that a slice cuts apart', async () => {
    const text = '😀'.repeat(20_000);
    const odd = { ...record(BODY), bodySource: `x${text}`, html: text, text: `${text}\ud83d` };
    expect(await unpackRecord(await packRecord(odd))).toEqual(odd);
  });

  it('holds a text once, also where the text is far longer than the window of deflate', async () => {
    const words = Array.from({ length: 30_000 }, (_, index) => ((index * 7_919) % 65_521).toString(36));
    const text = words.join(' ');
    const alone = (await packRecord({ ...record(BODY), bodySource: text, html: '', text: '' })).length;
    const thrice = { ...record(BODY), bodySource: text, html: `<p>${text}</p>`, text };
    expect((await packRecord(thrice)).length).toBeLessThan(alone * 1.2);
  });

  it('is no more than half of what its source takes', async () => {
    const long = record(Array.from({ length: 8 }, (_, index) => `${index}. ${BODY}`).join('\n\n'));
    expect((await packRecord(long)).length).toBeLessThan(long.bodySource.length / 2);
  });
});
