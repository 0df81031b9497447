import { type Article, readArticle } from '../../core/summarizer/article/read-article.ts';
import { markTerms } from '../../core/summarizer/model/mark-terms.ts';
import { markBoilerplate } from '../../core/summarizer/screening/boilerplate.ts';
import { listTerms } from '../../core/summarizer/terms/scan-terms.ts';
import type { Specimen } from '../evaluation/corpus.ts';
import { tokenizeForRouge } from '../evaluation/rouge.ts';

/** One training document: the article as the engine reads it and what its reference uses of it. */
export interface Lesson {
  article: Article;
  language: string;
  title: Uint8Array | undefined;
  /** By term number: 1 when the reference uses the term. */
  usedTerms: Uint8Array;
  /** Pairs of term numbers the reference uses, as `left * 2^26 + right`. */
  usedPairs: ReadonlySet<number>;
  /** Sentences in the tokens of ROUGE. */
  tokens: string[][];
  reference: string[];
  weight: number;
  compared: number;
  candidates: number[];
}

export const pairKey = (left: number, right: number): number => left * 2 ** 26 + right;

function findUse(
  article: Article,
  lines: readonly string[],
): { usedTerms: Uint8Array; usedPairs: Set<number> } {
  const usedTerms = new Uint8Array(article.table.size);
  const usedPairs = new Set<number>();
  for (const line of lines) {
    let before = -1;
    const list = listTerms(line);
    for (let at = 0; at < list.length; at += 1) {
      const term = article.table.find(list.hashAt(at));
      if (term >= 0) {
        usedTerms[term] = 1;
        if (before >= 0) usedPairs.add(pairKey(before, term));
      }
      before = term;
    }
  }
  return { usedTerms, usedPairs };
}

/**
 * Reads a training document. References far shorter than a summary of the compared length describe another task
 * (two highlights of an old page), so they count less.
 */
export function readLesson(specimen: Specimen, compared: number): Lesson {
  const article = readArticle(specimen.text, specimen.language);
  const boilerplate = markBoilerplate(article);
  const [lines = []] = specimen.references;
  const reference = lines.flatMap((line) => tokenizeForRouge(line, specimen.language));
  return {
    article,
    language: specimen.language,
    title: markTerms(article, specimen.title),
    ...findUse(article, lines),
    tokens: article.sentences.map((sentence) => tokenizeForRouge(sentence.text, specimen.language)),
    reference,
    weight: reference.length >= compared * SHORTEST_FULL_REFERENCE ? 1 : SHORT_REFERENCE_WEIGHT,
    compared,
    candidates: article.sentences.flatMap((_, index) => (boilerplate[index] === 1 ? [] : [index])),
  };
}

/** Words of reference per compared sentence below which a document counts less; from the train split. */
const SHORTEST_FULL_REFERENCE = 12.5;
const SHORT_REFERENCE_WEIGHT = 0.4;
