import { type Models, summarize } from '../../../core/summarizer/index.ts';
import { type JudgedArticle, shownIn } from './bench.ts';
import { rankByBm25 } from './bm25.ts';
import type { Piece } from './judge.ts';

/** A way of choosing sentences of a judged article. */
export interface Reader {
  name: string;
  choose: (article: JudgedArticle, count: number) => Piece[];
}

/** A way of answering a question about it: sentences, the best one first. */
export interface Answerer {
  name: string;
  answer: (article: JudgedArticle, query: string, count: number) => { pieces: Piece[]; answered: boolean };
}

const FURNITURE = new Set(['caption', 'boilerplate', 'list-line', 'table', 'label', 'footnote', 'subscribe']);

/** What a caller of ours knows of an article. */
export const knownOf = ({ language, title, description }: JudgedArticle) => ({
  language,
  title,
  ...(description === null ? {} : { description }),
});

const summarizeWith = (article: JudgedArticle, options: Parameters<typeof summarize>[1], models?: Models) => {
  const result = summarize(article.text, options, models);
  return {
    answered: result.answered,
    pieces: result.sentences
      .map(({ offset, length }) => shownIn(article, offset, offset + length))
      .filter((piece) => piece.length > 0),
  };
};

export const oursReading: Reader = {
  name: 'standfirst',
  choose: (article, count) => summarizeWith(article, { ...knownOf(article), sentences: count }).pieces,
};

/** Ours with models that were learned without the article at hand. */
export const unseenReading = (modelsOf: (article: JudgedArticle) => Models): Reader => ({
  name: 'standfirst, learned without the article',
  choose: (article, count) =>
    summarizeWith(article, { ...knownOf(article), sentences: count }, modelsOf(article)).pieces,
});

export const unseenAnswering = (modelsOf: (article: JudgedArticle) => Models): Answerer => ({
  name: 'standfirst, learned without the article',
  answer: (article, query, count) =>
    summarizeWith(article, { ...knownOf(article), query, sentences: count }, modelsOf(article)),
});

export const readers: readonly Reader[] = [
  oursReading,
  {
    name: 'standfirst, text alone',
    choose: (article, count) =>
      summarizeWith(article, { language: article.language, sentences: count }).pieces,
  },
  { name: 'lead', choose: ({ sentences }, count) => sentences.slice(0, count).map((_, index) => [index]) },
  {
    name: 'lead of a page cleaned by an oracle',
    choose: ({ sentences }, count) =>
      sentences
        .flatMap(({ mark, why }, index) => (mark === 'never' && FURNITURE.has(why ?? '') ? [] : [[index]]))
        .slice(0, count),
  },
  {
    name: 'BM25 of the headline',
    choose: (article, count) => rankByBm25(article, article.title).slice(0, count),
  },
  {
    name: 'BM25 of headline and description',
    choose: (article, count) =>
      rankByBm25(article, `${article.title} ${article.description ?? ''}`).slice(0, count),
  },
];

export const answerers: readonly Answerer[] = [
  {
    name: 'standfirst',
    answer: (article, query, count) =>
      summarizeWith(article, { ...knownOf(article), query, sentences: count }),
  },
  {
    name: 'BM25 with stems',
    answer: (article, query, count) => ({
      pieces: rankByBm25(article, query).slice(0, count),
      answered: true,
    }),
  },
];
