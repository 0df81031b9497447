import { Arena } from '../memory/arena.ts';
import { type Sentence, splitParagraphs } from '../sentences/split-sentences.ts';
import { type Scan, scanText } from '../terms/scan-terms.ts';
import type { TermList } from '../terms/term-list.ts';
import type { TermTable } from '../terms/term-table.ts';
import { datelineLength, leadOf, timeMarkLength } from './datelines.ts';
import { connectiveLength } from './leading-connectives.ts';
import { returns } from './returning-leads.ts';
import { signsOf } from './scan-signs.ts';
import { TermDealer } from './term-dealer.ts';

/** A text read once: its sentences, and its terms as numbers, ready for counting. */
export interface Article {
  text: string;
  language: string;
  /** Where whatever is learned of the article is laid down. */
  arena: Arena;
  sentences: readonly Sentence[];
  /** Paragraph of each sentence, from 1. */
  paragraphs: readonly number[];
  table: TermTable;
  /** Term numbers in reading order; sentence s has `terms[starts[s] .. starts[s + 1])`. */
  terms: Int32Array;
  starts: Int32Array;
  /** Place and shape of each term in `terms`. */
  list: TermList;
  /** What the marks of each sentence say, as bits; asked through `sentence-signs.ts`. */
  signs: readonly number[];
  /** The different terms of each sentence: sentence s has `distinct.items[distinct.starts[s] .. distinct.starts[s + 1])`. */
  distinct: Lists;
}

/** An article of usual words needs about this much per UTF-16 unit, from scanning to choosing. */
const BYTES_PER_UNIT = 32;

/** Memory for reading, ranking and choosing. */
export const arenaFor = (text: string): Arena => new Arena(text.length * BYTES_PER_UNIT);

/** How many terms a sentence has, each as often as it stands there. */
export const termCount = ({ starts }: Pick<Article, 'starts'>, sentence: number): number =>
  (starts[sentence + 1] as number) - (starts[sentence] as number);

/** Lists of numbers, one a sentence, laid end to end. */
export interface Lists {
  items: Int32Array;
  starts: Int32Array;
}

/** Sum of the values of the different items of each sentence. */
export function sumDistinct({ items, starts }: Lists, values: Float64Array, arena: Arena): Float64Array {
  const sums = arena.float64(starts.length - 1);
  for (let sentence = 0; sentence < sums.length; sentence += 1) {
    const to = starts[sentence + 1] as number;
    let sum = 0;
    for (let at = starts[sentence] as number; at < to; at += 1) sum += values[items[at] as number] as number;
    sums[sentence] = sum;
  }
  return sums;
}

/**
 * The place and agency before the first sentence are no part of it, nor is the time before an entry of a live blog, nor
 * a connective that ties it to the one before; the offset moves past them.
 */
function withoutPreamble(
  text: string,
  sentence: Sentence,
  language: string,
  isFirst: boolean,
  opensParagraph: boolean,
): Sentence {
  const dateline = isFirst && !returns(text, leadOf(sentence.text)) ? datelineLength(sentence.text) : 0;
  const mark = dateline === 0 && opensParagraph ? timeMarkLength(sentence.text) : dateline;
  const cut = mark === 0 && !isFirst ? connectiveLength(sentence.text, language) : mark;
  return cut === 0
    ? sentence
    : { text: sentence.text.slice(cut), offset: sentence.offset + cut, length: sentence.length - cut };
}

/** The different items of each sentence, in order of first sight; negative ones are left out. */
export function listDistinct(items: Int32Array, starts: Int32Array, kinds: number, arena: Arena): Lists {
  const count = starts.length - 1;
  const kept = arena.int32(starts[count] as number);
  const keptStarts = arena.int32(starts.length);
  const seenIn = arena.int32(kinds);
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

/**
 * Reads a text: sentences with words, their paragraphs and terms. Linear.
 *
 * @param scan - Of the whole text; its terms belong to the article from now on.
 */
export function readArticle(
  text: string,
  language: string,
  arena: Arena = arenaFor(text),
  { terms: list, marks }: Scan = scanText(text, arena),
): Article {
  const { sentences: all, paragraphs: allParagraphs } = splitParagraphs(text, language, marks);
  const sentences: Sentence[] = [];
  const paragraphs: number[] = [];
  const signs: number[] = [];
  const dealer = new TermDealer(list, arena);
  let mark = 0;
  const allStarts = arena.int32(all.length + 1);
  for (let index = 0; index < all.length; index += 1) {
    const opensParagraph = allParagraphs[index] !== allParagraphs[index - 1];
    const sentence = withoutPreamble(text, all[index] as Sentence, language, index === 0, opensParagraph);
    const end = sentence.offset + sentence.length;
    dealer.deal(sentence.offset, end);
    if (dealer.count === allStarts[sentences.length]) continue;
    mark = marks.firstFrom(sentence.offset, mark);
    signs.push(signsOf(text, sentence.offset, end, marks, mark));
    sentences.push(sentence);
    allStarts[sentences.length] = dealer.count;
    paragraphs.push(allParagraphs[index] as number);
  }
  const { table, terms } = dealer.finish();
  const starts = allStarts.subarray(0, sentences.length + 1);
  const distinct = listDistinct(terms, starts, table.size, arena);
  return { text, language, arena, sentences, paragraphs, table, terms, starts, list, signs, distinct };
}
