import { describe, expect, it } from 'vitest';
import { detectLanguage, splitSentences } from '../../src/core/summarizer/index.ts';
import { type DetectCase, type Failure, readTextCases, report, type SplitCase } from './kinds-cases.ts';

/** Cases that should not pass as they are written, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'L-names': 'six names and one verb: what tells German here would call many lists of names German',
  'L-result': 'names of towns and numbers; one word is English, and a wrong answer is worse than none',
};

const cases = readTextCases();
const folded = (text: string) => text.replace(/\s+/gu, ' ').trim();

function judgeSplit({ id, kind, lang, input, expected }: SplitCase): Failure[] {
  const found = splitSentences(input, lang).map(({ text }) => folded(text));
  const wanted = expected.map(folded);
  return JSON.stringify(found) === JSON.stringify(wanted) ? [] : [{ id, kind, found, wanted }];
}

function judgeLanguage({ id, kind, input, expected }: DetectCase): Failure[] {
  const found = detectLanguage(input);
  return expected.split('/').includes(found) ? [] : [{ id, kind, found, wanted: expected }];
}

describe.skipIf(cases === undefined)('texts as the world writes them', () => {
  it('are cut into their sentences', () => {
    const splits = (cases ?? []).filter((one) => one.area === 'split');
    expect(report('sentences', splits, splits.flatMap(judgeSplit), EXCEPTIONS)).toEqual([]);
  });

  it('are told by their language, or left undetermined', () => {
    const languages = (cases ?? []).filter((one) => one.area === 'detect');
    expect(report('languages', languages, languages.flatMap(judgeLanguage), EXCEPTIONS)).toEqual([]);
  });
});
