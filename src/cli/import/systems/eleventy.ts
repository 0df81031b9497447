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
  /** What data files say for a folder. */
  defaults: ReadonlyMap<string, FrontMatter>;
  now: number;
}

/** `posts/posts.json` and `posts/posts.11tydata.json`: what holds for every file of the folder. */
async function readFolderData({ folder, files }: ContentFolder): Promise<Map<string, FrontMatter>> {
  const found = new Map<string, FrontMatter>();
  const folders = new Set(files.map(({ name }) => splitPath(name).folders.join('/')));
  for (const path of folders) {
    const own = path.split('/').at(-1) || (folder.split(/[\\/]/u).at(-1) ?? '');
    for (const name of [`${own}.json`, `${own}.11tydata.json`]) {
      const source = await readFile(join(folder, path, name), 'utf8').catch(() => undefined);
      if (source !== undefined)
        found.set(path, new FrontMatter(JSON.parse(source) as Record<string, unknown>));
    }
  }
  return found;
}

function readPage(rules: Rules, { name }: ContentFile, { front, markdown }: SplitSource): Reading {
  const { folders, stem } = splitPath(name);
  const reason = reasonToLeaveOut(front, folders, rules.now);
  if (reason !== undefined) return { kind: 'left-out', reason };
  const given = front.get('permalink') ?? rules.defaults.get(folders.join('/'))?.get('permalink');
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
    return path === undefined ? null : addressOn(baseUrl, path);
  }
  return addressOn(baseUrl, joinPath([...folders, stem === 'index' ? '' : stem]).concat('/'));
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
      if (value === undefined || (filters.trim() !== '' && !isSlug)) isKnown = false;
      return isSlug ? hugoName(value ?? '', { dropsAccents: true }).replace(/[._+~]/gu, '') : (value ?? '');
    },
  );
  return isKnown && !path.includes('{{') ? path : undefined;
}
