import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { parsePublishedTime } from '../../core/extraction/metadata/published-time.ts';
import { type ImportItem, type ImportSource, isOld, toItem } from './import-item.ts';

type FrontMatter = Readonly<Record<string, unknown>>;

/**
 * A folder of Markdown with front matter, as Hugo (TOML, page bundles), Jekyll (dated names, `published: false`) and
 * Astro (`pubDate`) write it.
 *
 * @param baseUrl - Where the site stands: gives articles their page address. Without it they are ours to show.
 */
export function createMarkdownSource(
  folder: string,
  { since, baseUrl }: { since: string | undefined; baseUrl: string | undefined },
): ImportSource {
  let total: number | undefined;
  return {
    total: () => total,
    async *items() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries
        .filter(
          (entry) =>
            entry.isFile() && /\.(?:md|mdx|markdown)$/iu.test(entry.name) && entry.name !== '_index.md',
        )
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
      total = files.length;
      for (const file of files) {
        const item = await readFileItem(folder, file, baseUrl);
        if (item === 'draft') yield { kind: 'refused', name: relative(folder, file), reason: 'is a draft' };
        else if (!isOld(item, since)) yield item;
      }
    },
  };
}

async function readFileItem(
  folder: string,
  file: string,
  baseUrl: string | undefined,
): Promise<ImportItem | 'draft'> {
  const name = relative(folder, file);
  try {
    const { front, markdown } = splitFrontMatter(await readFile(file, 'utf8'));
    if (front.draft === true || front.published === false) return 'draft';
    const named = nameOf(file);
    return toItem({
      name,
      slug: text(front.slug) ?? named.slug,
      title: text(front.title) ?? firstHeading(markdown) ?? named.slug.replaceAll('-', ' '),
      body: { markdown: withoutTemplates(markdown) },
      url: addressOf(front, name, named.slug, baseUrl),
      byline: names(front.author ?? front.authors).join(', ') || null,
      publishedAt:
        instant(front.date ?? front.pubDate ?? front.publishDate ?? front.publishedAt) ?? named.day,
      updatedAt: instant(
        front.lastmod ?? front.updatedDate ?? front.last_modified_at ?? front.updatedAt ?? front.updated,
      ),
      language: text(front.lang) ?? text(front.language) ?? text(front.locale) ?? null,
      tags: [...names(front.tags), ...names(front.categories)],
      image: imageOf(front, baseUrl),
    });
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { kind: 'refused', name, reason: `front matter: ${reason}` };
  }
}

/** YAML between `---`, TOML between `+++`, JSON up to its closing brace. */
export function splitFrontMatter(source: string): { front: FrontMatter; markdown: string } {
  const clean = source.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n');
  if (/^\{\s*\n/u.test(clean)) return splitJson(clean);
  const [, fence, block = '', markdown = ''] =
    /^(---|\+\+\+)[ \t]*\n([\s\S]*?)\n?\1[ \t]*(?:\n|$)([\s\S]*)$/u.exec(clean) ?? [];
  if (fence === undefined) return { front: {}, markdown: clean };
  const front: unknown = fence === '---' ? parseYaml(block) : parseToml(block);
  return { front: typeof front === 'object' && front !== null ? (front as FrontMatter) : {}, markdown };
}

/** Hugo's third kind: an object before the text. */
function splitJson(source: string): { front: FrontMatter; markdown: string } {
  const end = source.indexOf('\n}\n') + 2;
  if (end < 2) return { front: {}, markdown: source };
  return { front: JSON.parse(source.slice(0, end)) as FrontMatter, markdown: source.slice(end) };
}

/** `2026-03-02-title.md`, `title.md`, `title/index.md`. */
function nameOf(file: string): { slug: string; day: string | null } {
  const stem = basename(file).replace(/\.\w+$/u, '');
  const name = stem === 'index' ? basename(dirname(file)) : stem;
  const [, day, rest = name] = /^(\d{4}-\d{2}-\d{2})-(.+)$/u.exec(name) ?? [];
  const slug = rest
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  return { slug, day: day === undefined ? null : (parsePublishedTime(day) ?? null) };
}

function addressOf(
  front: FrontMatter,
  name: string,
  slug: string,
  baseUrl: string | undefined,
): string | null {
  const own = text(front.canonical) ?? text(front.canonicalURL) ?? text(front.url) ?? text(front.permalink);
  if (own !== undefined) return URL.parse(own, baseUrl)?.href ?? null;
  if (baseUrl === undefined) return null;
  const folder =
    dirname(name) === '.' || /(?:^|\/)index\.\w+$/u.test(name) ? dirname(dirname(name)) : dirname(name);
  const path = [folder === '.' ? '' : folder, slug].filter((part) => part !== '').join('/');
  return new URL(`${path}/`, baseUrl.replace(/\/?$/u, '/')).href;
}

/** Hugo's shortcodes and Jekyll's tags are programs of the site; here they would be noise. */
function withoutTemplates(markdown: string): string {
  const tags = [
    ['{{<', '>}}'],
    ['{{%', '%}}'],
    ['{%', '%}'],
  ] as const;
  return tags
    .reduce((text, [open, close]) => withoutSpans(text, open, close), markdown)
    .replace(/^(?:import|export)\s.+from\s.+$/gmu, '');
}

/** In one pass, so that a file of nothing but openings is read as fast as any other. */
function withoutSpans(text: string, open: string, close: string): string {
  const [before = '', ...parts] = text.split(open);
  const rest = parts.map((part) => {
    const end = part.indexOf(close);
    return end === -1 ? open + part : part.slice(end + close.length);
  });
  return before + rest.join('');
}

function firstHeading(markdown: string): string | undefined {
  return /^#\s+(.+)$/mu.exec(markdown)?.[1];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function names(value: unknown): string[] {
  if (typeof value === 'string') return value.split(',').map((part) => part.trim());
  if (Array.isArray(value)) return value.flatMap(names);
  return typeof value === 'object' && value !== null && 'name' in value ? names(value.name) : [];
}

function instant(value: unknown): string | null {
  if (value instanceof Date) return parsePublishedTime(value.toISOString()) ?? null;
  return parsePublishedTime(text(value)) ?? null;
}

function imageOf(front: FrontMatter, baseUrl: string | undefined): { url: string; alt: string } | null {
  const given = front.image ?? front.heroImage ?? front.cover ?? front.featured_image;
  const source =
    text(given) ??
    text((given as FrontMatter | undefined)?.url) ??
    text((given as FrontMatter | undefined)?.src);
  const url = source === undefined ? null : URL.parse(source, baseUrl);
  return url !== null && /^https?:$/u.test(url.protocol)
    ? { url: url.href, alt: text(front.imageAlt) ?? '' }
    : null;
}
