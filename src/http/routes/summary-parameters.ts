import * as z from 'zod/mini';
import { pageUrlSchema } from '../../core/fetching/page-url.ts';
import { lazily } from '../../core/lazily.ts';
import { orElse } from '../../core/or-else.ts';
import { SUMMARY_LENGTHS } from '../../core/summary/presets.ts';
import {
  lengthOrSentences,
  type SummaryOptions,
  summaryOptionShape,
  summaryOptionsSchema,
} from '../../core/summary/summary-options.ts';
import { type SummaryRequest, summaryRequestSchema } from '../../flows/summary-request.ts';
import type { Context } from '../context.ts';
import { parseBody, parseQuery, refuseQuery } from '../validate.ts';

/** Parameters of `GET /v1/articles/{slug}/summary`. @throws {DomainError} `invalid-parameter`. */
export function parseSummaryOptions(context: Context): SummaryOptions {
  return parseQuery(context, summaryOptionsSchema);
}

/** Parameters of `GET /v1/summary`. */
export const byUrlSchema = lazily(() =>
  z.strictObject({ url: pageUrlSchema(), ...summaryOptionShape() }).check(lengthOrSentences),
);

/** @throws {DomainError} `invalid-parameter`. */
export function parseByUrl(context: Context): z.infer<ReturnType<typeof byUrlSchema>> {
  return parseQuery(context, byUrlSchema);
}

/** Parameters of `POST /v1/summaries` with a raw body. */
export const rawBodyQuerySchema = lazily(() =>
  z
    .strictObject({
      title: summaryRequestSchema().shape.title,
      language: summaryRequestSchema().shape.language,
      ...summaryOptionShape(),
    })
    .check(lengthOrSentences),
);

type RawBodyQuery = z.infer<ReturnType<typeof rawBodyQuerySchema>>;

/** @throws {DomainError} `invalid-parameter`. */
export function parseRawQuery(context: Context): RawBodyQuery {
  return parseQuery(context, rawBodyQuerySchema);
}

/** A JSON body of `POST /v1/summaries`. @throws {DomainError} `invalid-body`, `invalid-parameter`. */
export function parseRequest(context: Context, body: unknown): SummaryRequest {
  const request = parseBody(body, summaryRequestSchema);
  refuseQuery(context);
  return request;
}

/**
 * Parameters of `GET /articles/{slug}/summary`. Pages are linked to from everywhere: what is not known is ignored, and a
 * length that there is not is the first one.
 */
export const summaryPageSchema = lazily(() =>
  z.object({
    length: orElse(z._default(z.enum(SUMMARY_LENGTHS), 'short'), 'short').check(
      z.describe('How long the summary is.'),
    ),
  }),
);

/** Parameters of `GET /s`. */
export const summaryPageByUrlSchema = lazily(() =>
  z.object({ url: pageUrlSchema(), ...summaryPageSchema().shape }),
);

/** Parameters of a demonstration's summary, of which pages are made as well. */
export const demoSummarySchema = lazily(() =>
  z.object({
    ...summaryPageSchema().shape,
    labels: orElse(summaryOptionShape().labels, undefined),
    query: orElse(summaryOptionShape().query, undefined),
  }),
);
