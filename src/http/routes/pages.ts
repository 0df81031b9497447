import { isSlug } from '../../core/article/slug.ts';
import { articleTag } from '../../core/catalogue/copy-keys.ts';
import { formatEtag } from '../../core/catalogue/etag.ts';
import { DomainError } from '../../core/errors.ts';
import { loadLabels } from '../../core/labels/labels.ts';
import { loadOnce } from '../../core/load-once.ts';
import type { SummaryOptions } from '../../core/summary/summary-options.ts';
import { DEFAULT_SUMMARY_OPTIONS } from '../../core/summary/wanted.ts';
import { type ReadableArticle, readArticle } from '../../flows/read-article.ts';
import { summaryIfAny } from '../../flows/summarize-article.ts';
import { widgetPagePolicy } from '../../pages/page-policy.ts';
import { type Answer, HTML_TYPE } from '../answer.ts';
import { type Context, callerAddress, type Dependencies, originOf, viewOf } from '../context.ts';
import { canonicalLink, redirect, respond } from '../respond.ts';

const articlePages = loadOnce(() => import('../../pages/article-page.tsx'));

const ABSTRACT: SummaryOptions = { ...DEFAULT_SUMMARY_OPTIONS, type: 'tldr' };

/** `/articles/{slug}`, `/articles/{slug}.md` and `/articles/{slug}.txt`. */
export async function getArticleFile(dependencies: Dependencies, context: Context): Promise<Answer> {
  const [, name = '', extension] = /^([^.]*)(?:\.(md|txt))?$/u.exec(context.req.param('file') ?? '') ?? [];
  if (!isSlug(name)) throw new DomainError({ kind: 'article-not-found' });
  const article = await readArticle(dependencies, name, callerAddress(context));
  return extension === undefined
    ? respondPage(dependencies, context, article)
    : respondText(dependencies, context, article, extension === 'md' ? 'markdown' : 'plain-text');
}

async function respondPage(
  dependencies: Dependencies,
  context: Context,
  article: ReadableArticle,
): Promise<Answer> {
  const { settings, build } = dependencies;
  const { publicationName } = settings;
  const { head } = article;
  const tags = [articleTag(head.slug)];
  if (head.access === 'summary' && head.url !== null) {
    return redirect(context, settings, { status: 302, location: head.url, cache: 'article', tags });
  }
  const view = viewOf(context, settings);
  const { origin } = view;
  return respond(context, settings, {
    etag: formatEtag(head, `page ${JSON.stringify(view)} ${publicationName} ${build}`),
    cache: 'article',
    contentType: HTML_TYPE,
    language: head.language,
    tags,
    headers: { 'Content-Security-Policy': await widgetPagePolicy() },
    body: async () => {
      const { renderArticlePage } = await articlePages();
      return renderArticlePage({
        article: article.article(),
        summary: await summaryIfAny(article, DEFAULT_SUMMARY_OPTIONS, view),
        abstract: await summaryIfAny(article, ABSTRACT, view),
        labels: (await loadLabels(head.language)).labels,
        publicationName,
        origin,
      });
    },
  });
}

async function respondText(
  { settings, build }: Dependencies,
  context: Context,
  article: ReadableArticle,
  form: 'markdown' | 'plain-text',
): Promise<Answer> {
  const { head } = article;
  if (head.access === 'summary') throw new DomainError({ kind: 'text-not-public' });
  const textOf = form === 'markdown' ? await loadMarkdownWriter() : articleText;
  return respond(context, settings, {
    etag: formatEtag(head, `${form} ${build}`),
    cache: 'article',
    contentType: form === 'markdown' ? 'text/markdown; charset=utf-8' : 'text/plain; charset=utf-8',
    language: head.language,
    tags: [articleTag(head.slug)],
    links: () => [canonicalLink(head, originOf(context, settings))],
    body: () => textOf(article),
  });
}

/** The reader of HTML is made ready when somebody wants Markdown. */
async function loadMarkdownWriter(): Promise<(article: ReadableArticle) => string> {
  const { toMarkdown } = await import('../../core/content/markdown/to-markdown.ts');
  return (article) => {
    const { title, html } = article.article();
    return `${toMarkdown(`<h1>${escapeTitle(title)}</h1>`).trim()}\n\n${toMarkdown(html ?? '').trim()}\n`;
  };
}

function escapeTitle(title: string): string {
  return title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function articleText(article: ReadableArticle): string {
  const { title, text } = article.article();
  return `${title}\n\n${text ?? ''}\n`;
}
