import { type ArticleInput, articleInputSchema, slugSchema } from '../../core/article/article.ts';
import { cleanName } from '../../core/extraction/metadata/person-name.ts';
import { decodeText } from '../../core/extraction/page/decode-text.ts';
import { slugForPage } from '../../core/fetching/page-url.ts';
import { BYLINE_MAX_LENGTH, TAG_MAX_LENGTH, TAGS_MAX_COUNT, TITLE_MAX_LENGTH } from '../../core/limits.ts';

/** One article to bring in, or why it stays out. */
export type ImportItem =
  | { kind: 'article'; slug: string; article: ArticleInput }
  | { kind: 'refused'; name: string; reason: string };

/** What a source lists: an article, or one that still has to be read, which several can be at once. */
export type ListedItem = ImportItem | { kind: 'listed'; read: () => Promise<ImportItem> };

export interface ImportSource {
  /** How many there are, where the source tells before all are read. */
  total(): number | undefined;
  items(): AsyncIterable<ListedItem>;
}

/** What sources know of an article; whatever they lack is null. */
export interface RawArticle {
  /** Named in messages. */
  name: string;
  slug?: string | null;
  title: string | null;
  body: { html: string } | { markdown: string } | { text: string };
  url?: string | null;
  byline?: string | null;
  publishedAt?: string | null;
  updatedAt?: string | null;
  language?: string | null;
  tags?: readonly string[];
  image?: { url: string; alt: string } | null;
  access?: 'full' | 'summary' | null;
  status?: 'published' | 'draft' | null;
  source?: 'import' | 'page';
}

/** Fits an article into the limits of the service; what cannot fit is refused with the reason. */
export function toItem(raw: RawArticle): ImportItem {
  const { name, url = null } = raw;
  const slug = url === null ? slugSchema.safeParse(raw.slug ?? '').data : slugForPage(url);
  if (slug === undefined)
    return { kind: 'refused', name, reason: 'has neither an address nor a usable slug' };
  const parsed = articleInputSchema.safeParse({
    title: clip(decodeText(raw.title ?? ''), TITLE_MAX_LENGTH),
    ...raw.body,
    url,
    byline: byline(raw.byline),
    ...optional('publishedAt', raw.publishedAt),
    ...optional('updatedAt', raw.updatedAt),
    ...optional('language', raw.language),
    tags: tags(raw.tags ?? []),
    image: raw.image ?? null,
    ...optional('access', raw.access),
    ...optional('status', raw.status),
    source: raw.source ?? 'import',
  });
  if (parsed.success) return { kind: 'article', slug, article: parsed.data };
  const [issue] = parsed.error.issues;
  return {
    kind: 'refused',
    name,
    reason: `${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is invalid'}`.trim(),
  };
}

/** `--since` leaves out what was changed before; what does not say when, stays. */
export function isBefore(instant: string | null | undefined, since: string | undefined): boolean {
  return instant != null && since !== undefined && Date.parse(instant) < Date.parse(since);
}

/** {@link isBefore} of an article. */
export function isOld(item: ImportItem, since: string | undefined): boolean {
  return item.kind === 'article' && isBefore(item.article.updatedAt ?? item.article.publishedAt, since);
}

function optional(member: string, value: string | null | undefined): Record<string, string> {
  return value === null || value === undefined ? {} : { [member]: value };
}

function clip(text: string, maxLength: number): string {
  return text.slice(0, maxLength).toWellFormed();
}

function byline(text: string | null | undefined): string | null {
  const [name] = cleanName(text ?? undefined);
  return name === undefined ? null : clip(name, BYLINE_MAX_LENGTH);
}

function tags(names: readonly string[]): string[] {
  const clean = names.map(decodeText).filter((tag) => tag !== '' && tag.length <= TAG_MAX_LENGTH);
  return [...new Set(clean)].slice(0, TAGS_MAX_COUNT);
}
