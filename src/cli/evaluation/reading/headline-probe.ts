import { splitSentences, summarize } from '../../../core/summarizer/index.ts';
import type { Specimen } from '../corpus.ts';

/** Articles with fewer sentences have no middle. */
const FEWEST_SENTENCES = 8;
const WORDS = /[\p{L}\p{N}]+/gu;

const foldWords = (text: string): string => (text.toLowerCase().match(WORDS) ?? []).join(' ');

export interface ProbeFigures {
  articles: number;
  /** Share of the articles whose one-sentence summary is the headline. */
  found: number;
}

/** The article with its headline, closed by a full stop, between two sentences in its middle. */
function withHeadlineInTheMiddle({ text, title = '', language }: Specimen): string | undefined {
  const sentences = splitSentences(text, language);
  const middle = sentences[Math.floor(sentences.length / 2)];
  if (sentences.length < FEWEST_SENTENCES || middle === undefined) return undefined;
  const line = /[.!?…]$/u.test(title) ? title : `${title}.`;
  return `${text.slice(0, middle.offset)}${line} ${text.slice(middle.offset)}`;
}

/** Whether a headline that stands word for word in the middle of an article becomes its one-sentence summary. */
export function probeHeadlines(specimens: readonly Specimen[]): ProbeFigures {
  const probed = specimens.flatMap((specimen) => {
    const text = withHeadlineInTheMiddle(specimen);
    return specimen.title === undefined || text === undefined
      ? []
      : [{ ...specimen, title: specimen.title, text }];
  });
  const found = probed.filter(({ text, title, language }) => {
    const [chosen] = summarize(text, { title, language, sentences: 1 }).sentences;
    return foldWords(chosen?.text ?? '') === foldWords(title);
  });
  return { articles: probed.length, found: found.length / probed.length };
}
