import type { Article } from '../article/read-article.ts';
import { functionWordsOf } from '../language/word-holders.ts';
import { TERM_UNSPACED } from '../terms/term-list.ts';
import { TermTable } from '../terms/term-table.ts';
import { hashStem } from './stems.ts';

/** The words of an article by what they share with their other forms. */
export interface StemIndex {
  table: TermTable;
  /** Stem number of each term; -1 for function words. */
  ofTerm: Int32Array;
  /** Different stems of each sentence, function words left out. */
  counts: Int32Array;
  meanCount: number;
  /** Sentences that hold each stem. */
  held: Int32Array;
}

/** Numbers the stems of an article. Linear; made only where a headline, a description or a question is matched. */
export function indexStems(article: Article): StemIndex {
  const { table: terms, list, language, arena, distinct, sentences, text } = article;
  const table = new TermTable(terms.size, arena);
  const ofTerm = arena.int32(terms.size).fill(-2);
  const isFunctionWord = functionWordsOf(language);
  for (let term = 0; term < terms.size; term += 1) if (isFunctionWord(terms.hashAt(term))) ofTerm[term] = -1;
  const total = article.starts.at(-1) as number;
  for (let at = 0; at < total; at += 1) {
    const term = article.terms[at] as number;
    if (ofTerm[term] !== -2) continue;
    const from = list.offsetAt(at);
    const unspaced = (list.shapeAt(at) & TERM_UNSPACED) !== 0;
    ofTerm[term] = table.add(
      unspaced ? terms.hashAt(term) : hashStem(text, from, from + list.lengthAt(at), language),
    );
  }
  const held = arena.int32(table.size);
  const seenIn = arena.int32(table.size);
  const counts = arena.int32(sentences.length);
  let sum = 0;
  for (let sentence = 0; sentence < sentences.length; sentence += 1) {
    const end = distinct.starts[sentence + 1] as number;
    for (let at = distinct.starts[sentence] as number; at < end; at += 1) {
      const stem = ofTerm[distinct.items[at] as number] as number;
      if (stem < 0 || seenIn[stem] === sentence + 1) continue;
      seenIn[stem] = sentence + 1;
      held[stem] = (held[stem] as number) + 1;
      counts[sentence] = (counts[sentence] as number) + 1;
    }
    sum += counts[sentence] as number;
  }
  return { table, ofTerm, counts, meanCount: Math.max(1, sum / Math.max(1, sentences.length)), held };
}
