import { ARTICLE_JSON_MAX_BYTES } from '../../core/limits.ts';
import { overrideInputSchema } from '../../core/summary/override.ts';
import { FORMAT_MEDIA_TYPES, formatSummary } from '../../core/summary/summary-format.ts';
import { DEFAULT_SUMMARY_OPTIONS } from '../../core/summary/wanted.ts';
import { toReadable } from '../../flows/edit-article.ts';
import { removeOverride, setOverride } from '../../flows/override-summary.ts';
import { summarizeArticle } from '../../flows/summarize-article.ts';
import type { Answer } from '../answer.ts';
import { requireScope } from '../auth.ts';
import { readJsonBody } from '../body.ts';
import { type Context, type Dependencies, viewOf } from '../context.ts';
import { preconditionsOf } from '../preconditions.ts';
import { contentLanguage } from '../respond.ts';
import { knownSlug } from '../slug.ts';
import { parseBody, refuseQuery } from '../validate.ts';
import { summaryEtag } from './article-summary.ts';

export async function putOverride(dependencies: Dependencies, context: Context): Promise<Answer> {
  const { settings, catalogue, build } = dependencies;
  const { name } = await requireScope(context, settings, 'edit');
  const slug = knownSlug(context);
  refuseQuery(context);
  const input = parseBody(await readJsonBody(context, ARTICLE_JSON_MAX_BYTES), overrideInputSchema);
  const written = await setOverride(dependencies, slug, input, name, preconditionsOf(context));
  const article = await toReadable(catalogue, written);
  const options = DEFAULT_SUMMARY_OPTIONS;
  const view = viewOf(context, settings);
  const summary = await summarizeArticle(article, options, view);
  return {
    status: 200,
    cache: 'private',
    contentType: FORMAT_MEDIA_TYPES.json,
    headers: {
      ...contentLanguage(summary.language),
      ETag: summaryEtag(article.head, true, options, view, build),
    },
    body: formatSummary(summary, 'json'),
  };
}

export async function deleteOverride(dependencies: Dependencies, context: Context): Promise<Answer> {
  const { name } = await requireScope(context, dependencies.settings, 'edit');
  const slug = knownSlug(context);
  refuseQuery(context);
  await removeOverride(dependencies, slug, name, preconditionsOf(context));
  return { status: 204, cache: 'private', body: null };
}
