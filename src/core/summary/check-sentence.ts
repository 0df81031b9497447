import * as z from 'zod/mini';
import { FAULT_KINDS } from '../grounding/verdict/verdict.ts';
import { lazily } from '../lazily.ts';
import { numbersIn } from './override.ts';

/** Something that a sentence says and the article does not hold. */
export const sentenceFaultSchema = lazily(() => z.object({ kind: z.enum(FAULT_KINDS), text: z.string() }));
export type SentenceFault = z.infer<ReturnType<typeof sentenceFaultSchema>>;

/** A word with a capital that does not open a sentence: where a script has capitals, mostly a name. */
const namesIn = (sentence: string): Set<string> =>
  new Set(sentence.match(/(?<=[\p{L}\p{N},;:'’"“”»)\]-]\s)\p{Lu}[\p{L}\p{M}\p{N}]*/gu) ?? []);

/**
 * Holds a sentence that an editor wrote against the article: numbers and names. In German every noun has a capital, so
 * more is reported there than names.
 *
 * Linear.
 */
export function checkSentence(sentence: string, text: string): SentenceFault[] {
  if (text.includes(sentence)) return [];
  const known = numbersIn(text);
  const numbers = [...numbersIn(sentence)].filter((number) => !known.has(number));
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
  const names = [...namesIn(sentence)].filter((name) => !words.has(name.toLowerCase()));
  return [
    ...numbers.map((number): SentenceFault => ({ kind: 'number', text: number })),
    ...names.map((name): SentenceFault => ({ kind: 'name', text: name })),
  ];
}
