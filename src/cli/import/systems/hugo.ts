import { basename } from 'node:path';
import type { FrontMatter } from '../folder/front-matter.ts';
import { dayInZone, isTrue, wordsOf } from '../folder/front-values.ts';
import type { ContentFile, ContentFolder } from '../folder/list-files.ts';
import { addressOn, hugoName, joinPath, splitDatedName, splitPath } from '../folder/path-names.ts';
import { type Config, findRoot, type SiteRoot } from '../folder/site-root.ts';
import { withoutAttributes } from '../marks/kramdown.ts';
import { outsideCode } from '../marks/outside-code.ts';
import { withoutShortcodes } from '../marks/shortcodes.ts';
import { withoutAlerts } from '../marks/wiki-links.ts';
import { commonFacts, DATE_KEYS, firstHeading, reasonToLeaveOut } from './common.ts';
import { fillPermalink } from './permalink.ts';
import type { FolderSystem, OpenSite, Reading, SystemOptions } from './system.ts';

const CONFIG_FILES = [
  'hugo.toml',
  'hugo.yaml',
  'hugo.yml',
  'hugo.json',
  'config.toml',
  'config.yaml',
  'config.yml',
  'config.json',
];

/** Hugo, as 0.111 reads a site: keys without case, leaf bundles, languages in file names, `permalinks` by section. */
export const hugo: FolderSystem = {
  name: 'Hugo',
  async open(content, options) {
    const root = await findRoot(content.folder, CONFIG_FILES);
    const isHugos =
      root !== undefined &&
      (root.file.startsWith('hugo.') || 'baseurl' in root.config || 'languagecode' in root.config);
    return isHugos ? openHugo(content, root, options) : undefined;
  },
};

/** Hugo's rules for a folder whose configuration is not at hand: what most sites of Markdown do. */
export function openHugo(
  content: ContentFolder,
  root: SiteRoot | undefined,
  options: SystemOptions,
): OpenSite {
  const rules = rulesOf(content, root, options);
  return { read: (file, { front, markdown }) => readFile(rules, file, front, markdown) };
}

interface Rules {
  baseUrl: string | undefined;
  zone: string;
  /** From the content folder to the folder that was named. */
  prefix: string;
  languages: ReadonlySet<string> | undefined;
  defaultLanguage: string;
  defaultInFolder: boolean;
  permalinks: Readonly<Record<string, string>>;
  ugly: boolean;
  keepsCase: boolean;
  dropsAccents: boolean;
  /** Whether the name of a file may give its date, and then leaves the address. */
  datesByName: boolean;
  hidesHtml: boolean;
  bundles: ReadonlySet<string>;
  params: Config;
  now: number;
}

const flag = (config: Config, key: string): boolean => isTrue(config[key]);
const objectOf = (value: unknown): Config =>
  typeof value === 'object' && value !== null ? (value as Config) : {};

function rulesOf(content: ContentFolder, root: SiteRoot | undefined, options: SystemOptions): Rules {
  const config = root?.config ?? {};
  const inside = root?.inside ?? '';
  const languages = Object.keys(objectOf(config.languages));
  const permalinks = objectOf(config.permalinks);
  const byPage = 'page' in permalinks ? objectOf(permalinks.page) : permalinks;
  const given = options.permalink === undefined ? {} : { '*': options.permalink };
  return {
    baseUrl: options.baseUrl ?? wordsOf(config.baseurl),
    zone: wordsOf(config.timezone) ?? options.zone ?? 'UTC',
    prefix: inside.replace(/^content(?:\/|$)/u, ''),
    languages: root === undefined ? undefined : new Set(languages),
    defaultLanguage: wordsOf(config.defaultcontentlanguage) ?? 'en',
    defaultInFolder: flag(config, 'defaultcontentlanguageinsubdir'),
    permalinks: { ...(byPage as Record<string, string>), ...given },
    ugly: flag(config, 'uglyurls'),
    keepsCase: flag(config, 'disablepathtolower'),
    dropsAccents: flag(config, 'removepathaccents'),
    datesByName: JSON.stringify(objectOf(config.frontmatter)).includes(':filename'),
    hidesHtml: root !== undefined && !/"unsafe":true/u.test(JSON.stringify(objectOf(config.markup))),
    bundles: new Set(
      content.files
        .filter(({ name }) => /(?:^|\/)index(?:\.[\w-]+)?\.\w+$/u.test(name))
        .map(({ name }) => splitPath(name).folders.join('/')),
    ),
    params: objectOf(config.params),
    now: Date.now(),
  };
}

function readFile(rules: Rules, { name }: ContentFile, front: FrontMatter, markdown: string): Reading {
  const place = placeOf(rules, name);
  const reason = reasonOf(rules, name, place.stem, front);
  if (reason !== undefined) return { kind: 'left-out', reason };
  const dated = splitDatedName(place.stem);
  const { facts, notes } = commonFacts(front, {
    zone: rules.zone,
    parts: /$^/u,
    url: null,
    dateKeys: DATE_KEYS,
  });
  const byName = rules.datesByName && dated.day !== undefined ? `${dated.day}T00:00:00Z` : null;
  // Only a site whose rules are not known is given the date of a name: Hugo itself does not look at it.
  const unknownSite =
    rules.languages === undefined && dated.day !== undefined ? `${dated.day}T00:00:00Z` : null;
  const publishedAt = byName ?? facts.publishedAt ?? unknownSite;
  const url = urlOf(rules, place, front, publishedAt);
  const known = (key: string) => wordsOf(front.get(key)) ?? wordsOf(rules.params[key]);
  const visible = rules.hidesHtml ? withoutHtmlBlocks(markdown) : markdown;
  return {
    kind: 'article',
    notes,
    raw: {
      ...commonFacts(front, { zone: rules.zone, parts: /$^/u, url }).facts,
      name,
      slug: hugoName(wordsOf(front.get('slug')) ?? place.stem, { dropsAccents: true }),
      title: wordsOf(front.get('title')) ?? firstHeading(markdown) ?? place.stem.replace(/[-_]+/gu, ' '),
      body: {
        markdown: outsideCode(visible, (text) =>
          withoutAlerts(withoutAttributes(withoutShortcodes(text, known))),
        ),
      },
      publishedAt,
      language: facts.language ?? place.language ?? null,
    },
  };
}

