import { hasWord } from './characters.ts';
import { datelineLength } from './datelines.ts';
import { scanTerms } from './scan-terms.ts';
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
  /** What each term in `terms` looks like; see `scan-terms.ts`. */
  shapes: Uint8Array;
  /** Where each term in `terms` begins in the text. */
  offsets: Int32Array;
}

/** Longest possible number of terms: one per unit in scripts without spaces, one per two units elsewhere. */
const EXPECTED_UNITS_PER_TERM = 5;
/** Lengths are kept in sixteen bits. */
const LONGEST_LENGTH = 0xffff;

class TermBuffer {
  terms: Int32Array;
  shapes: Uint8Array;
  offsets: Int32Array;
  length = 0;

  constructor(expected: number) {
    this.terms = new Int32Array(expected);
    this.shapes = new Uint8Array(expected);
    this.offsets = new Int32Array(expected);
  }

  push(term: number, shape: number, offset: number): void {
    if (this.length === this.terms.length) this.#grow();
    this.terms[this.length] = term;
    this.shapes[this.length] = shape;
    this.offsets[this.length] = offset;
    this.length += 1;
  }

  #grow(): void {
    const { terms, shapes, offsets } = this;
    this.terms = new Int32Array(terms.length * 2);
    this.shapes = new Uint8Array(terms.length * 2);
    this.offsets = new Int32Array(terms.length * 2);
    this.terms.set(terms);
    this.shapes.set(shapes);
    this.offsets.set(offsets);
  }
}

/** The place and agency before the first sentence are no part of it; its offset moves past them. */
function withoutDateline(sentence: Sentence): Sentence {
  const cut = datelineLength(sentence.text);
  return cut === 0
    ? sentence
    : { text: sentence.text.slice(cut), offset: sentence.offset + cut, length: sentence.length - cut };
}

/** Reads a text: sentences with words, their paragraphs and terms. Linear. */
export function readArticle(text: string, language: string): Article {
  const { sentences: all, paragraphs: allParagraphs } = splitParagraphs(text, language);
  const sentences: Sentence[] = [];
  const paragraphs: number[] = [];
  const expected = Math.max(16, Math.ceil(text.length / EXPECTED_UNITS_PER_TERM));
  const table = new TermTable(expected >> 1);
  const buffer = new TermBuffer(expected);
  const starts: number[] = [];
  const sink = (hash: number, start: number, end: number, shape: number) =>
    buffer.push(table.add(hash, Math.min(end - start, LONGEST_LENGTH)), shape, start);
  for (let index = 0; index < all.length; index += 1) {
    const sentence = index === 0 ? withoutDateline(all[index] as Sentence) : (all[index] as Sentence);
    const from = buffer.length;
    scanTerms(text, sentence.offset, sentence.offset + sentence.length, sink);
    if (!hasWord(text, sentence.offset, sentence.offset + sentence.length)) continue;
    starts.push(from);
    sentences.push(sentence);
    paragraphs.push(allParagraphs[index] as number);
  }
  starts.push(buffer.length);
  const { terms, shapes, offsets } = buffer;
  return {
    text,
    language,
    sentences,
    paragraphs,
    table,
    terms,
    starts: Int32Array.from(starts),
    shapes,
    offsets,
  };
}
