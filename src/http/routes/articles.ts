import { type ArticlePut, articlePutSchema } from '../../core/article/article.ts';
import { type ListParameters, listParametersSchema } from '../../core/article/article-list.ts';
import { toArticle } from '../../core/catalogue/article-record.ts';
import { LIST_TAG } from '../../core/catalogue/copy-keys.ts';
import { formatEtag, formatListEtag } from '../../core/catalogue/etag.ts';
import { DomainError } from '../../core/errors.ts';
import { ARTICLE_JSON_MAX_BYTES } from '../../core/limits.ts';
import { deleteArticle } from '../../flows/delete-article.ts';
import { type ArticleList, listArticles, listForToken } from '../../flows/list-articles.ts';
import { searchArticles } from '../../flows/search-articles.ts';
import { type Answer, JSON_TYPE } from '../answer.ts';
import { mayReadTruth, requireScope } from '../auth.ts';
import { readJsonBody } from '../body.ts';
import { type Context, callerAddress, type Dependencies, originOf } from '../context.ts';
import { slugOfOwnPage } from '../own-page.ts';
import { preconditionsOf } from '../preconditions.ts';
import { contentLanguage, link, respond } from '../respond.ts';
import { isOurSite } from '../settings.ts';
import { knownSlug, newSlug } from '../slug.ts';
import { parseBody, parseQuery, refuseQuery } from '../validate.ts';
import { articleVariant } from './article.ts';

export async function getList(dependencies: Dependencies, context: Context): Promise<Answer> {
  const { settings } = dependencies;
  const query = parseQuery(context, listParametersSchema);
  const seesTruth = await mayReadTruth(context, settings);
  const { catalogue, changes, items, page } = await findArticles(dependencies, query, seesTruth, context);
  const here = new URL(context.req.url);
  const pageLink = (cursor: string, relation: string) => {
    const target = new URL(`${here.pathname}${here.search}`, originOf(context, settings));
    target.searchParams.set('cursor', cursor);
    return link(target.href, relation);
  };
  return respond(context, settings, {
    // Drafts do not count as changes of the list, so what a token sees has no validator that could be trusted.
    etag: formatListEtag(
      catalogue,
      changes,
      `list ${here.search} ${seesTruth ? crypto.randomUUID() : ''} ${dependencies.build}`,
    ),
    cache: 'list',
    contentType: JSON_TYPE,
    tags: [LIST_TAG],
    links: () => [
      ...(page.next === null ? [] : [pageLink(page.next, 'next')]),
      ...(page.previous === null ? [] : [pageLink(page.previous, 'prev')]),
    ],
    body: () => JSON.stringify({ items, page }),
  });
}

function findArticles(
  dependencies: Dependencies,
  { search, ...query }: ListParameters,
  seesTruth: boolean,
  context: Context,
): Promise<ArticleList> {
  const caller = seesTruth ? null : callerAddress(context);
  if (search !== undefined) return searchArticles(dependencies, { ...query, search }, caller);
  return caller === null
    ? listForToken(dependencies.catalogue, query)
    : listArticles(dependencies, query, caller);
}

export async function putArticle(dependencies: Dependencies, context: Context): Promise<Answer> {
  const { settings, build } = dependencies;
  const { name } = await requireScope(context, settings, 'write');
  const slug = newSlug(context);
  refuseQuery(context);
  const input = parseBody(await readJsonBody(context, ARTICLE_JSON_MAX_BYTES), articlePutSchema);
  refuseOtherSlug(input, slug);
  refuseOwnPage(input, originOf(context, settings));
  // Whoever writes pays for what reads a body; who only reads never does.
  const { publishArticle } = await import('../../flows/publish-article.ts');
  const { outcome, catalogue, record, projection, neighbours } = await publishArticle(
    { ...dependencies, by: name, isOurs: (pageUrl) => isOurSite(settings.sites, pageUrl) },
    slug,
    input,
    preconditionsOf(context),
  );
  const version = { catalogue, slug, revision: record.revision, projection };
  const isNew = outcome === 'created';
  return {
    status: isNew ? 201 : 200,
    cache: 'private',
    contentType: JSON_TYPE,
    headers: {
      ...contentLanguage(record.language),
      ETag: formatEtag(version, articleVariant(build, neighbours)),
      ...(isNew ? { Location: `${originOf(context, settings)}/v1/articles/${slug}` } : {}),
    },
    body: JSON.stringify(toArticle(record, neighbours, true)),
  };
}

/**
 * `url` is the page of the publisher: an article that named one of ours would send its readers round in a circle.
 *
 * @throws {DomainError} `invalid-body`.
 */
function refuseOwnPage({ url }: ArticlePut, origin: string): void {
  if (url == null || slugOfOwnPage(url, origin) === undefined) return;
  const detail = 'must be the page of the publisher; leave it out where the article stands here';
  throw new DomainError({ kind: 'invalid-body', errors: [{ pointer: '#/url', code: 'own-page', detail }] });
}

/** @throws {DomainError} `invalid-body`. */
function refuseOtherSlug(input: ArticlePut, slug: string): void {
  if (input.slug === undefined || input.slug === slug) return;
  const detail = 'must be the slug of the path, or left out';
  throw new DomainError({
    kind: 'invalid-body',
    errors: [{ pointer: '#/slug', code: 'other-slug', detail }],
  });
}

export async function removeArticle(
  { catalogue, settings }: Dependencies,
  context: Context,
): Promise<Answer> {
  await requireScope(context, settings, 'write');
  const slug = knownSlug(context);
  refuseQuery(context);
  await deleteArticle(catalogue, slug, preconditionsOf(context));
  return { status: 204, cache: 'private', body: null };
}
