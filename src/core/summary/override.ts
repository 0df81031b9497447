import * as z from 'zod/mini';
import { textField } from '../article/text-field.ts';
import { lazily } from '../lazily.ts';
import {
  EDITOR_MAX_LENGTH,
  OVERRIDE_MAX_EXCLUSIONS,
  OVERRIDE_MAX_SENTENCES,
  OVERRIDE_SENTENCE_MAX_LENGTH,
} from '../limits.ts';

const sentenceField = lazily(() => textField(OVERRIDE_SENTENCE_MAX_LENGTH));

/** What an editor says of the words alone. */
export const overrideWordsShape = lazily(() => ({
  sentences: z.optional(z.array(sentenceField()).check(z.minLength(1), z.maxLength(OVERRIDE_MAX_SENTENCES))),
  exclude: z.optional(z.array(sentenceField()).check(z.maxLength(OVERRIDE_MAX_EXCLUSIONS))),
}));

const overrideInputShape = lazily(() => ({
  ...overrideWordsShape(),
  editor: z.optional(textField(EDITOR_MAX_LENGTH)),
}));

function requireWords(context: z.core.ParsePayload<{ sentences?: unknown; exclude?: unknown }>): void {
  if (context.value.sentences !== undefined || context.value.exclude !== undefined) return;
  context.issues.push({
    code: 'custom',
    params: { code: 'missing', allowedValues: ['sentences', 'exclude'] },
    message: 'send sentences, exclude or both',
    input: context.value,
  });
}

/** Body of `PUT /v1/articles/{slug}/summary`. */
export const overrideInputSchema = lazily(() => z.strictObject(overrideInputShape()).check(requireWords));
/** The same as a decision among others. */
export const editDecisionSchema = lazily(() =>
  z.strictObject({ decision: z.literal('edit'), ...overrideInputShape() }).check(requireWords),
);
export type OverrideInput = z.infer<ReturnType<typeof overrideInputSchema>>;

/** An editor's word on the summary, with what is needed to notice when the article has moved away under it. */
export const overrideSchema = lazily(() =>
  z.object({
    sentences: z.nullable(
      z.array(
        z.object({
          text: z.string(),
          /** Stood in the article word for word when it was sent. */
          verbatim: z.boolean(),
          /** Numbers that it shared with the article when it was sent. */
          numbers: z.array(z.string()),
        }),
      ),
    ),
    exclude: z.array(z.string()),
    editor: z.nullable(z.string()),
    /** Set when the article left it behind; only sending it again clears it. */
    stale: z.boolean(),
  }),
);
export type Override = z.infer<ReturnType<typeof overrideSchema>>;

export function createOverride(input: OverrideInput, text: string): Override {
  const known = numbersIn(text);
  return {
    sentences:
      input.sentences?.map((sentence) => ({
        text: sentence,
        verbatim: text.includes(sentence),
        numbers: [...numbersIn(sentence)].filter((number) => known.has(number)),
      })) ?? null,
    exclude: input.exclude ?? [],
    editor: input.editor ?? null,
    stale: false,
  };
}

/** The override as it stands after the article's text has changed. */
export function reviewOverride(override: Override, text: string): Override {
  if (override.sentences === null) return override;
  const known = numbersIn(text);
  const stands = override.sentences.every((sentence) =>
    sentence.verbatim ? text.includes(sentence.text) : sentence.numbers.every((number) => known.has(number)),
  );
  return stands ? override : { ...override, stale: true };
}

export function numbersIn(text: string): Set<string> {
  return new Set(text.match(/\p{Nd}+(?:[.,:\u00a0\u202f]\p{Nd}+)*/gu) ?? []);
}
