import * as z from 'zod/mini';
import { DomainError } from '../../core/errors.ts';
import type { Extraction } from '../../core/extraction/extract-article.ts';
import { pageUrlSchema } from '../../core/fetching/page-url.ts';
import { lazily } from '../../core/lazily.ts';
import { SENT_PAGE_MAX_BYTES } from '../../core/limits.ts';
import { type Answer, answerJson } from '../answer.ts';
import { admitPost } from '../auth.ts';
import { readRawBody } from '../body.ts';
import type { Context, Dependencies } from '../context.ts';
import { parseQuery } from '../validate.ts';

export const extractionQuerySchema = lazily(() => z.strictObject({ url: z.optional(pageUrlSchema()) }));

/** Stands in where the page's address is not given: relative links then lead nowhere and are left out. */
const UNKNOWN_PAGE = 'https://page.invalid/page';

/** `/v1/extractions`: what would be taken from a page. */
export async function postExtraction(
  { settings, extractionsLimiter }: Dependencies,
  context: Context,
): Promise<Answer> {
  const caller = await admitPost(context, settings, extractionsLimiter);
  const { url = UNKNOWN_PAGE } = parseQuery(context, extractionQuerySchema);
  const { bytes } = await readRawBody(context, ['text/html'], SENT_PAGE_MAX_BYTES);
  const contentType = context.req.header('Content-Type') ?? 'text/html';
  // Loaded with the first page: an isolate that only serves never pays for it.
  const { readPage } = await import('../../core/extraction/read-page.ts');
  const extraction = readPage({ bytes, contentType, url, robots: '', timeZone: settings.timeZone });
  if (extraction.html === '') throw new DomainError({ kind: 'not-an-article' });
  return answerJson(describeExtraction(extraction), caller.kind === 'token' ? 'private' : 'none');
}

function describeExtraction({
  title,
  byline,
  description,
  publishedAt,
  language,
  image,
  canonicalUrl,
  tags,
  text,
  html,
}: Extraction) {
  return { title, byline, description, publishedAt, language, image, url: canonicalUrl, tags, text, html };
}
