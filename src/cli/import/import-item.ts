import { createHash } from 'node:crypto';
import { type ArticleInput, articleInputSchema, slugSchema } from '../../core/article/article.ts';
import { UNDATED } from '../../core/article/dates.ts';
import { cleanName } from '../../core/extraction/metadata/person-name.ts';
import { decodeText } from '../../core/extraction/page/decode-text.ts';
import { slugForPage } from '../../core/fetching/page-hash.ts';
import '../../core/issues-in-english.ts';
import { BYLINE_MAX_LENGTH, TAG_MAX_LENGTH, TAGS_MAX_COUNT, TITLE_MAX_LENGTH } from '../../core/limits.ts';

/**
 * One article to bring in, or why it stays out: `left-out` is what its system does not publish either, `refused` what
 * should have come and cannot.
 */
export type ImportItem =
  | {
      kind: 'article';
      slug: string;
      article: ArticleInput;
      /** What of it could not be kept. */
      notes?: readonly string[];
      /** Where it comes from, for messages. */
      name?: string;
    }
  | { kind: 'left-out'; name: string; reason: string }
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

/** Fits an article into the limits of the service; what cannot fit is refused with the reason, a picture is left out. */
export function toItem(raw: RawArticle): ImportItem {
  const { name, url = null } = raw;
  const image = imageOn(raw.image, url);
  const parsed = articleInputSchema().safeParse({
    title: clip(titleOf(raw), TITLE_MAX_LENGTH),
    ...raw.body,
    url,
    byline: byline(raw.byline),
    publishedAt: raw.publishedAt ?? UNDATED,
    ...optional('updatedAt', raw.updatedAt),
    ...optional('language', raw.language),
    tags: tags(raw.tags ?? []),
    image,
    ...optional('access', raw.access),
    ...optional('status', raw.status),
    source: raw.source ?? 'import',
  });
  if (parsed.success) {
    const slug = url === null ? slugFor(raw.slug ?? '', name) : slugForPage(url);
    const notes = [
      ...(raw.publishedAt == null ? ['has no date: it stands behind all that have one'] : []),
      ...(image === null && raw.image != null
        ? [`the picture ${raw.image.url} has no address that can be kept`]
        : []),
    ];
    return { kind: 'article', slug, article: parsed.data, notes, name };
  }
  const [issue] = parsed.error.issues;
  return {
    kind: 'refused',
    name,
    reason: `${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is invalid'}`.trim(),
  };
}

const TITLE_WORDS = 12;

/** Some posts have no title (notes, pictures); their first words stand for it. */
function titleOf({ title, body }: RawArticle): string {
  const given = decodeText((title ?? '').replace(TITLE_MARKUP, ''));
  if (given !== '') return given;
  const source = 'html' in body ? body.html : 'markdown' in body ? body.markdown : body.text;
  const words = decodeText(source.slice(0, 2_000).replace(TITLE_MARKUP, ' ')).split(/\s+/u).filter(Boolean);
  return words.length > TITLE_WORDS ? `${words.slice(0, TITLE_WORDS).join(' ')} …` : words.join(' ');
}

/** Titles may hold a little markup (`<em>`); "3 < 5" is none. */
const TITLE_MARKUP = /<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,500})?>/giu;

/** The name in ASCII letters; one that has none is told from others by a digest. */
function slugFor(wanted: string, name: string): string {
  const ascii = wanted
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, SLUG_LENGTH);
  const parsed = slugSchema().safeParse(ascii);
  return parsed.success
    ? parsed.data
    : `article-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}

const SLUG_LENGTH = 120;

function imageOn(image: RawArticle['image'], url: string | null): RawArticle['image'] {
  if (image == null) return null;
  const address = URL.parse(image.url, url ?? undefined);
  return address !== null && /^https?:$/u.test(address.protocol)
    ? { url: address.href, alt: image.alt }
    : null;
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
