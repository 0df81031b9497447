import { articleTag } from '../../core/catalogue/copy-keys.ts';
import { formatEtag } from '../../core/catalogue/etag.ts';
import { FORMAT_MEDIA_TYPES, formatSummary } from '../../core/summary/summary-format.ts';
import type { SummaryOptions } from '../../core/summary/summary-options.ts';
import { DEFAULT_SUMMARY_OPTIONS } from '../../core/summary/wanted.ts';
import type { ReadableArticle } from '../../flows/read-article.ts';
import {
  allowSummary,
  type SummaryView,
  summarizeArticle,
  type TextAccess,
} from '../../flows/summarize-article.ts';
import type { Answer } from '../answer.ts';
import { mayReadTruth } from '../auth.ts';
import { type Context, type Dependencies, hasQuery, viewOf } from '../context.ts';
import { canonicalLink, ownLink, respond } from '../respond.ts';
import { knownSlug } from '../slug.ts';
import { loadArticle } from './article.ts';
import { readOptions } from './read-options.ts';

/** `GET /v1/articles/{slug}/summary`. */
export async function getSummary(dependencies: Dependencies, context: Context): Promise<Answer> {
  const slug = knownSlug(context);
  const options = hasQuery(context)
    ? await readOptions(context, (parsers) => parsers.parseSummaryOptions(context))
    : DEFAULT_SUMMARY_OPTIONS;
  const hasToken = await mayReadTruth(context, dependencies.settings);
  const article = await loadArticle(dependencies, context, slug, hasToken);
  return respondSummary(dependencies, context, article, options, hasToken ? 'granted' : 'needs-token');
}

/** The validator of a summary, whichever call answers with it. */
export function summaryEtag(
  head: ReadableArticle['head'],
  hasText: boolean,
  options: SummaryOptions,
  view: SummaryView,
  build: string,
): string {
  return formatEtag(head, `summary ${hasText} ${JSON.stringify(options)} ${JSON.stringify(view)} ${build}`);
}

export function respondSummary(
  { settings, build }: Dependencies,
  context: Context,
  article: ReadableArticle,
  options: SummaryOptions,
  access: TextAccess,
): Promise<Answer> {
  const { head } = article;
  const view = viewOf(context, settings);
  const { origin } = view;
  allowSummary(article, options, access);
  return respond(context, settings, {
    etag: summaryEtag(head, access === 'granted', options, view, build),
    cache: 'summary',
    contentType: FORMAT_MEDIA_TYPES[options.format],
    language: head.language,
    tags: [articleTag(head.slug)],
    links: () => [ownLink(`${origin}/v1/articles/${head.slug}`, 'describes'), canonicalLink(head, origin)],
    body: async () => formatSummary(await summarizeArticle(article, options, view), options.format),
  });
}
