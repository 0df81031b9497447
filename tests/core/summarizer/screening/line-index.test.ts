import { describe, expect, it } from 'vitest';
import {
  ASKS_TO_FOLLOW,
  howItOpens,
  IS_LINE,
  lineIndexOf,
  mayOpen,
} from '../../../../src/core/summarizer/screening/line-index.ts';
import { skipLeadingMarks, termAt } from '../../../../src/core/summarizer/screening/line-openings.ts';
import { LINES_AROUND_STORY } from '../../../../src/core/summarizer/screening/lines-around-story.ts';

function look(text: string, language: string): number {
  const first = termAt(text, 0).hash;
  const index = lineIndexOf(language);
  return mayOpen(index, first) ? howItOpens(text, first, index) : 0;
}

/** An opening as a page shows it: behind a label stands its sign, behind a whole line nothing. */
function shown(line: string): string {
  const words = line.slice(skipLeadingMarks(line));
  return words.endsWith('$') ? words.slice(0, -1).trimEnd() : words;
}

const beginsWithWord = (line: string) => /^[\p{L}\p{N}]/u.test(shown(line));

describe('lines around the story', () => {
  it.each(Object.entries(LINES_AROUND_STORY))('are found by how they open: %s', (language, lines) => {
    const missed = lines.opens
      .filter(beginsWithWord)
      .filter((line) => (look(shown(line), language) & IS_LINE) === 0);
    const unasked = (lines.follow ?? [])
      .filter(beginsWithWord)
      .filter((line) => (look(shown(line), language) & ASKS_TO_FOLLOW) === 0);
    expect([missed, unasked]).toEqual([[], []]);
  });

  it.each([
    ['advertisement', IS_LINE],
    ['advertisement rules were tightened on monday.', 0],
    ['photo: anna holm', IS_LINE],
    ['photographs of the pier were shown.', 0],
    ['anzeige', 0],
    ['the bridge will close for eleven weeks.', 0],
  ])('take "%s" in an English text as they should', (text, how) => {
    expect(look(text, 'en')).toBe(how);
  });

  it('are told in English beside every other language', () => {
    expect(look('anzeige', 'de')).toBe(IS_LINE);
    expect(look('advertisement', 'de')).toBe(IS_LINE);
  });
});
