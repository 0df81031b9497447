import * as z from 'zod/mini';
import { parsePublishedTime } from '../../core/extraction/metadata/published-time.ts';
import { type ImportItem, type ImportSource, toItem } from './import-item.ts';
import { AnsweredError, readJson } from './read-url.ts';

const PAGE_SIZE = 100;
const named = z.nullish(z.array(z.object({ name: z.string(), visibility: z.nullish(z.string()) })));
const postSchema = z.object({
  slug: z.string(),
  title: z.string(),
  html: z.nullish(z.string()),
  url: z.string(),
  published_at: z.nullish(z.string()),
  updated_at: z.nullish(z.string()),
  feature_image: z.nullish(z.string()),
  feature_image_alt: z.nullish(z.string()),
  visibility: z.nullish(z.string()),
  locale: z.nullish(z.string()),
  authors: named,
  tags: named,
});
const pageSchema = z.object({
  posts: z.array(z.unknown()),
  meta: z.object({ pagination: z.object({ pages: z.int(), total: z.int() }) }),
});

/** Posts by Ghost's Content API. @param key - A content key: it reads what is public and nothing else. */
export function createGhostSource(site: string, key: string, since: string | undefined): ImportSource {
  let total: number | undefined;
  return {
    total: () => total,
    async *items() {
      for (let page = 1, pages = 1; page <= pages; page += 1) {
        const value = await readAnswer(pageAddress(site, key, page, since));
        const { posts, meta } = pageSchema.parse(value);
        pages = meta.pagination.pages;
        total = meta.pagination.total;
        for (const post of posts) yield readPost(post);
      }
    },
  };
}

async function readAnswer(address: string): Promise<unknown> {
  try {
    return (await readJson(address)).value;
  } catch (error) {
    if (error instanceof AnsweredError && (error.status === 401 || error.status === 403))
      throw new Error(
        `Ghost does not know this content key (${error.status}): make one under Settings, Integrations, and give it with --key.`,
        { cause: error },
      );
    throw error;
  }
}

function pageAddress(site: string, key: string, page: number, since: string | undefined): string {
  const url = new URL('ghost/api/content/posts/', site.split('/ghost/api', 1).join('').replace(/\/?$/u, '/'));
  const query = {
    key,
    limit: String(PAGE_SIZE),
    page: String(page),
    include: 'authors,tags',
    formats: 'html',
    order: 'published_at asc',
    ...(since === undefined ? {} : { filter: `updated_at:>='${since}'` }),
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

function readPost(value: unknown): ImportItem {
  const parsed = postSchema.safeParse(value);
  if (!parsed.success)
    return { kind: 'refused', name: 'a post', reason: 'is not what the Content API promises' };
  const post = parsed.data;
  const { html, visibility } = post;
  if (html == null || html === '')
    return { kind: 'refused', name: post.slug, reason: 'has no text that is public' };
  return toItem({
    name: post.slug,
    title: post.title,
    body: { html },
    url: post.url,
    byline: post.authors?.map(({ name }) => name).join(', ') ?? null,
    publishedAt: parsePublishedTime(post.published_at ?? undefined) ?? null,
    updatedAt: parsePublishedTime(post.updated_at ?? undefined) ?? null,
    language: post.locale ?? null,
    // "#hide-image" and the like are for themes.
    tags: post.tags?.filter((tag) => tag.visibility !== 'internal').map(({ name }) => name) ?? [],
    image: post.feature_image == null ? null : { url: post.feature_image, alt: post.feature_image_alt ?? '' },
    access: visibility == null || visibility === 'public' ? null : 'summary',
  });
}
