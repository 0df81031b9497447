import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FrontMatter, type SplitSource } from '../folder/front-matter.ts';
import { isFalse, wordsOf } from '../folder/front-values.ts';
import type { ContentFile, ContentFolder } from '../folder/list-files.ts';
import { addressOn, hugoName, joinPath, splitDatedName, splitPath } from '../folder/path-names.ts';
import { findRoot } from '../folder/site-root.ts';
import { withoutLiquid } from '../marks/liquid.ts';
import { outsideCode } from '../marks/outside-code.ts';
import { withoutAlerts } from '../marks/wiki-links.ts';
import { commonFacts, firstHeading, reasonToLeaveOut } from './common.ts';
import type { FolderSystem, Reading } from './system.ts';

const CONFIG_FILES = [
  '.eleventy.js',
  'eleventy.config.js',
  'eleventy.config.mjs',
  'eleventy.config.cjs',
  'eleventy.config.ts',
];

/** Eleventy: a file's path is its address, dates and capitals included; data files of folders may say another. */
export const eleventy: FolderSystem = {
  name: 'Eleventy',
  async open(content, { baseUrl, permalink, zone = 'UTC' }) {
    const root = await findRoot(content.folder, CONFIG_FILES);
    if (root === undefined) return undefined;
    const defaults = await readFolderData(content);
    const prefix = root.inside.replace(/^(?:src|content|input)(?:\/|$)/u, '');
    return {
      read: (file, source) =>
        readPage({ baseUrl, permalink, zone, prefix, defaults, now: Date.now() }, file, source),
    };
  },
};

interface Rules {
  baseUrl: string | undefined;
  permalink: string | undefined;
  zone: string;
  prefix: string;
  defaults: FolderData;
  now: number;
}

/** What data files of folders say, by folder. */
interface FolderData {
  values: ReadonlyMap<string, FrontMatter>;
  /** Folders in which a program may say the permalink. */
  programmed: ReadonlySet<string>;
}

/** `posts/posts.json`, `posts/posts.11tydata.json`, `posts/posts.11tydata.js`: for every file of the folder and below. */
async function readFolderData({ folder, files }: ContentFolder): Promise<FolderData> {
  const values = new Map<string, FrontMatter>();
  const programmed = new Set<string>();
  const folders = new Set(files.flatMap(({ name }) => foldersAround(splitPath(name).folders)));
  for (const path of folders) {
    const own = path.split('/').at(-1) || (folder.split(/[\\/]/u).at(-1) ?? '');
    const read = (ending: string) =>
      readFile(join(folder, path, own + ending), 'utf8').catch(() => undefined);
    for (const ending of ['.json', '.11tydata.json']) {
      const source = await read(ending);
      if (source !== undefined)
        values.set(path, new FrontMatter(JSON.parse(source) as Record<string, unknown>));
    }
    const programs = await Promise.all(['js', 'cjs', 'mjs', 'ts'].map((kind) => read(`.11tydata.${kind}`)));
    if (programs.some((source) => source?.includes('permalink'))) programmed.add(path);
  }
  return { values, programmed };
}

/** The nearest first. */
function foldersAround(folders: readonly string[]): string[] {
  return Array.from({ length: folders.length + 1 }, (_, above) =>
    folders.slice(0, folders.length - above).join('/'),
  );
}

function readPage(rules: Rules, { name }: ContentFile, { front, markdown }: SplitSource): Reading {
  const { folders, stem } = splitPath(name);
  const reason = reasonToLeaveOut(front, folders, rules.now);
  if (reason !== undefined) return { kind: 'left-out', reason };
  const given = front.get('permalink') ?? permalinkAround(folders, rules.defaults);
  if (isFalse(given)) return { kind: 'left-out', reason: 'has no page (permalink: false)' };
  const address = addressOf(rules, name, front, wordsOf(given));
  const { facts, notes } = commonFacts(front, { zone: 'UTC', parts: /$^/u, url: address });
  const { day, rest } = splitDatedName(stem);
  const isRelative = /^(?:last modified|created|git )/iu.test(wordsOf(front.get('date')) ?? '');
  return {
    kind: 'article',
    notes: [
      ...(isRelative ? ['has the date of its file: left without a date'] : notes),
      ...(address === null && rules.baseUrl !== undefined
        ? [`has the permalink "${String(given)}", which only the site can fill: left without an address`]
        : []),
    ],
    raw: {
      ...facts,
      name,
      slug: hugoName(rest === 'index' ? (folders.at(-1) ?? rest) : rest, { dropsAccents: true }),
      title: wordsOf(front.get('title')) ?? firstHeading(markdown) ?? rest.replace(/[-_]+/gu, ' '),
      body: {
        markdown: outsideCode(
          withoutLiquid(markdown, (key) => wordsOf(front.get(key))),
          withoutAlerts,
        ),
      },
      publishedAt: facts.publishedAt ?? (day === undefined ? null : `${day}T00:00:00Z`),
    },
  };
}

/** Of the nearest folder that says one. What a program says is not known, and stands as a template that nobody fills. */
function permalinkAround(folders: readonly string[], { values, programmed }: FolderData): unknown {
  for (const folder of foldersAround(folders)) {
    if (programmed.has(folder)) return '{% a program of the site %}';
    const given = values.get(folder)?.get('permalink');
    if (given !== undefined) return given;
  }
  return undefined;
}

function addressOf(
  { baseUrl, permalink, prefix }: Rules,
  name: string,
  front: FrontMatter,
  given: string | undefined,
): string | null {
  if (baseUrl === undefined) return null;
  const { folders, stem } = splitPath(joinPath([prefix, name]));
  const fileSlug = splitDatedName(stem === 'index' ? (folders.at(-1) ?? '') : stem).rest;
  const pattern = given ?? permalink;
  if (pattern !== undefined) {
    const path = fillTemplate(pattern, {
      fileSlug,
      title: wordsOf(front.get('title')),
      slug: wordsOf(front.get('slug')),
    });
    return path === undefined ? null : addressOn(baseUrl, path.replace(/(^|\/)index\.html$/u, '$1'));
  }
  // `posts/posts.md` is the page of the folder, as `posts/index.md` is.
  const isFolder = stem === 'index' || stem === folders.at(-1);
  return addressOn(baseUrl, joinPath([...folders, isFolder ? '' : stem]).concat('/'));
}

/** `{{ page.fileSlug }}`, `{{ title | slugify }}`; whatever else a template says is not guessed. */
function fillTemplate(
  pattern: string,
  values: { fileSlug: string; title: string | undefined; slug: string | undefined },
): string | undefined {
  let isKnown = !pattern.includes('{%');
  const path = pattern.replace(
    /\{\{\s*([\w.]+)\s*((?:\|\s*\w+\s*)*)\}\}/gu,
    (_, name: string, filters: string) => {
      const value =
        name === 'page.fileSlug'
          ? values.fileSlug
          : name === 'title'
            ? values.title
            : name === 'slug'
              ? values.slug
              : undefined;
      const isSlug = /^\s*\|\s*slug(?:ify)?\s*$/u.test(filters);
      // Its own table of letters ("ü" is "ue", "&" is "and") is not copied: only plain words are sure.
      const isPlain = /^[a-z\d]+(?:[ -][a-z\d]+)*$/iu.test(value ?? '');
      if (value === undefined || (filters.trim() !== '' && !(isSlug && isPlain))) isKnown = false;
      return isSlug ? (value ?? '').toLowerCase().replaceAll(' ', '-') : (value ?? '');
    },
  );
  return isKnown && !path.includes('{{') ? path : undefined;
}
