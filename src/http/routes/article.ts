import type { Neighbours } from '../../core/catalogue/article-record.ts';
import { articleTag } from '../../core/catalogue/copy-keys.ts';
import { formatEtag } from '../../core/catalogue/etag.ts';
import type { ArticleHead } from '../../core/catalogue/projection-schema.ts';
import { type ReadableArticle, readArticle } from '../../flows/read-article.ts';
import { type Answer, JSON_TYPE } from '../answer.ts';
import { mayReadTruth } from '../auth.ts';
import { type Context, callerAddress, type Dependencies, hasQuery, originOf } from '../context.ts';
import { canonicalLink, ownLink, respond } from '../respond.ts';
import { knownSlug } from '../slug.ts';

/** `GET /v1/articles/{slug}`: the article as it stands in its copy. */
export async function getArticle(dependencies: Dependencies, context: Context): Promise<Answer> {
  const { settings, build } = dependencies;
  const slug = knownSlug(context);
  if (hasQuery(context)) (await import('../validate.ts')).refuseQuery(context);
  const seesTruth = await mayReadTruth(context, settings);
  const article = await loadArticle(dependencies, context, slug, seesTruth);
  return respond(context, settings, {
    etag: formatEtag(article.head, articleVariant(build, seesTruth ? article.article() : undefined)),
    cache: 'article',
    contentType: JSON_TYPE,
    language: article.head.language,
    tags: [articleTag(slug)],
    links: () => articleLinks(article.head, originOf(context, settings)),
    body: () => article.articleBytes(),
  });
}

/**
 * @param neighbours - As the truth shows them. A copy counts a change of its neighbours as one of its own; a draft, which
 *   is nobody's neighbour, does not.
 */
export function articleVariant(build: string, neighbours: Neighbours | undefined): string {
  if (neighbours === undefined) return `article ${build}`;
  const { previous, next } = neighbours;
  return `article for a token ${JSON.stringify([previous, next])} ${build}`;
}

/** A token sees the truth, drafts included; everybody else the copy near by. */
export function loadArticle(
  dependencies: Dependencies,
  context: Context,
  slug: string,
  seesTruth: boolean,
): Promise<ReadableArticle> {
  return seesTruth ? readTruth(dependencies, slug) : readArticle(dependencies, slug, callerAddress(context));
}

export async function readTruth({ catalogue }: Dependencies, slug: string): Promise<ReadableArticle> {
  const { readForToken } = await import('../../flows/edit-article.ts');
  return readForToken(catalogue, slug);
}

function articleLinks(head: ArticleHead, origin: string): string[] {
  const neighbour = (slug: string | null, relation: string) =>
    slug === null ? [] : [ownLink(`${origin}/v1/articles/${slug}`, relation)];
  const page = `${origin}/articles/${head.slug}`;
  const texts =
    head.access === 'full'
      ? [
          ownLink(`${page}.md`, 'alternate', 'text/markdown'),
          ownLink(`${page}.txt`, 'alternate', 'text/plain'),
        ]
      : [];
  return [
    canonicalLink(head, origin),
    ...neighbour(head.previous, 'prev'),
    ...neighbour(head.next, 'next'),
    ...(head.summaryEnabled ? [ownLink(`${origin}/v1/articles/${head.slug}/summary`, 'describedby')] : []),
    ...texts,
  ];
}
