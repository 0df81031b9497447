import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { parsePublishedTime } from '../../core/extraction/metadata/published-time.ts';
import { parseWhole, wholeObjects } from './cut-json.ts';
import { type ImportItem, type ImportSource, isOld, toItem } from './import-item.ts';

const postSchema = z.object({
  id: z.string(),
  title: z.nullish(z.string()),
  slug: z.string(),
  html: z.nullish(z.string()),
  plaintext: z.nullish(z.string()),
  feature_image: z.nullish(z.string()),
  type: z.nullish(z.string()),
  status: z.nullish(z.string()),
  visibility: z.nullish(z.string()),
  locale: z.nullish(z.string()),
  updated_at: z.nullish(z.union([z.string(), z.number()])),
  published_at: z.nullish(z.union([z.string(), z.number()])),
});
const linkSchema = z.object({
  post_id: z.string(),
  tag_id: z.optional(z.string()),
  author_id: z.optional(z.string()),
  sort_order: z.nullish(z.number()),
});
const dataSchema = z.object({
  posts: z.array(z.unknown()),
  tags: z._default(
    z.array(z.object({ id: z.string(), name: z.string(), visibility: z.nullish(z.string()) })),
    [],
  ),
  users: z._default(z.array(z.object({ id: z.string(), name: z.string() })), []),
  posts_tags: z._default(z.array(linkSchema), []),
  posts_authors: z._default(z.array(linkSchema), []),
});
const exportSchema = z.object({ db: z.array(z.object({ data: dataSchema })).check(z.minLength(1)) });
const TABLES = Object.keys(dataSchema.shape);
type Data = z.infer<typeof dataSchema>;

/** Whether a JSON text begins like what Ghost's "Export your content" writes. */
export const isGhostExport = (start: string): boolean => /^\s*\{\s*"db"\s*:\s*\[/u.test(start);

/**
 * Ghost's JSON export: posts with their tags and authors. Pages, drafts and mail that was only sent are left out.
 *
 * @param baseUrl - Where the site stands: posts are at `/<slug>/` there unless routes.yaml says otherwise.
 */
export function createGhostExportSource(
  file: string,
  { since, baseUrl }: { since: string | undefined; baseUrl: string | undefined },
): ImportSource {
  let total: number | undefined;
  return {
    total: () => total,
    async *items() {
      const { data, fault } = parseExport(await readFile(file, 'utf8'), file);
      total = data.posts.length;
      const tagsOf = groupNames(data.posts_tags, ({ tag_id }) => tag_id, publicTags(data));
      const authorsOf = groupNames(
        data.posts_authors,
        ({ author_id }) => author_id,
        new Map(data.users.map(({ id, name }) => [id, name])),
      );
      for (const value of data.posts) {
        const item = readPost(value, { baseUrl, tagsOf, authorsOf });
        if (!isOld(item, since)) yield item;
      }
      if (fault !== undefined) yield fault;
    },
  };
}

function parseExport(text: string, file: string): { data: Data; fault?: ImportItem } {
  try {
    const [first] = exportSchema.parse(JSON.parse(text.replace(/^\uFEFF/u, ''))).db;
    return { data: (first as { data: Data }).data };
  } catch (error) {
    if (error instanceof SyntaxError) return readCutExport(text, file, error);
    throw new Error(`${file}: it is no export of Ghost`, { cause: error });
  }
}

/** Of an export that was cut off: the rows of each table that are whole. Tables that came later are missing. */
function readCutExport(text: string, file: string, error: SyntaxError): { data: Data; fault: ImportItem } {
  const rowsOf = (table: string) => {
    const found = new RegExp(`"${table}"\\s*:\\s*(?=\\[)`, 'u').exec(text);
    if (found === null) return [];
    return wholeObjects(text.slice(found.index + found[0].length)).sources.flatMap(parseWhole);
  };
  const parsed = dataSchema.safeParse(Object.fromEntries(TABLES.map((table) => [table, rowsOf(table)])));
  if (!parsed.success || parsed.data.posts.length === 0)
    throw new Error(`${file}: ${error.message}: it may have been cut off`, { cause: error });
  const reason = `is no JSON to its end (${error.message}); what is whole was read, authors and tags may lack`;
  return { data: parsed.data, fault: { kind: 'refused', name: file, reason } };
}

/** "#hide-image" and the like are for themes. */
const publicTags = ({ tags }: Data): Map<string, string> =>
  new Map(tags.filter(({ visibility }) => visibility !== 'internal').map(({ id, name }) => [id, name]));

function groupNames(
  links: readonly z.infer<typeof linkSchema>[],
  idOf: (link: z.infer<typeof linkSchema>) => string | undefined,
  names: ReadonlyMap<string, string>,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const link of links.toSorted((a, b) => (a.sort_order ?? 0) - (b.sort_order ?? 0))) {
    const name = names.get(idOf(link) ?? '');
    if (name !== undefined) groups.set(link.post_id, [...(groups.get(link.post_id) ?? []), name]);
  }
  return groups;
}

interface Around {
  baseUrl: string | undefined;
  tagsOf: ReadonlyMap<string, string[]>;
  authorsOf: ReadonlyMap<string, string[]>;
}

function readPost(value: unknown, { baseUrl, tagsOf, authorsOf }: Around): ImportItem {
  const parsed = postSchema.safeParse(value);
  if (!parsed.success)
    return { kind: 'refused', name: 'a post', reason: 'is not what an export of Ghost holds' };
  const post = parsed.data;
  const { slug: name, html, status, visibility } = post;
  if (post.type != null && post.type !== 'post')
    return { kind: 'left-out', name, reason: `is a ${post.type}` };
  if (status !== 'published' && status !== 'scheduled')
    return { kind: 'left-out', name, reason: `is ${status ?? 'a draft'}` };
  if (html == null || html.trim() === '') return { kind: 'refused', name, reason: 'has no text' };
  const base = baseUrl?.replace(/\/?$/u, '/');
  const isPublic = visibility == null || visibility === 'public';
  return toItem({
    name,
    slug: name,
    title: post.title ?? null,
    body: { html: html.replaceAll('__GHOST_URL__', base?.replace(/\/$/u, '') ?? '') },
    url: base === undefined ? null : new URL(`${name}/`, base).href,
    byline: authorsOf.get(post.id)?.join(', ') ?? null,
    publishedAt: parsePublishedTime(textOf(post.published_at)) ?? null,
    updatedAt: parsePublishedTime(textOf(post.updated_at)) ?? null,
    language: post.locale ?? null,
    tags: tagsOf.get(post.id) ?? [],
    image:
      post.feature_image == null
        ? null
        : { url: post.feature_image.replace('__GHOST_URL__', base?.replace(/\/$/u, '') ?? ''), alt: '' },
    access: isPublic ? null : 'summary',
  });
}

const textOf = (value: string | number | null | undefined): string | undefined =>
  value == null ? undefined : String(value);
