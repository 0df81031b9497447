import type { FrontMatter, SplitSource } from '../folder/front-matter.ts';
import { dayInZone, namesOf, startOfDay, wordsOf } from '../folder/front-values.ts';
import type { ContentFile, ContentFolder } from '../folder/list-files.ts';
import {
  addressOn,
  jekyllName,
  jekyllSlug,
  joinPath,
  splitDatedName,
  splitPath,
} from '../folder/path-names.ts';
import { type Config, findRoot } from '../folder/site-root.ts';
import { withoutAttributes } from '../marks/kramdown.ts';
import { withoutLiquid } from '../marks/liquid.ts';
import { outsideCode } from '../marks/outside-code.ts';
import { withoutAlerts } from '../marks/wiki-links.ts';
import { commonFacts, reasonToLeaveOut, titleFromName } from './common.ts';
import { fillPermalink } from './permalink.ts';
import type { FolderSystem, OpenSite, Reading } from './system.ts';

/** Built-in styles of addresses (Jekyll 4.3). */
const STYLES: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

interface Rules {
  baseUrl: string | undefined;
  zone: string;
  permalink: string;
  /** Whether only files in a folder `_posts` are posts. */
  wantsPostsFolder: boolean;
  prefix: string;
  config: Config;
  now: number;
}

/** Jekyll: posts stand in `_posts`, their names hold the day; front matter beats the name. */
export const jekyll: FolderSystem = {
  name: 'Jekyll',
  async open(content, options) {
    const root = await findRoot(content.folder, ['_config.yml', '_config.yaml', '_config.toml']);
    const hasPosts =
      content.files.some(({ name }) => isPost(name)) || /(?:^|\/)_posts(?:\/|$)/u.test(content.folder);
    if (root === undefined && !hasPosts && !isAllDated(content)) return undefined;
    const config = root?.config ?? {};
    const style = options.permalink ?? wordsOf(config.permalink) ?? 'date';
    const base = wordsOf(config.url);
    const rules: Rules = {
      baseUrl: options.baseUrl ?? (base === undefined ? undefined : base + (wordsOf(config.baseurl) ?? '')),
      zone: wordsOf(config.timezone) ?? options.zone ?? 'UTC',
      permalink: STYLES[style] ?? style,
      wantsPostsFolder: hasPosts || root !== undefined,
      prefix: root?.inside ?? '',
      config,
      now: Date.now(),
    };
    return { read: (file, source) => readFile(rules, file, source) } satisfies OpenSite;
  },
};

const isPost = (name: string): boolean => /(?:^|\/)_posts\//u.test(name);

/** A folder of nothing but dated names is what `_posts` holds. */
function isAllDated({ files }: ContentFolder): boolean {
  return (
    files.length > 0 && files.every(({ name }) => splitDatedName(splitPath(name).stem).day !== undefined)
  );
}

function readFile(rules: Rules, { name }: ContentFile, { front, hasFront, markdown }: SplitSource): Reading {
  const path = joinPath([rules.prefix, name]);
  const { folders, stem } = splitPath(path);
  const { day, rest } = splitDatedName(stem);
  const reason =
    reasonToLeaveOut(front, folders, rules.now) ??
    (rules.wantsPostsFolder && !isPost(path) ? 'is no post' : undefined) ??
    (day === undefined || !hasFront
      ? 'is no post: its name holds no date, or it has no front matter'
      : undefined);
  if (reason !== undefined) return { kind: 'left-out', reason };
  const { facts, notes } = factsOf(rules, front, null);
  const publishedAt = facts.publishedAt ?? startOfDay(day as string, rules.zone);
  const url = urlOf(rules, { front, folders, rest, publishedAt });
  const known = (key: string) => knownValue(rules, front, key);
  return {
    kind: 'article',
    notes:
      url === null && rules.baseUrl !== undefined
        ? [...notes, 'has a permalink that cannot be filled: left without an address']
        : notes,
    raw: {
      ...factsOf(rules, front, url).facts,
      name,
      slug: jekyllSlug(wordsOf(front.get('slug')) ?? rest),
      title: wordsOf(front.get('title')) ?? titleFromName(rest),
      body: { markdown: withoutLiquid(outsideFences(markdown), known) },
      publishedAt,
    },
  };
}

/** Liquid runs before Markdown, in code too; what kramdown reads does not. */
const outsideFences = (markdown: string): string =>
  outsideCode(markdown, (text) => withoutAlerts(withoutAttributes(text)));

function factsOf({ zone, config }: Rules, front: FrontMatter, url: string | null) {
  // Ruby's YAML reads a time with seconds and without a zone as UTC; the site's zone is for what it does not read.
  const written = wordsOf(front.get('date')) ?? '';
  const isTimestamp = /^\d{4}-\d{1,2}-\d{1,2}[Tt ]+\d{1,2}:\d{2}:\d{2}/u.test(written);
  const found = commonFacts(front, { zone: isTimestamp ? 'UTC' : zone, parts: /\s+/u, url });
  const author = config.author;
  const siteAuthor = namesOf(author, /,/u).join(', ') || null;
  return { ...found, facts: { ...found.facts, byline: found.facts.byline ?? siteAuthor } };
}

function urlOf(
  { baseUrl, permalink, zone }: Rules,
  {
    front,
    folders,
    rest,
    publishedAt,
  }: { front: FrontMatter; folders: string[]; rest: string; publishedAt: string | null },
): string | null {
  if (baseUrl === undefined) return null;
  const slug = wordsOf(front.get('slug'));
  const path = fillPermalink(wordsOf(front.get('permalink')) ?? permalink, {
    day: publishedAt === null ? undefined : dayInZone(publishedAt, zone),
    values: {
      title: jekyllName(slug ?? rest),
      slug: jekyllSlug(slug ?? rest),
      categories: categoriesOf(front, folders).join('/'),
      output_ext: '.html',
    },
  });
  return path === undefined ? null : addressOn(baseUrl, path);
}

/** Folders before `_posts`, then those of the front matter; small letters. */
function categoriesOf(front: FrontMatter, folders: string[]): string[] {
  const before = folders.slice(0, Math.max(0, folders.indexOf('_posts')));
  const own = namesOf(front.get('categories', 'category'), /\s+/u);
  return [...new Set([...before, ...own].map((category) => category.toLowerCase()))];
}

function knownValue({ config }: Rules, front: FrontMatter, key: string): string | undefined {
  if (key === 'site.baseurl' || key === 'site.url') return '';
  const [, owner, member = ''] = /^(site|page)\.([\w-]+)$/u.exec(key) ?? [];
  if (owner === 'page') return wordsOf(front.get(member));
  return owner === 'site' ? wordsOf(config[member.toLowerCase()]) : undefined;
}
