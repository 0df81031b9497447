import * as z from 'zod/mini';
import { slugSchema } from '../../core/article/article.ts';
import { cursorSchema, refuseSearchWithCursor, searchField } from '../../core/article/article-list.ts';
import { textField } from '../../core/article/text-field.ts';
import { formatEtag } from '../../core/catalogue/etag.ts';
import { lazily } from '../../core/lazily.ts';
import {
  ARTICLE_JSON_MAX_BYTES,
  LIST_DEFAULT_COUNT,
  LIST_MAX_COUNT,
  TAG_MAX_LENGTH,
} from '../../core/limits.ts';
import { decisionSchema, SUMMARY_STATES } from '../../core/summary/review.ts';
import { approveArticles } from '../../flows/approve-articles.ts';
import { decideSummary } from '../../flows/decide-summary.ts';
import { readStored, type StoredEntry } from '../../flows/edit-article.ts';
import { previewRequestSchema, previewSummary } from '../../flows/preview-summary.ts';
import { askTruth } from '../../flows/read-article.ts';
import { readQueue } from '../../flows/read-queue.ts';
import { reviewArticle } from '../../flows/review-article.ts';
import { type Answer, answerJson, JSON_TYPE } from '../answer.ts';
import { requireScope } from '../auth.ts';
import { readJsonBody } from '../body.ts';
import { type Context, type Dependencies, viewOf } from '../context.ts';
import { preconditionsOf } from '../preconditions.ts';
import { respond } from '../respond.ts';
import { knownSlug } from '../slug.ts';
import { parseBody, parseQuery, refuseQuery } from '../validate.ts';

const limitSchema = lazily(() =>
  z._default(z.int().check(z.minimum(1), z.maximum(LIST_MAX_COUNT)), LIST_DEFAULT_COUNT),
);

export const queueParametersSchema = lazily(() =>
  z
    .strictObject({
      state: z.optional(z.enum(SUMMARY_STATES)),
      search: searchField(),
      tag: z.optional(textField(TAG_MAX_LENGTH)),
      limit: limitSchema(),
      cursor: z.optional(cursorSchema()),
    })
    .check(refuseSearchWithCursor),
);

export const historyParametersSchema = lazily(() =>
  z.strictObject({
    limit: limitSchema(),
    before: z.optional(z.int().check(z.minimum(1))),
  }),
);

/** Body of `POST /v1/queue`. */
export const approvalsSchema = lazily(() =>
  z.strictObject({
    articles: z
      .array(z.strictObject({ slug: slugSchema(), revision: z.int().check(z.minimum(1)) }))
      .check(z.minLength(1), z.maxLength(LIST_MAX_COUNT)),
  }),
);

/** What editors see and decide; the pages under `/desk` use the same flows. */
export async function getReview(dependencies: Dependencies, context: Context): Promise<Answer> {
  await requireScope(context, dependencies.settings, 'edit');
  const slug = knownSlug(context);
  refuseQuery(context);
  const entry = await readStored(dependencies.catalogue, slug);
  return respond(context, dependencies.settings, {
    etag: await etagOf(dependencies, entry),
    cache: 'private',
    contentType: JSON_TYPE,
    body: async () => JSON.stringify(await reviewArticle(entry.record, dependencies.gate)),
  });
}

export async function postDecision(dependencies: Dependencies, context: Context): Promise<Answer> {
  const { name } = await requireScope(context, dependencies.settings, 'edit');
  const slug = knownSlug(context);
  refuseQuery(context);
  const decision = parseBody(await readJsonBody(context, ARTICLE_JSON_MAX_BYTES), decisionSchema);
  const entry = await decideSummary(dependencies, slug, decision, name, preconditionsOf(context));
  return {
    status: 200,
    cache: 'private',
    contentType: JSON_TYPE,
    headers: { ETag: await etagOf(dependencies, entry) },
    body: JSON.stringify(await reviewArticle(entry.record, dependencies.gate)),
  };
}

async function etagOf(
  { catalogue, build }: Dependencies,
  { record: { slug, revision }, projection }: StoredEntry,
): Promise<string> {
  const version = { catalogue: await askTruth(() => catalogue.identify()), slug, revision, projection };
  return formatEtag(version, `review ${build}`);
}

export async function postPreview(dependencies: Dependencies, context: Context): Promise<Answer> {
  const { settings } = dependencies;
  await requireScope(context, settings, 'edit');
  const slug = knownSlug(context);
  refuseQuery(context);
  const words = parseBody(await readJsonBody(context, ARTICLE_JSON_MAX_BYTES), previewRequestSchema);
  return answerJson(await previewSummary(dependencies, slug, words, viewOf(context, settings)), 'private');
}

export async function getHistory({ settings, desk }: Dependencies, context: Context): Promise<Answer> {
  await requireScope(context, settings, 'edit');
  const slug = knownSlug(context);
  const { limit, before } = parseQuery(context, historyParametersSchema);
  return answerJson({ items: await askTruth(() => desk.history(slug, before ?? null, limit)) }, 'private');
}

export async function getQueue({ settings, desk }: Dependencies, context: Context): Promise<Answer> {
  await requireScope(context, settings, 'edit');
  return answerJson(await readQueue(desk, parseQuery(context, queueParametersSchema)), 'private');
}

export async function postApprovals(dependencies: Dependencies, context: Context): Promise<Answer> {
  const { name } = await requireScope(context, dependencies.settings, 'edit');
  refuseQuery(context);
  const { articles } = parseBody(await readJsonBody(context, ARTICLE_JSON_MAX_BYTES), approvalsSchema);
  return answerJson({ items: await approveArticles(dependencies, articles, name) }, 'private');
}
