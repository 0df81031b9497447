import type * as z from 'zod';
import { slugSchema } from '../../core/article/article.ts';
import { articleTag } from '../../core/catalogue/copy-keys.ts';
import { formatEtag, formatListEtag } from '../../core/catalogue/etag.ts';
import { DomainError } from '../../core/errors.ts';
import { readerUrl } from '../../core/fetching/page-url.ts';
import type { Summary } from '../../core/summary/summary.ts';
import { DEFAULT_SUMMARY_OPTIONS, type SummaryOptions } from '../../core/summary/summary-options.ts';
import { type ReadableArticle, readArticle } from '../../flows/read-article.ts';
import { allowSummary, summarizeArticle } from '../../flows/summarize-article.ts';
import { DEMO_ARTICLES, type DemoArticle } from '../../pages/embed/demo-article.ts';
import { DEMOS, renderDemo } from '../../pages/embed/demo-page.tsx';
import { embedStyle, renderEmbedPage } from '../../pages/embed/embed-page.tsx';
import { parseEmbedSettings } from '../../pages/embed/embed-settings.ts';
import { pagePolicy } from '../../pages/page-policy.ts';
import { renderSummaryPage } from '../../pages/summary-page.tsx';
import { type Answer, HTML_TYPE, JSON_TYPE } from '../answer.ts';
import { type Context, callerAddress, type Dependencies, originOf } from '../context.ts';
import { readArticleOfPage } from '../own-page.ts';
import type { Resource } from '../resource.ts';
import { respond } from '../respond.ts';
import { demoSummarySchema, summaryPageByUrlSchema, summaryPageSchema } from './summary-parameters.ts';

/** Only the article itself is for search engines. */
const NOINDEX = { 'X-Robots-Tag': 'noindex' };

/** The hosted summary, and what sites need to take the widget: configurator and demonstrations. */
export function widgetResources(dependencies: Dependencies): Resource[] {
  return [
    {
      path: '/s',
      cors: 'none',
      limits: ['lookups', 'fallbacks'],
      GET: (context) => getByUrl(dependencies, context),
    },
    {
      path: '/articles/:slug/summary',
      cors: 'none',
      limits: ['fallbacks'],
      GET: (context) => getBySlug(dependencies, context),
    },
    { path: '/embed', cors: 'none', GET: (context) => getEmbed(dependencies, context) },
    { path: '/demo', cors: 'none', GET: (context) => getEmbed(dependencies, context) },
    { path: '/demo/:name', cors: 'none', GET: (context) => getDemo(dependencies, context) },
    { path: '/demo/:language/s', cors: 'none', GET: (context) => getDemoPage(dependencies, context) },
    {
      path: '/demo/:language/v1/summary',
      cors: 'public',
      GET: (context) => getDemoSummary(dependencies, context),
    },
  ];
}

async function getByUrl(dependencies: Dependencies, context: Context): Promise<Answer> {
  const query = summaryPageByUrlSchema.safeParse(context.req.query());
  if (!query.success) throw new DomainError({ kind: 'page-not-found' });
  const { url, length } = query.data;
  const article = await readArticleOfPage(dependencies, context, url);
  return respondPage(dependencies, context, article, length, `/s?url=${encodeURIComponent(url)}`);
}

async function getBySlug(dependencies: Dependencies, context: Context): Promise<Answer> {
  const slug = slugSchema.safeParse(context.req.param('slug'));
  if (!slug.success) throw new DomainError({ kind: 'article-not-found' });
  const { length } = summaryPageSchema.parse(context.req.query());
  const article = await readArticle(dependencies, slug.data, callerAddress(context));
  return respondPage(dependencies, context, article, length, `/articles/${slug.data}/summary`);
}

