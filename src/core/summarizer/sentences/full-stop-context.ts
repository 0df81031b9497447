import { functionWordsOf } from '../language/word-holders.ts';
import { lateWords } from '../memory/late-words.ts';
import { hashWord } from '../terms/scan-terms.ts';
import { wordAt } from './word-context.ts';

/** What stands around a full stop that white space follows. */
export interface FullStopContext {
  text: string;
  language: string;
  /** Index of the full stop. */
  stop: number;
  /** Index of the next character that is not white space, a quotation mark or a bracket skipped. */
  next: number;
  sentenceStart: number;
  end: number;
}

/** English names and sentences stand in texts of every language in Latin letters. */
const ENGLISH_STARTERS = lateWords(
  'the he she it they we you this that these those how what when where who why if but and there were',
);

/** Whether a function word follows, which a name never begins with. */
export function startsSentence({ text, language, next, end }: FullStopContext): boolean {
  const word = wordAt(text, next, end).toLowerCase();
  return word.length > 0 && (functionWordsOf(language)(hashWord(word)) || ENGLISH_STARTERS.has(word));
}
