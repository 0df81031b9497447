import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/core/summarizer/index.ts';
import { type Failure, readTextCases, report, type SplitCase } from './kinds-cases.ts';

/** Cases that should not pass as they are written, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {};

const cases = readTextCases();
const folded = (text: string) => text.replace(/\s+/gu, ' ').trim();

function judgeSplit({ id, kind, lang, input, expected }: SplitCase): Failure[] {
  const found = splitSentences(input, lang).map(({ text }) => folded(text));
  const wanted = expected.map(folded);
  return JSON.stringify(found) === JSON.stringify(wanted) ? [] : [{ id, kind, found, wanted }];
}

describe.skipIf(cases === undefined)('texts as the world writes them', () => {
  it('are cut into their sentences', () => {
    const splits = (cases ?? []).filter((one) => one.area === 'split');
    expect(report('sentences', splits, splits.flatMap(judgeSplit), EXCEPTIONS)).toEqual([]);
  });
});
