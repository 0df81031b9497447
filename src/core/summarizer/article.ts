import { hasWord } from './characters.ts';
import { datelineLength, timeMarkLength } from './datelines.ts';
import { roomForTerms, scanTerms, type TermList } from './scan-terms.ts';
import { type Sentence, splitParagraphs } from './split-sentences.ts';
import { TermTable } from './term-table.ts';

/** A text read once: its sentences, and its terms as numbers, ready for counting. */
export interface Article {
  text: string;
  language: string;
  sentences: readonly Sentence[];
  /** Paragraph of each sentence, from 1. */
  paragraphs: readonly number[];
  table: TermTable;
  /** Term numbers in reading order; sentence s has `terms[starts[s] .. starts[s + 1])`. */
  terms: Int32Array;
  starts: Int32Array;
  /** Place and shape of each term in `terms`. */
  list: TermList;
  /** Kinds of marks in each sentence, as bits; see {@link scanTerms}. */
  marks: readonly number[];
  /** The different terms of each sentence: sentence s has `distinct.items[distinct.starts[s] .. distinct.starts[s + 1])`. */
  distinct: Lists;
}

/** How many terms a sentence has, each as often as it stands there. */
export const termCount = ({ starts }: Pick<Article, 'starts'>, sentence: number): number =>
  (starts[sentence + 1] as number) - (starts[sentence] as number);

/** Lists of numbers, one a sentence, laid end to end. */
export interface Lists {
  items: Int32Array;
  starts: Int32Array;
}

/**
 * The place and agency before the first sentence are no part of it, nor is the time before an entry of a live blog;
 * the offset moves past them.
 */
function withoutPreamble(sentence: Sentence, isFirst: boolean, opensParagraph: boolean): Sentence {
  const dateline = isFirst ? datelineLength(sentence.text) : 0;
  const cut = dateline === 0 && opensParagraph ? timeMarkLength(sentence.text) : dateline;
  return cut === 0
    ? sentence
    : { text: sentence.text.slice(cut), offset: sentence.offset + cut, length: sentence.length - cut };
}

/** The different items of each sentence, in order of first sight; negative ones are left out. */
export function listDistinct(items: Int32Array, starts: Int32Array, kinds: number): Lists {
  const count = starts.length - 1;
  const kept = new Int32Array(starts[count] as number);
  const keptStarts = new Int32Array(starts.length);
  const seenIn = new Int32Array(kinds);
  let length = 0;
  for (let sentence = 0; sentence < count; sentence += 1) {
    const to = starts[sentence + 1] as number;
    for (let at = starts[sentence] as number; at < to; at += 1) {
      const item = items[at] as number;
      if (item < 0 || seenIn[item] === sentence + 1) continue;
      seenIn[item] = sentence + 1;
      kept[length] = item;
      length += 1;
    }
    keptStarts[sentence + 1] = length;
  }
  return { items: kept, starts: keptStarts };
}

function numberTerms(list: TermList, table: TermTable): Int32Array {
  const terms = new Int32Array(list.length);
  for (let at = 0; at < terms.length; at += 1) terms[at] = table.add(list.hashAt(at));
  return terms;
}

/** Reads a text: sentences with words, their paragraphs and terms. Linear. */
export function readArticle(text: string, language: string): Article {
  const { sentences: all, paragraphs: allParagraphs } = splitParagraphs(text, language);
  const sentences: Sentence[] = [];
  const paragraphs: number[] = [];
  const marks: number[] = [];
  const list = roomForTerms(text.length);
  const from: number[] = [0];
  for (let index = 0; index < all.length; index += 1) {
    const opensParagraph = allParagraphs[index] !== allParagraphs[index - 1];
    const sentence = withoutPreamble(all[index] as Sentence, index === 0, opensParagraph);
    const end = sentence.offset + sentence.length;
    const seen = scanTerms(text, sentence.offset, end, list);
    if (!hasWord(text, sentence.offset, end)) {
      list.length = from.at(-1) ?? 0;
      continue;
    }
    from.push(list.length);
    marks.push(seen);
    sentences.push(sentence);
    paragraphs.push(allParagraphs[index] as number);
  }
  const table = new TermTable(list.length >> 1);
  const terms = numberTerms(list, table);
  const starts = Int32Array.from(from);
  const distinct = listDistinct(terms, starts, table.size);
  return { text, language, sentences, paragraphs, table, terms, starts, list, marks, distinct };
}