function respondPage(
  { settings, build }: Dependencies,
  context: Context,
  article: ReadableArticle,
  length: z.infer<typeof summaryPageSchema>['length'],
  path: string,
): Answer {
  const { head } = article;
  const { publicationName } = settings;
  const origin = originOf(context, settings);
  const options = { ...DEFAULT_SUMMARY_OPTIONS, length };
  allowSummary(article, options, 'needs-token');
  const summary = summarizeArticle(article, options, origin);
  return respond(context, settings, {
    etag: formatEtag(head, `summary page ${length} ${path} ${origin} ${publicationName} ${build}`),
    cache: 'summary',
    contentType: HTML_TYPE,
    language: head.language,
    tags: [articleTag(head.slug)],
    headers: NOINDEX,
    body: () =>
      renderSummaryPage({
        summary,
        title: head.title,
        image: article.article().image,
        articleUrl: readerUrl(head, origin),
        ownUrl: `${origin}${path}`,
        publicationName,
      }),
  });
}

/** What a release shows, whatever is stored. */
function releaseEtag(variant: string): string {
  return formatListEtag('release', 0, variant);
}

function getEmbed({ settings, build }: Dependencies, context: Context): Answer {
  const chosen = parseEmbedSettings(new URL(context.req.url).searchParams);
  const { publicationName } = settings;
  const origin = originOf(context, settings);
  return respond(context, settings, {
    etag: releaseEtag(`embed ${JSON.stringify(chosen)} ${origin} ${publicationName} ${build}`),
    cache: 'list',
    contentType: HTML_TYPE,
    headers: {
      ...NOINDEX,
      'Content-Security-Policy': pagePolicy({ widget: true, forms: true, styles: [embedStyle(chosen)] }),
    },
    body: () => renderEmbedPage({ settings: chosen, origin, publicationName }),
  });
}

function getDemo({ settings, build }: Dependencies, context: Context): Answer {
  const demo = DEMOS.find(({ name }) => name === context.req.param('name'));
  if (demo === undefined) throw new DomainError({ kind: 'route-not-found' });
  const { style, script, policy } = demo;
  const own = pagePolicy({
    widget: true,
    styles: style === undefined ? [] : [style],
    scripts: script === undefined ? [] : [script],
  });
  return respond(context, settings, {
    etag: releaseEtag(`demo ${demo.name} ${build}`),
    cache: 'list',
    contentType: HTML_TYPE,
    headers: { ...NOINDEX, 'Content-Security-Policy': policy ?? own },
    body: () => renderDemo(demo),
  });
}

function readDemoArticle(context: Context): DemoArticle {
  const language = context.req.param('language');
  if (language !== 'en' && language !== 'ar') throw new DomainError({ kind: 'route-not-found' });
  return DEMO_ARTICLES[language];
}

/** What the service says of a demonstration's article. */
async function summarizeDemo(
  { title, language, paragraphs }: DemoArticle,
  options: SummaryOptions,
): Promise<Summary> {
  const { summarizeText } = await import('../../flows/summarize-text.ts');
  return summarizeText({ ...options, title, language, text: paragraphs.join('\n\n') });
}

function demoOptions(context: Context): SummaryOptions {
  const chosen = demoSummarySchema.parse(context.req.query());
  return { ...DEFAULT_SUMMARY_OPTIONS, ...chosen, include: ['labels'] };
}

async function getDemoSummary({ settings, build }: Dependencies, context: Context): Promise<Answer> {
  const article = readDemoArticle(context);
  const options = demoOptions(context);
  const summary = await summarizeDemo(article, options);
  return respond(context, settings, {
    etag: releaseEtag(`demo summary ${article.language} ${JSON.stringify(options)} ${build}`),
    cache: 'list',
    contentType: JSON_TYPE,
    body: () => JSON.stringify(summary),
  });
}

async function getDemoPage({ settings, build }: Dependencies, context: Context): Promise<Answer> {
  const article = readDemoArticle(context);
  const options = demoOptions(context);
  const { title, language } = article;
  const summary = await summarizeDemo(article, options);
  const { publicationName } = settings;
  const origin = originOf(context, settings);
  return respond(context, settings, {
    etag: releaseEtag(
      `demo page ${language} ${JSON.stringify(options)} ${origin} ${publicationName} ${build}`,
    ),
    cache: 'list',
    contentType: HTML_TYPE,
    headers: NOINDEX,
    body: () =>
      renderSummaryPage({
        summary,
        title,
        image: null,
        articleUrl: `${origin}/demo/${language === 'ar' ? 'rtl' : 'newspaper'}`,
        ownUrl: `${origin}/demo/${language}/s`,
        publicationName,
      }),
  });
}
