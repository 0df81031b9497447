import { detectLanguage } from '../language/detect-language.ts';
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

/** "pt-BR" -> "pt"; undefined for an empty or undetermined tag. */
export function primaryTag(language: string | undefined): string | undefined {
  const tag = language?.trim().split(/[-_]/u)[0]?.toLowerCase();
  return tag === undefined || tag === '' || tag === 'und' ? undefined : tag;
}