interface Place {
  folders: string[];
  /** Name of the page: of its file, or of its bundle. */
  stem: string;
  language: string | undefined;
}

/** `posts/roof.de.md`, `posts/roof/index.de.md`, `de/posts/roof.md` stay what they are to Hugo. */
function placeOf({ prefix, languages }: Rules, name: string): Place {
  const { folders, stem } = splitPath(joinPath([prefix, name]));
  const [, base = stem, suffix] = /^(.+)\.([A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?)$/u.exec(stem) ?? [];
  const isLanguage = suffix !== undefined && (languages?.has(suffix.toLowerCase()) ?? suffix.length === 2);
  const page = isLanguage ? base : stem;
  const language = isLanguage ? suffix?.toLowerCase() : undefined;
  if (page !== 'index') return { folders, stem: page, language };
  return { folders: folders.slice(0, -1), stem: folders.at(-1) ?? '', language };
}

function reasonOf(rules: Rules, name: string, stem: string, front: FrontMatter): string | undefined {
  const { folders } = splitPath(name);
  if (/^_index(?:\.|$)/u.test(basename(name))) return 'is the page of a list';
  if (
    stem !== folders.at(-1) &&
    folders.some((_, at) => rules.bundles.has(folders.slice(0, at + 1).join('/'))) &&
    !isBundle(name)
  )
    return 'is a resource of a page';
  if (isTrue(front.get('headless'))) return 'is headless';
  const build = objectOf(front.get('_build', 'build'));
  if (/^(?:never|false|link)$/u.test(String(build.render ?? ''))) return 'is never rendered';
  return reasonToLeaveOut(front, folders, rules.now);
}

const isBundle = (name: string): boolean => /(?:^|\/)index(?:\.[\w-]+)?\.\w+$/u.test(name);

function urlOf(rules: Rules, place: Place, front: FrontMatter, publishedAt: string | null): string | null {
  const { baseUrl } = rules;
  const canonical = wordsOf(front.get('canonical', 'canonicalURL'));
  if (canonical !== undefined && URL.parse(canonical) !== null) return canonical;
  if (baseUrl === undefined) return null;
  const own = wordsOf(front.get('url', 'permalink'));
  if (own !== undefined && !own.includes(':')) return addressOn(baseUrl, withSlash(own));
  if (own !== undefined && URL.parse(own) !== null) return own;
  const path = pathOf(rules, place, front, publishedAt, own);
  return path === undefined
    ? null
    : addressOn(baseUrl, joinPath([languageFolder(rules, place.language), path]));
}

function pathOf(
  rules: Rules,
  { folders, stem }: Place,
  front: FrontMatter,
  publishedAt: string | null,
  own: string | undefined,
): string | undefined {
  const { permalinks, ugly, keepsCase, dropsAccents, datesByName } = rules;
  const name = (text: string) => hugoName(text, { keepsCase, dropsAccents });
  const slug = wordsOf(front.get('slug'));
  const page = name(slug ?? (datesByName ? splitDatedName(stem).rest : stem));
  const pattern = own ?? permalinks[folders[0] ?? ''] ?? permalinks['*'];
  if (pattern !== undefined) {
    const title = wordsOf(front.get('title'));
    return fillPermalink(pattern, {
      day: publishedAt === null ? { year: '1', month: '01', day: '01' } : dayInZone(publishedAt, rules.zone),
      values: {
        title: name(title ?? stem),
        slug: slug === undefined ? name(title ?? stem) : name(slug),
        slugorfilename: page,
        slugorcontentbasename: page,
        filename: name(stem),
        contentbasename: name(stem),
        section: name(folders[0] ?? ''),
        sections: folders.map(name).join('/'),
      },
    });
  }
  return joinPath([...folders.map(name), ugly ? `${page}.html` : `${page}/`]);
}

const withSlash = (path: string): string => (/\.\w+$|\/$/u.test(path) ? path : `${path}/`);

function languageFolder({ defaultLanguage, defaultInFolder }: Rules, language: string | undefined): string {
  const isDefault = language === undefined || language === defaultLanguage;
  if (isDefault) return defaultInFolder ? defaultLanguage : '';
  return language;
}

/** Goldmark prints no HTML unless it is told to: a block of it is not on the page. */
function withoutHtmlBlocks(markdown: string): string {
  return outsideCode(markdown, (text) =>
    text
      .split('\n\n')
      .filter((block) => !/^\s{0,3}<(?:[A-Za-z/!])/u.test(block) || /^\s{0,3}<https?:/u.test(block))
      .join('\n\n'),
  );
}
