import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinParagraphs } from '../../../src/core/content/body/paragraph.ts';
import { renderText } from '../../../src/core/content/render-text.ts';
import { DomainError } from '../../../src/core/errors.ts';
import { BODY_MAX_ELEMENTS } from '../../../src/core/limits.ts';
import { TRAINED } from '../../../src/core/summarizer/answering-models.ts';
import { SUMMARY_TYPES } from '../../../src/core/summary/presets.ts';
import type { Summary } from '../../../src/core/summary/summary.ts';
import { wantedSentences } from '../../../src/core/summary/wanted.ts';
import { summarizeRendered } from '../../../src/flows/summarize-text.ts';
import { type SummaryRequest, summaryRequestSchema } from '../../../src/flows/summary-request.ts';

/** Text as it really comes in: every script, and everything that breaks splitters. */
const piece = fc.oneof(
  fc.lorem({ maxCount: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    'Ärzte ohne Grenzen e. V. hilft.',
    '橋は来月閉鎖される。市長が発表した。',
    'الجسر مغلق. متى يفتح؟',
    'पुल बंद है। कल खुलेगा।',
    'สะพานปิดแล้ว',
    '👩‍👩‍👧 went home 🏳️‍🌈.',
    'e\u0301te\u0301 et nai\u0308ve.',
    'no\u00a0break\u00a0space',
    'line\r\nbreak',
    '\n\n',
    '…',
    '3.5 million',
    '\ud800',
    '\u202eright to left\u202c',
  ),
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' '));
const options = fc.record({
  type: fc.constantFrom(...SUMMARY_TYPES),
  sentences: fc.integer({ min: 1, max: 20 }),
  order: fc.constantFrom('offset' as const, 'rank' as const),
});

function summarize(source: string, members: object): Summary | undefined {
  const request: SummaryRequest = summaryRequestSchema().parse({ text: source, ...members });
  try {
    return summarizeRendered(renderText(source), request, TRAINED);
  } catch (error) {
    if (error instanceof DomainError && error.fault.kind === 'nothing-to-summarise') return undefined;
    throw error;
  }
}

function articleText(source: string): string {
  const rendered = renderText(source);
  if (!rendered.ok) throw new Error('plain text nests nothing');
  return joinParagraphs(rendered.content.paragraphs);
}

describe('a summary', () => {
  it('points at its sentences exactly', () => {
    fc.assert(
      fc.property(text, options, (source, members) => {
        const whole = articleText(source);
        for (const { text: sentence, offset, length, rankScore, paragraph } of summarize(source, members)
          ?.sentences ?? []) {
          expect(whole.slice(offset ?? -1, (offset ?? -1) + (length ?? 0))).toBe(sentence);
          expect(whole.slice(0, offset ?? 0).split('\n\n')).toHaveLength(paragraph ?? 0);
          expect(rankScore).toBeGreaterThanOrEqual(0);
          expect(rankScore).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('exists for every text with words, and for none without', () => {
    fc.assert(
      fc.property(text, options, (source, members) => {
        const hasWords = /[\p{L}\p{N}]/u.test(articleText(source));
        expect((summarize(source, members)?.sentences.length ?? 0) > 0).toBe(hasWords);
      }),
    );
  });

  it('is never longer than the text, nor than was asked for', () => {
    fc.assert(
      fc.property(text, options, (source, members) => {
        const summary = summarize(source, members);
        if (summary === undefined) return;
        const units = summary.sentences.reduce((sum, sentence) => sum + sentence.text.length, 0);
        expect(units).toBeLessThanOrEqual(articleText(source).length);
        expect(summary.sentences.length).toBeLessThanOrEqual(wantedSentences(members));
      }),
    );
  });

  it('says so when there were fewer sentences than asked for', () => {
    fc.assert(
      fc.property(text, options, (source, members) => {
        const summary = summarize(source, members);
        if (summary === undefined || summary.sentences.length === members.sentences) return;
        expect(summary.warnings.some((warning) => /already-short|fewer-sentences/u.test(warning))).toBe(true);
      }),
    );
  });

  it.each([
    ['Who won the chess cup?', ['no-answer']],
    ['When does the bridge open?', []],
  ])('says so when "%s" has no answer, and only then', (query, warnings) => {
    const source =
      'The bridge opens on Friday. Buses will cross it first. The old ferry was sold to an island.';
    expect(summarize(source, { query, language: 'en', sentences: 1 })?.warnings).toEqual(warnings);
  });

  it('is the same, byte for byte, for the same text and options', () => {
    fc.assert(
      fc.property(text, options, (source, members) => {
        expect(JSON.stringify(summarize(source, members))).toBe(JSON.stringify(summarize(source, members)));
      }),
    );
  });

  it.each([
    ['without any full stop', `${'word '.repeat(200_000)}`],
    ['of a million letters in one word', 'a'.repeat(1_000_000)],
    ['of many short sentences', 'It rained. '.repeat(90_000)],
    ['of many paragraphs', 'It rained all day.\n\n'.repeat(BODY_MAX_ELEMENTS)],
  ])('stands for a text of a megabyte %s', (_, source) => {
    const summary = summarize(source, { type: 'key-points' });
    expect(summary?.sentences.length).toBeGreaterThan(0);
  });

  it.each([
    ['One sentence only.', 1],
    ['Two sentences. No more.', 2],
  ])('of "%s" is the text itself, marked as already short', (source, count) => {
    const summary = summarize(source, {});
    expect(summary?.sentences).toHaveLength(count);
    expect(summary?.warnings).toEqual(['already-short']);
  });
});
