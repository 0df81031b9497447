import { detectLanguage } from '../language/detect-language.ts';
import { primaryTag } from '../language/primary-tag.ts';
import { type Sentence, splitSentencesOf } from './split-sentences.ts';

export type { Sentence } from './split-sentences.ts';

/**
 * Cuts a text into its sentences, in reading order, never overlapping; see {@link splitSentencesOf}.
 *
 * @param language - BCP 47 tag ("en", "pt-BR"); detected when absent.
 */
export function splitSentences(text: string, language?: string): Sentence[] {
  return splitSentencesOf(text, primaryTag(language) ?? detectLanguage(text));
}
