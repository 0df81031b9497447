import * as z from 'zod/mini';
import { languageSchema } from '../core/article/article.ts';
import { exactlyOneBody, optionalBodies } from '../core/article/article-body.ts';
import { textField } from '../core/article/text-field.ts';
import { lazily } from '../core/lazily.ts';
import { DESCRIPTION_MAX_LENGTH, TITLE_MAX_LENGTH } from '../core/limits.ts';
import { lengthOrSentences, summaryOptionShape } from '../core/summary/summary-options.ts';

/** Body of `POST /v1/summaries`: the text, and the options of every summary. */
export const summaryRequestSchema = lazily(() =>
  z
    .strictObject({
      ...optionalBodies(),
      title: z.optional(textField(TITLE_MAX_LENGTH)),
      description: z.optional(textField(DESCRIPTION_MAX_LENGTH)),
      language: z.optional(languageSchema()),
      ...summaryOptionShape(),
    })
    .check(exactlyOneBody, lengthOrSentences),
);
export type SummaryRequest = z.infer<ReturnType<typeof summaryRequestSchema>>;
