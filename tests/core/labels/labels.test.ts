import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Labels, loadLabels, loadLabelsOf } from '../../../src/core/labels/labels.ts';
import { heldLanguage, LANGUAGES, textDirection } from '../../../src/core/labels/languages.ts';

/** Keys are spelled out in every language: heavier than bare lists, but a translator can read them. */
const MAX_GZIP_BYTES = 13 * 1024;

const labelsOf = await loadLabelsOf(LANGUAGES);
const english = labelsOf('en');
const keys = Object.keys(english) as (keyof Labels)[];
const placeholders = (text: string) => text.match(/\{\w+\}/g) ?? [];

describe('label texts', () => {
  it('exist in the twenty-six languages of the widget', () => {
    expect(LANGUAGES.join(' ')).toBe(
      'ar cs da de el en es fa fi fr he hi hu it ja ko nb nl pl pt ro ru sv tr uk zh',
    );
  });

  it('put numbers into exactly three English texts', () => {
    const withNumbers = keys.filter((key) => placeholders(english[key]).length > 0);
    expect(withNumbers).toEqual(['busy', 'showSource', 'readingTime']);
  });

  it('of all languages together stay under their weight limit', () => {
    const bytes = gzipSync(
      JSON.stringify(LANGUAGES.map((language) => ({ language, labels: labelsOf(language) }))),
      { level: 9 },
    ).length;
    expect(bytes).toBeLessThanOrEqual(MAX_GZIP_BYTES);
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    const labels = labelsOf(language);

    it('have the keys of the English table, in its order', () => {
      expect(Object.keys(labels)).toEqual(keys);
    });

    it('are never empty, except where names stand without "by"', () => {
      expect(keys.filter((key) => key !== 'by' && labels[key] === '')).toEqual([]);
    });

    it('keep every placeholder once', () => {
      const differing = keys.filter(
        (key) => `${placeholders(labels[key])}` !== `${placeholders(english[key])}`,
      );
      expect(differing).toEqual([]);
    });

    it('are trimmed plain text without markup', () => {
      expect(keys.filter((key) => labels[key] !== labels[key].trim() || /[<>&]/.test(labels[key]))).toEqual(
        [],
      );
    });

    it('are not English left behind', () => {
      const sentences = keys.filter((key) => english[key].includes(' '));
      const copied = sentences.filter((key) => labels[key] === english[key]);
      expect(copied).toEqual(language === 'en' ? sentences : []);
    });

    it('tell what was extracted from what was edited, and never speak of machines', () => {
      expect(labels.extracted).not.toBe(labels.edited);
      expect(`${labels.extracted} ${labels.edited}`).not.toMatch(/\b(AI|KI|IA|ИИ|ШІ|MI)\b/);
    });
  });
});

describe('the texts for a reader', () => {
  it.each([
    ['de', 'de'],
    ['pt-BR', 'pt'],
    ['pt_PT', 'pt'],
    ['FR-ca', 'fr'],
    [' en-GB ', 'en'],
    ['nn', 'nb'],
    ['no', 'nb'],
    ['nn-NO', 'nb'],
    ['no_NO', 'nb'],
    ['iw', 'he'],
    ['IW-il', 'he'],
    ['zh-Hant', 'zh'],
    ['zh_Hant_TW', 'zh'],
    ['ZH-hans-cn', 'zh'],
    ['cmn', 'zh'],
    ['yue-HK', 'zh'],
    ['zh-min-nan', 'zh'],
    ['fa-AF', 'fa'],
    ['mo', 'ro'],
    ['de_DE.UTF-8', 'de'],
    ['es-419', 'es'],
    ['sl-rozaj', 'en'],
    ['tlh', 'en'],
    ['und', 'en'],
    ['', 'en'],
    ['-', 'en'],
    ['x-private', 'en'],
    ['constructor', 'en'],
    ['valueOf', 'en'],
    ['__proto__', 'en'],
    ['日本語', 'en'],
  ])('of "%s" are those of %s', async (asked, given) => {
    const answer = await loadLabels(asked);
    expect(answer.language).toBe(given);
    expect(answer.labels).toBe((await loadLabels(given)).labels);
  });

  it('are in a language that we hold, whatever is asked for', () => {
    fc.assert(fc.property(fc.string(), (tag) => LANGUAGES.includes(heldLanguage(tag))));
  });
});

describe('textDirection', () => {
  it.each([
    ['ar', 'rtl'],
    ['ar-EG', 'rtl'],
    ['arz', 'rtl'],
    ['he', 'rtl'],
    ['iw', 'rtl'],
    ['fa_IR', 'rtl'],
    ['FA', 'rtl'],
    ['ur', 'rtl'],
    ['ps', 'rtl'],
    ['yi', 'rtl'],
    ['dv', 'rtl'],
    ['sd', 'rtl'],
    ['ug', 'rtl'],
    ['ckb', 'rtl'],
    ['syr', 'rtl'],
    ['nqo', 'rtl'],
    ['ku-Arab', 'rtl'],
    ['ku', 'ltr'],
    ['az-Arab', 'rtl'],
    ['az', 'ltr'],
    ['pa-PK', 'rtl'],
    ['pa', 'ltr'],
    ['uz_arab_AF', 'rtl'],
    ['ar-Latn', 'ltr'],
    ['he-Latn', 'ltr'],
    ['sd-Deva', 'ltr'],
    ['en', 'ltr'],
    ['hi', 'ltr'],
    ['ja', 'ltr'],
    ['und', 'ltr'],
    ['und-Hebr', 'rtl'],
    ['', 'ltr'],
    ['not a tag', 'ltr'],
  ] as const)('says that "%s" runs %s', (language, direction) => {
    expect(textDirection(language)).toBe(direction);
  });

  it.each(LANGUAGES)('has a right-to-left script for %s exactly when its own texts have', (language) => {
    const written = /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(labelsOf(language).summary);
    expect(textDirection(language)).toBe(written ? 'rtl' : 'ltr');
  });
});
