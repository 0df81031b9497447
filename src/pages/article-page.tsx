import { raw } from 'hono/html';
import type { Article, Neighbour } from '../core/article/article.ts';
import { dateOf, lastChangeOf } from '../core/article/dates.ts';
import { readerUrl } from '../core/fetching/reader-url.ts';
import type { Labels } from '../core/labels/labels.ts';
import { heldLanguage } from '../core/labels/languages.ts';
import { describeAbstract } from '../core/summary/describe-abstract.ts';
import type { Summary } from '../core/summary/summary.ts';
import { formatReadingTime } from './dates.ts';
import { renderDocument } from './document.ts';
import { asyncScript, headLink, jsonLd, meta, sharePicture } from './head-tags.ts';
import { PublishedTime } from './published-time.tsx';
import { createSummaryBox } from './summary-box.tsx';
import { widgetScript } from './widget-release.ts';

export interface ArticlePageProps {
  article: Article;
  /** Key points; null where the article shows no summary. */
  summary: Summary | null;
  /** One sentence for search engines and link previews. */
  abstract: Summary | null;
  /** In the article's language. */
  labels: Labels;
  publicationName: string;
  origin: string;
}

export function renderArticlePage(props: ArticlePageProps): Blob {
  const { article, summary, abstract, labels, publicationName, origin } = props;
  const boxAt = summary === null ? () => null : createSummaryBox(summary, labels);
  return renderDocument({
    title: article.title,
    description: article.description ?? abstract?.text,
    language: article.language,
    publicationName,
    canonical: readerUrl(article, origin),
    skipLabel: labels.readArticle,
    head: articleHead(props),
    children: (
      <article>
        {article.tags[0] === undefined ? null : <p class="kicker">{article.tags[0]}</p>}
        <h1>{article.title}</h1>
        <Byline article={article} labels={labels} />
        <LeadImage image={article.image} />
        {boxAt('top')}
        <div class="body">{raw(article.html ?? '')}</div>
        {boxAt('bottom')}
        <Around previous={article.previous} next={article.next} labels={labels} />
      </article>
    ),
  });
}

function Byline({ article, labels }: { article: Article; labels: Labels }) {
  return (
    <p class="byline">
      {article.byline === null ? null : (
        <>
          <strong>{article.byline}</strong> ·{' '}
        </>
      )}
      <PublishedTime article={article} />
      {formatReadingTime(article.readingTimeSeconds, labels, article.language)}
    </p>
  );
}

function LeadImage({ image }: { image: Article['image'] }) {
  if (image === null) return null;
  return (
    <figure class="lead-image">
      <img src={image.url} alt={image.alt} />
    </figure>
  );
}

function Around({
  previous,
  next,
  labels,
}: {
  previous: Neighbour | null;
  next: Neighbour | null;
  labels: Labels;
}) {
  if (previous === null && next === null) return null;
  return (
    <nav class="around" aria-label={`${labels.previousArticle}, ${labels.nextArticle}`}>
      {previous && (
        <a rel="prev" href={`/articles/${previous.slug}`}>
          <span>{labels.previousArticle}</span>
          <b>{previous.title}</b>
        </a>
      )}
      {next && (
        <a rel="next" href={`/articles/${next.slug}`}>
          <span>{labels.nextArticle}</span>
          <b>{next.title}</b>
        </a>
      )}
    </nav>
  );
}

function articleHead({ article, summary, abstract, publicationName, origin }: ArticlePageProps): string[] {
  const { slug, title, image, tags } = article;
  const page = (of: string) => `${origin}/articles/${of}`;
  const alternate = (type: string, href: string) => headLink({ rel: 'alternate', type, href });
  const property = (name: string, content: string) => meta({ property: name, content });
  const canonical = readerUrl(article, origin);
  const description = article.description ?? abstract?.text ?? null;
  const date = dateOf(article);
  return [
    alternate('text/markdown', `${page(slug)}.md`),
    alternate('text/plain', `${page(slug)}.txt`),
    alternate('application/json', `${origin}/v1/articles/${slug}`),
    property('og:type', 'article'),
    property('og:title', title),
    property('og:url', canonical),
    description === null ? '' : property('og:description', description),
    sharePicture(image, origin),
    date === null ? '' : property('article:published_time', date),
    property('article:modified_time', lastChangeOf(article)),
    ...tags.map((tag) => property('article:tag', tag)),
    jsonLd(describeArticle(article, { abstract, publicationName, canonical })),
    summary === null ? '' : asyncScript(widgetScript(heldLanguage(article.language))),
  ];
}

/** schema.org NewsArticle. */
function describeArticle(
  article: Article,
  {
    abstract,
    publicationName,
    canonical,
  }: { abstract: Summary | null; publicationName: string; canonical: string },
) {
  const date = dateOf(article);
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    ...(article.description === null ? {} : { description: article.description }),
    ...(abstract === null ? {} : describeAbstract(abstract)),
    ...(article.byline === null ? {} : { author: { '@type': 'Person', name: article.byline } }),
    ...(article.image === null ? {} : { image: article.image.url }),
    ...(article.tags.length === 0 ? {} : { keywords: article.tags }),
    ...(date === null ? {} : { datePublished: date }),
    dateModified: lastChangeOf(article),
    inLanguage: article.language,
    mainEntityOfPage: canonical,
    publisher: { '@type': 'Organization', name: publicationName },
    isAccessibleForFree: article.access === 'full',
  };
}
