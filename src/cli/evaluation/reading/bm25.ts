import { stemWord } from '../porter-stemmer.ts';
import type { JudgedArticle } from './bench.ts';
import type { Piece } from './judge.ts';

const STOP_WORDS = new Set(
  'a an and are as at be been but by can could did do does for from had has have he her his how i in is it its many much my of on or our she should so than that the their them they this to was we were what when where which who why will with would you your'.split(
    ' ',
  ),
);
const ASKS = /[?？؟]\s*["'”’»)\]]*$/u;
/** The usual settings (Robertson & Zaragoza, 2009). */
const K1 = 1.2;
const B = 0.75;
const PREFIX = 5;
const ARABIC_PREFIX = 4;

/** Stems in English, pairs of characters in Japanese, prefixes elsewhere. */
function stemsOf(text: string, language: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  if (language === 'ja') {
    const characters = folded.replace(/[^\p{L}\p{N}]+/gu, '');
    return Array.from({ length: Math.max(0, characters.length - 1) }, (_, at) =>
      characters.slice(at, at + 2),
    );
  }
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (language === 'en') return words.filter((word) => !STOP_WORDS.has(word)).map(stemWord);
  if (language === 'ar')
    return words.map((word) => word.replace(/^(?:[وفبلك]?ال|و|ل)/u, '').slice(0, ARABIC_PREFIX));
  return words.map((word) => word.slice(0, PREFIX));
}

/** What twenty lines reach: sentences by BM25 of a query, best first; sentences that ask last. */
export function rankByBm25({ sentences, language }: JudgedArticle, query: string): Piece[] {
  const documents = sentences.map(({ text }) => stemsOf(text, language));
  const mean = documents.reduce((sum, words) => sum + words.length, 0) / documents.length || 1;
  const scores = documents.map(() => 0);
  for (const stem of new Set(stemsOf(query, language))) {
    const holding = documents.filter((words) => words.includes(stem)).length;
    const rarity = Math.log(1 + (documents.length - holding + 0.5) / (holding + 0.5));
    documents.forEach((words, at) => {
      const times = words.filter((word) => word === stem).length;
      const share = (times * (K1 + 1)) / (times + K1 * (1 - B + (B * words.length) / mean));
      scores[at] = (scores[at] as number) + rarity * share;
    });
  }
  sentences.forEach(({ text }, at) => {
    if (ASKS.test(text)) scores[at] = 0;
  });
  return scores
    .map((_, at) => at)
    .sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
    .map((at) => [at]);
}
