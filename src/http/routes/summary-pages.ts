import type * as z from 'zod/mini';
import { slugSchema } from '../../core/article/article.ts';
import { articleTag } from '../../core/catalogue/copy-keys.ts';
import { formatEtag } from '../../core/catalogue/etag.ts';
import { DomainError } from '../../core/errors.ts';
import { readerUrl } from '../../core/fetching/reader-url.ts';
import { loadLabels } from '../../core/labels/labels.ts';
import { loadOnce } from '../../core/load-once.ts';
import { DEFAULT_SUMMARY_OPTIONS } from '../../core/summary/wanted.ts';
import { type ReadableArticle, readArticle } from '../../flows/read-article.ts';
import { allowSummary, summarizeArticle } from '../../flows/summarize-article.ts';
import { type Answer, HTML_TYPE } from '../answer.ts';
import { type Context, callerAddress, type Dependencies, viewOf } from '../context.ts';
import { readArticleOfPage } from '../own-page.ts';
import { NOINDEX, respond } from '../respond.ts';
import { summaryPageByUrlSchema, summaryPageSchema } from './summary-parameters.ts';

const summaryPages = loadOnce(() => import('../../pages/summary-page.tsx'));

/** The hosted summary: a page of its own, where the button leads without a script. */
export async function getByUrl(dependencies: Dependencies, context: Context): Promise<Answer> {
  const query = summaryPageByUrlSchema().safeParse(context.req.query());
  if (!query.success) throw new DomainError({ kind: 'page-not-found' });
  const { url, length } = query.data;
  const article = await readArticleOfPage(dependencies, context, url);
  return respondPage(dependencies, context, article, length, `/s?url=${encodeURIComponent(url)}`);
}

export async function getBySlug(dependencies: Dependencies, context: Context): Promise<Answer> {
  const slug = slugSchema().safeParse(context.req.param('slug'));
  if (!slug.success) throw new DomainError({ kind: 'article-not-found' });
  const { length } = summaryPageSchema().parse(context.req.query());
  const article = await readArticle(dependencies, slug.data, callerAddress(context));
  return respondPage(dependencies, context, article, length, `/articles/${slug.data}/summary`);
}

function respondPage(
  { settings, build }: Dependencies,
  context: Context,
  article: ReadableArticle,
  length: z.infer<ReturnType<typeof summaryPageSchema>>['length'],
  path: string,
): Promise<Answer> {
  const { head } = article;
  const { publicationName } = settings;
  const view = viewOf(context, settings);
  const { origin } = view;
  const options = { ...DEFAULT_SUMMARY_OPTIONS, length };
  allowSummary(article, options, 'needs-token');
  return respond(context, settings, {
    etag: formatEtag(
      head,
      `summary page ${length} ${path} ${JSON.stringify(view)} ${publicationName} ${build}`,
    ),
    cache: 'summary',
    contentType: HTML_TYPE,
    language: head.language,
    tags: [articleTag(head.slug)],
    headers: NOINDEX,
    body: async () => {
      const { renderSummaryPage } = await summaryPages();
      const summary = await summarizeArticle(article, options, view);
      return renderSummaryPage({
        summary,
        labels: (await loadLabels(summary.language)).labels,
        title: head.title,
        image: article.article().image,
        articleUrl: readerUrl(head, origin),
        ownUrl: `${origin}${path}`,
        publicationName,
      });
    },
  });
}
