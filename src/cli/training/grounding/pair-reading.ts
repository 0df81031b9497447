import { type Reading, readSentence } from '../../../core/grounding/judge-sentence.ts';
import { packOf } from '../../../core/grounding/language/language-pack.ts';
import type { Lexicon } from '../../../core/grounding/model/lexicon.ts';
import { describeWords, WIDTH } from '../../../core/grounding/model/word-features.ts';
import { readSource, type Source } from '../../../core/grounding/source/read-source.ts';
import { readWords } from '../../../core/grounding/text/words.ts';
import { splitSentences } from '../../../core/summarizer/index.ts';
import type { JudgedPair, JudgedPairs } from '../../evaluation/grounding/pairs.ts';
import { markChanges } from './changed-words.ts';

/** A sentence of a summary, laid on its document once for all models. */
export interface SentenceReading {
  broken: number;
  verbatim: boolean;
  forms: string[];
  /** Features of its words; the last one is left to the model's own words. */
  table: Int32Array;
  /** What became of each word against the summary that it was edited from. */
  changes: Uint8Array;
}

export interface PairReading {
  pair: JudgedPair;
  sentences: SentenceReading[];
}

const LANGUAGE = 'en';
/** The last feature: what training learned of the word itself. */
export const LEARNED: number = WIDTH - 1;

function readOne(reading: Reading, source: Source, lexicon: Lexicon, changes: Uint8Array): SentenceReading {
  return {
    broken: reading.broken.length,
    verbatim: reading.verbatim >= 0,
    forms: reading.alignment.words.map(({ form }) => form),
    table: describeWords(reading.alignment, source, lexicon),
    changes,
  };
}

/** Lays one summary on its document. */
function readPair(pair: JudgedPair, source: Source, lexicon: Lexicon): PairReading {
  const pack = packOf(LANGUAGE);
  const original = readWords(pair.original, pack).map(({ form }) => form);
  const sentences = splitSentences(pair.summary, LANGUAGE).flatMap(({ text }) => {
    const reading = readSentence(text, source, lexicon);
    return reading === undefined ? [] : [reading];
  });
  // Sentence by sentence, so that the words are those that were judged.
  const edited = splitSentences(pair.summary, LANGUAGE).flatMap(({ text }) => readWords(text, pack));
  const changes = markChanges(
    original,
    edited.map(({ form }) => form),
  );
  let from = 0;
  return {
    pair,
    sentences: sentences.map((reading) => {
      const count = reading.alignment.words.length;
      from += count;
      return readOne(reading, source, lexicon, changes.slice(from - count, from));
    }),
  };
}

/** Lays every summary on its document; documents are read once. */
export function readAllPairs({ documents, pairs }: JudgedPairs, lexicon: Lexicon): PairReading[] {
  const sources = new Map<string, Source>();
  return pairs.map((pair) => {
    let source = sources.get(pair.doc);
    if (source === undefined) {
      source = readSource({ text: documents.get(pair.doc) as string, language: LANGUAGE });
      sources.set(pair.doc, source);
    }
    return readPair(pair, source, lexicon);
  });
}
