import * as z from 'zod';
import { pageUrlSchema } from '../../core/page-url.ts';
import { lengthOrSentences, summaryOptionShape } from '../../core/summary-options.ts';
import { summaryRequestSchema } from '../../flows/summarize-text.ts';

/** Parameters of `GET /v1/summary`. */
export const byUrlSchema = z
  .strictObject({ url: pageUrlSchema, ...summaryOptionShape })
  .check(lengthOrSentences);

/** Parameters of `POST /v1/summaries` with a raw body. */
export const rawBodyQuerySchema = z
  .strictObject({
    title: summaryRequestSchema.shape.title,
    language: summaryRequestSchema.shape.language,
    ...summaryOptionShape,
  })
  .check(lengthOrSentences);
