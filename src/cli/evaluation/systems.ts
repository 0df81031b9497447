import { detectLanguage, splitSentences, summarize } from '../../core/summarizer/index.ts';
import type { Specimen } from './corpus.ts';
import { rankByTextRank } from './text-rank.ts';

/** A way of making a summary: chosen sentences in reading order. */
export interface System {
  name: string;
  /** Languages it was made for; all when absent. */
  languages?: readonly string[];
  summarize: (specimen: Specimen, sentences: number) => string[] | Promise<string[]>;
}

export const ours: System = {
  name: 'standfirst',
  summarize: ({ text, title, language }, sentences) =>
    summarize(text, { language, sentences, ...(title === undefined ? {} : { title }) }).sentences.map(
      (sentence) => sentence.text,
    ),
};

/** Ours as a caller that knows neither the language nor the headline. */
export const oursUnaided: System = {
  name: 'standfirst, text alone',
  summarize: ({ text }, sentences) =>
    summarize(text, { language: detectLanguage(text), sentences }).sentences.map((sentence) => sentence.text),
};

export const lead: System = {
  name: 'lead',
  summarize: ({ text, language }, sentences) =>
    splitSentences(text, language)
      .slice(0, sentences)
      .map((sentence) => sentence.text),
};

export const textRank: System = {
  name: 'textrank (ours)',
  summarize: ({ text, language }, sentences) => {
    const all = splitSentences(text, language).map((sentence) => sentence.text);
    return rankByTextRank(all)
      .slice(0, sentences)
      .sort((a, b) => a - b)
      .map((index) => all[index] as string);
  },
};
