import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../../src/core/summarizer/index.ts';

const suites = process.env.SUITES ?? fileURLToPath(new URL('../../../../../shared/suites', import.meta.url));
const file = `${suites}/sentences/sentences.dev.jsonl.gz`;

interface Case {
  lang: string;
  text: string;
  sources: string[];
  sentences: string[];
  alternatives?: { sentences: string[] }[];
}

function readCases(): Case[] | undefined {
  if (!existsSync(file)) {
    console.log(`skipped: no sentence cases at ${file} (the folder is taken from SUITES)`);
    return undefined;
  }
  return gunzipSync(readFileSync(file))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case);
}

const unspaced = (text: string) => text.replace(/\s+/gu, '');

function endsOf(sentences: readonly string[]): Set<number> {
  let end = 0;
  return new Set(
    sentences.map((sentence) => {
      end += unspaced(sentence).length;
      return end;
    }),
  );
}

function judge(found: readonly string[], wanted: readonly string[]): { f1: number; exact: boolean } {
  const [ours, theirs] = [endsOf(found), endsOf(wanted)];
  const hits = [...ours].filter((end) => theirs.has(end)).length;
  return {
    f1: (2 * hits) / Math.max(1, ours.size + theirs.size),
    exact: found.map(unspaced).join('\n') === wanted.map(unspaced).join('\n'),
  };
}

function judgeCase({ text, lang, sentences, alternatives = [] }: Case): { f1: number; exact: boolean } {
  const found = splitSentences(text, lang).map((sentence) => sentence.text);
  const results = [sentences, ...alternatives.map((alternative) => alternative.sentences)].map((wanted) =>
    judge(found, wanted),
  );
  return {
    f1: Math.max(...results.map((result) => result.f1)),
    exact: results.some((result) => result.exact),
  };
}

const shareOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const cases = readCases();

describe('splitSentences on the outside cases', () => {
  it.skipIf(cases === undefined)(
    'ends sentences where their authors do: F1 at least 0.97, exact at least 0.9',
    () => {
      const results = (cases ?? []).map(judgeCase);
      expect(shareOf(results.map((result) => result.f1))).toBeGreaterThanOrEqual(0.97);
      expect(shareOf(results.map((result) => (result.exact ? 1 : 0)))).toBeGreaterThanOrEqual(0.9);
    },
  );

  it.skipIf(cases === undefined)('keeps at least 94 % of the English golden rules', () => {
    const golden = (cases ?? []).filter(
      ({ lang, sources }) => lang === 'en' && sources.includes('pysbd-golden'),
    );
    expect(shareOf(golden.map((one) => (judgeCase(one).exact ? 1 : 0)))).toBeGreaterThanOrEqual(0.94);
  });
});

describe('splitSentences', () => {
  it.each([
    { language: 'en', sentences: ['Dr. Marlow of the U.S. Navy left.', 'She paid $3.50.'] },
    { language: 'en', sentences: ['He said: "We waited. Nobody came."', 'Then he left.'] },
    { language: 'en', sentences: ['They met at 5 p.m. on Monday.', 'It rained.'] },
    { language: 'en', sentences: ['J. R. Hart wrote it.', 'Is it good?', 'Yes!'] },
    { language: 'de', sentences: ['Am 3. Mai wird z. B. die Brücke gesperrt.', 'Das dauert.'] },
    { language: 'de', sentences: ['Es waren zwölf, danach 42.', 'Lassow führt das auf Bojen zurück.'] },
    { language: 'de', sentences: ['Sie feiert den 42. Geburtstag am 5. Juni.', 'Alle kommen.'] },
    { language: 'fr', sentences: ['M. Petit arrive à 9 h.', 'Il repart.'] },
    { language: 'ru', sentences: ['В 1998 г. мост закрыли.', 'Потом открыли.'] },
    { language: 'hi', sentences: ['पुल बंद है।', 'लोग नाराज हैं।'] },
    { language: 'ur', sentences: ['پل بند ہے۔', 'لوگ ناراض ہیں۔'] },
    { language: 'am', sentences: ['ድልድዩ ተዘግቷል።', 'ሰዎች ተቆጡ።'] },
  ])('cuts $language into $sentences', ({ language, sentences }) => {
    expect(splitSentences(sentences.join(' '), language).map((sentence) => sentence.text)).toEqual(sentences);
  });

  it.each([
    { title: 'a missing space', text: 'Le pont ferme lundi.Les habitants protestent.', sentences: 2 },
    {
      title: 'an address',
      text: 'Write to Ann.Lee@mail.example or see www.Example.org/News.Html today.',
      sentences: 1,
    },
    {
      title: 'a wrapped line',
      text: 'The council said on Monday that the bridge\nwould close for eleven weeks.',
      sentences: 1,
    },
    { title: 'a list', text: '• bread\n• milk\n• salt', sentences: 3 },
    { title: 'a list in one line', text: '1. The first item 2. The second item 3. The third', sentences: 3 },
    {
      title: 'numbers that a space without width joins to their words',
      text: 'Rules 1)\u200brun 2)\u200bshout stand on the wall.',
      sentences: 1,
    },
    { title: 'a list whose last item is empty', text: 'Buy • bread • \n\nNext', sentences: 4 },
    { title: 'Japanese in brackets', text: '「はい。そうです。」と彼は言った。次の日。', sentences: 2 },
    { title: 'two paragraphs without marks', text: 'One line\n\nAnother line', sentences: 2 },
  ])('reads $title', ({ text, sentences }) => {
    expect(splitSentences(text)).toHaveLength(sentences);
  });
});
