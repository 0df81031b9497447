import { raw } from 'hono/html';
import type { Article, Neighbour } from '../core/article.ts';
import { type Labels, labelsFor } from '../core/labels.ts';
import type { Summary } from '../core/summary.ts';
import { formatDate, formatReadingTime } from './dates.ts';
import { JsonLd, renderDocument } from './document.tsx';
import { HeadLink, Meta } from './head-tags.tsx';
import { SummaryBox } from './summary-box.tsx';
import { widgetScript } from './widget-release.ts';

export interface ArticlePageProps {
  article: Article;
  /** Key points; null where the article shows no summary. */
  summary: Summary | null;
  /** One sentence for search engines and link previews. */
  abstract: string | null;
  publicationName: string;
  origin: string;
}

export function renderArticlePage(props: ArticlePageProps): string {
  const { article, summary, abstract, publicationName, origin } = props;
  const { labels } = labelsFor(article.language);
  const canonical = article.url ?? `${origin}/articles/${article.slug}`;
  return renderDocument({
    title: article.title,
    description: abstract ?? undefined,
    language: article.language,
    publicationName,
    canonical,
    skipLabel: labels.readArticle,
    head: (
      <>
        <ArticleHead {...props} canonical={canonical} />
        {summary && <script async src={widgetScript(labelsFor(article.language).language)} />}
      </>
    ),
    children: (
      <article>
        {article.tags[0] === undefined ? null : <p class="kicker">{article.tags[0]}</p>}
        <h1>{article.title}</h1>
        <Byline article={article} labels={labels} />
        <LeadImage image={article.image} />
        {summary && <SummaryBox summary={summary} labels={labels} position="top" />}
        <div class="body">{raw(article.html ?? '')}</div>
        {summary && <SummaryBox summary={summary} labels={labels} position="bottom" />}
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
      <time datetime={article.publishedAt}>{formatDate(article.publishedAt, article.language)}</time> ·{' '}
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

function ArticleHead({
  article,
  abstract,
  publicationName,
  origin,
  canonical,
}: ArticlePageProps & { canonical: string }) {
  const own = `${origin}/articles/${article.slug}`;
  return (
    <>
      <HeadLink rel="alternate" type="text/markdown" href={`${own}.md`} />
      <HeadLink rel="alternate" type="text/plain" href={`${own}.txt`} />
      <HeadLink rel="alternate" type="application/json" href={`${origin}/v1/articles/${article.slug}`} />
      {article.previous && <HeadLink rel="prev" href={`${origin}/articles/${article.previous.slug}`} />}
      {article.next && <HeadLink rel="next" href={`${origin}/articles/${article.next.slug}`} />}
      <Meta property="og:type" content="article" />
      <Meta property="og:title" content={article.title} />
      <Meta property="og:url" content={canonical} />
      {abstract && <Meta property="og:description" content={abstract} />}
      {article.image && <Meta property="og:image" content={article.image.url} />}
      {article.image?.alt && <Meta property="og:image:alt" content={article.image.alt} />}
      <Meta property="article:published_time" content={article.publishedAt} />
      <Meta property="article:modified_time" content={article.updatedAt} />
      {article.tags.map((tag) => (
        <Meta property="article:tag" content={tag} />
      ))}
      <JsonLd data={describeArticle(article, { abstract, publicationName, canonical })} />
    </>
  );
}

/** schema.org NewsArticle. */
function describeArticle(
  article: Article,
  {
    abstract,
    publicationName,
    canonical,
  }: { abstract: string | null; publicationName: string; canonical: string },
) {
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    ...(abstract === null ? {} : { abstract }),
    ...(article.byline === null ? {} : { author: { '@type': 'Person', name: article.byline } }),
    ...(article.image === null ? {} : { image: article.image.url }),
    ...(article.tags.length === 0 ? {} : { keywords: article.tags }),
    datePublished: article.publishedAt,
    dateModified: article.updatedAt,
    inLanguage: article.language,
    mainEntityOfPage: canonical,
    publisher: { '@type': 'Organization', name: publicationName },
    isAccessibleForFree: article.access === 'full',
  };
}
