import * as z from 'zod/mini';
import { slugSchema } from '../../core/article/article.ts';
import { DomainError } from '../../core/errors.ts';
import { normalizePageUrl } from '../../core/fetching/page-identity.ts';
import { lazily } from '../../core/lazily.ts';
import { MEASURE_EVENT_MAX_BYTES } from '../../core/limits.ts';
import { dayOf, eventSchema, GROUPINGS, sumOf } from '../../core/measures/measure.ts';
import { askTruth } from '../../flows/read-article.ts';
import { type Answer, answerJson, JSON_MEDIA } from '../answer.ts';
import { requireScope } from '../auth.ts';
import { parseJson, readTextBody } from '../body.ts';
import { type Context, type Dependencies, originOf } from '../context.ts';
import { toCsv } from '../measures-csv.ts';
import { slugOfOwnPage } from '../own-page.ts';
import { isOurSite } from '../settings.ts';
import { parseBody, parseQuery, refuseQuery } from '../validate.ts';

const MEASURED_MAX_ROWS = 1_000;

const dayField = lazily(() => z.iso.date());
export const measureParametersSchema = lazily(() =>
  z.strictObject({
    from: dayField(),
    to: dayField(),
    slug: z.optional(slugSchema()),
    by: z._default(z.enum(GROUPINGS), 'day'),
    format: z._default(z.enum(['json', 'csv']), 'json'),
  }),
);

/** Answered alike whether it counts or not: a page learns nothing from it. */
export async function countEvents(
  { settings, measures, now }: Dependencies,
  context: Context,
): Promise<Answer> {
  refuseQuery(context);
  const { text } = await readTextBody(context, ['text/plain', JSON_MEDIA], MEASURE_EVENT_MAX_BYTES);
  const { url, place, events } = parseBody(parseJson(text), eventSchema);
  const origin = originOf(context, settings);
  const slug = slugOfOwnPage(url, origin);
  if (slug === undefined && !isOurSite(settings.sites, url))
    throw new DomainError({ kind: 'site-not-registered', host: new URL(url).hostname });
  if (!wantsPrivacy(context)) {
    const page = slug === undefined ? `https://${normalizePageUrl(url)}` : `slug:${slug}`;
    const day = dayOf(now());
    measures.note([...new Set(events)].map((measure) => ({ day, page, place, measure, count: 1 })));
  }
  return { status: 204, cache: 'none', body: null };
}

/** Global Privacy Control, and Do Not Track where a browser still sends it. The script obeys both before it sends. */
function wantsPrivacy({ req }: Context): boolean {
  return req.header('Sec-GPC') === '1' || req.header('DNT') === '1';
}

export async function readMeasures({ settings, measures }: Dependencies, context: Context): Promise<Answer> {
  await requireScope(context, settings, 'read');
  const { format, ...query } = parseQuery(context, measureParametersSchema);
  const [items = []] = await askTruth(() => measures.read([{ ...query, limit: MEASURED_MAX_ROWS }]));
  if (format === 'json') return answerJson({ ...query, items, total: sumOf(items) }, 'private');
  return toCsv(query.by, query, items);
}
