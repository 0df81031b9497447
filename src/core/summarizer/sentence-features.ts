import type { Article } from './article.ts';
import { startsDangling } from './dangling-starts.ts';
import type { Estimate } from './estimate.ts';
import { TERM_CAPITAL, TERM_DIGIT, TERM_FIRST } from './scan-terms.ts';

/** What is added to a sentence beside its words; learned on whole summaries. */
export const SENTENCE_FEATURES = [
  'first',
  'second',
  'third',
  'fourth to sixth',
  'lateness',
  'last',
  'dangling start',
  'opens with quote',
  'holds quote',
  'asks',
  'holds number',
  'capitals',
  'very short',
  'short',
  'long',
  'speaks in the first person',
  'caption colon',
  'opens paragraph',
  'no end mark',
  'title match',
  'best title match',
  'value',
  'best value',
] as const;

export const SENTENCE_WIDTH: number = SENTENCE_FEATURES.length;

const OPENS_WITH_QUOTE = /^["“„«'‘「]/u;
const HOLDS_QUOTE = /["“”„«»「」]|(?:^|\s)['‘]/u;
const ASKS = /[?？؟]/u;
const FIRST_PERSON =
  /\b(?:I|we|my|our|you|I'm|we're|you're|je|nous|vous|mon|notre|votre|ich|wir|uns|mein|yo|nosotros|jeg|vi|tôi|chúng)\b/u;
const CAPTION_COLON = /^[^.]{0,40}: /u;
const END_MARK = /[.!?…。．！？।॥۔؟።։។။]["”’»」』)\]]*$/u;

const flag = (condition: boolean): number => (condition ? 1 : 0);

function shareOfShapes(article: Article, sentence: number): { digits: number; capitals: number } {
  const { starts, shapes } = article;
  const from = starts[sentence] as number;
  const to = starts[sentence + 1] as number;
  let digits = 0;
  let capitals = 0;
  for (let at = from; at < to; at += 1) {
    const shape = shapes[at] as number;
    if ((shape & TERM_DIGIT) !== 0) digits = 1;
    if ((shape & (TERM_CAPITAL | TERM_FIRST)) === TERM_CAPITAL) capitals += 1;
  }
  return { digits, capitals: capitals / Math.max(1, to - from) };
}

/** Features of every sentence, row by row. Linear; three or four regular expressions a sentence. */
export function measureSentenceFeatures(
  article: Article,
  { values, matches }: Pick<Estimate, 'values' | 'matches'>,
): Float32Array {
  const count = article.sentences.length;
  const rows = new Float32Array(count * SENTENCE_WIDTH);
  const bestMatch = matches.reduce((a, b) => Math.max(a, b), 0);
  const bestValue = values.reduce((a, b) => Math.max(a, b), 0);
  for (let index = 0; index < count; index += 1) {
    const text = article.sentences[index]?.text ?? '';
    const length = (article.starts[index + 1] as number) - (article.starts[index] as number);
    const { digits, capitals } = shareOfShapes(article, index);
    const match = Math.max(0, matches[index] as number);
    const value = values[index] as number;
    const quoted = HOLDS_QUOTE.test(text);
    rows.set(
      [
        flag(index === 0),
        flag(index === 1),
        flag(index === 2),
        flag(index >= 3 && index <= 5),
        Math.log1p(index),
        flag(index === count - 1),
        flag(startsDangling(article, index)),
        flag(quoted && OPENS_WITH_QUOTE.test(text)),
        flag(quoted),
        flag(ASKS.test(text)),
        digits,
        capitals,
        flag(length < 8),
        flag(length < 12),
        flag(length > 40),
        flag(FIRST_PERSON.test(text)),
        flag(CAPTION_COLON.test(text)),
        flag(index === 0 || article.paragraphs[index] !== article.paragraphs[index - 1]),
        flag(!END_MARK.test(text)),
        match,
        flag(match > 0 && match === bestMatch),
        value,
        flag(value === bestValue),
      ],
      index * SENTENCE_WIDTH,
    );
  }
  return rows;
}
