import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrontMatter, SplitSource } from '../folder/front-matter.ts';
import { isFalse, wordsOf } from '../folder/front-values.ts';
import type { ContentFile } from '../folder/list-files.ts';
import { addressOn, hugoName, joinPath, splitDatedName, splitPath } from '../folder/path-names.ts';
import { findRoot, type SiteRoot } from '../folder/site-root.ts';
import { withoutLiquid } from '../marks/liquid.ts';
import { outsideCode } from '../marks/outside-code.ts';
import { withoutAlerts } from '../marks/wiki-links.ts';
import { commonFacts, firstHeading, reasonToLeaveOut } from './common.ts';
import { type Data, type DataFiles, mergeData, readDataFiles } from './eleventy-data.ts';
import type { FolderSystem, Reading } from './system.ts';

const CONFIG_FILES = [
  '.eleventy.js',
  'eleventy.config.js',
  'eleventy.config.mjs',
  'eleventy.config.cjs',
  'eleventy.config.ts',
];

/** Eleventy: a file's path is its address, dates and capitals included; data files may say another. */
export const eleventy: FolderSystem = {
  name: 'Eleventy',
  async open(content, { baseUrl, permalink }) {
    const site = await findRoot(content.folder, CONFIG_FILES);
    if (site === undefined) return undefined;
    const input = await findInput(site);
    const prefix = input === undefined ? undefined : pathBelow(input, site.inside);
    const nameOf = (file: ContentFile) => joinPath([prefix ?? '', file.name]);
    const folder = prefix === undefined ? content.folder : join(site.root, input ?? '');
    const data = await readDataFiles(folder, content.files.map(nameOf));
    const rules = { baseUrl: prefix === undefined ? undefined : baseUrl, permalink, data, now: Date.now() };
    return {
      read: (file, source) => withPlace(readPage(rules, nameOf(file), source), file, prefix, baseUrl),
    };
  },
};

/** A page outside the folder that Eleventy reads, or of one that a program names, has no address that we know. */
function withPlace(
  reading: Reading,
  { name }: ContentFile,
  prefix: string | undefined,
  baseUrl: string | undefined,
): Reading {
  if (reading.kind === 'left-out') return reading;
  const isUnknown = prefix === undefined && baseUrl !== undefined;
  const note =
    'stands in a folder of which the configuration does not say that Eleventy reads it: left without an address';
  return {
    ...reading,
    raw: { ...reading.raw, name },
    notes: isUnknown ? [...reading.notes, note] : reading.notes,
  };
}

interface Rules {
  baseUrl: string | undefined;
  permalink: string | undefined;
  data: DataFiles;
  now: number;
}

/** The folder that Eleventy reads, from the root; undefined where only a program knows. */
async function findInput({ root, file }: SiteRoot): Promise<string | undefined> {
  const config = await readFile(join(root, file), 'utf8');
  const said =
    inputOfScripts(await readFile(join(root, 'package.json'), 'utf8').catch(() => '')) ??
    /\binput\s*:\s*['"`]([^'"`$]*)['"`]/u.exec(config)?.[1] ??
    /\bsetInputDirectory\(\s*['"`]([^'"`$]*)['"`]/u.exec(config)?.[1];
  if (said !== undefined) return said.replace(/^\.?\/|\/$|^\.$/gu, '');
  return /\binput\s*:|\bsetInputDirectory\(/u.test(config) ? undefined : '';
}

/** `eleventy --input=src` in the scripts of a package. */
function inputOfScripts(manifest: string): string | undefined {
  return manifest
    .split(/\\n|[&|\n]/u)
    .filter((command) => command.includes('eleventy'))
    .map((command) => /--input[= ]\\?['"]?([\w./-]+)/u.exec(command)?.[1])
    .find((input) => input !== undefined);
}

/** `src` and `src/posts` -> `posts`; undefined where the second is not below the first. */
function pathBelow(folder: string, path: string): string | undefined {
  if (folder === '' || path === folder) return folder === '' ? path : '';
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

function readPage(rules: Rules, name: string, { front: own, markdown }: SplitSource): Reading {
  const { folders, stem } = splitPath(name);
  const front = own.map((values) => mergeData(defaultsFor(rules.data, name), values));
  const reason = reasonToLeaveOut(front, folders, rules.now);
  if (reason !== undefined) return { kind: 'left-out', reason };
  const given = front.get('permalink');
  if (isFalse(given)) return { kind: 'left-out', reason: 'has no page (permalink: false)' };
  const address = addressOf(rules, name, front, wordsOf(given));
  const { facts, notes } = commonFacts(front, { zone: 'UTC', parts: /$^/u, url: address });
  const { rest } = splitDatedName(stem);
  // The first day that stands anywhere in the path, also in a folder's name.
  const day = /\d{4}-\d{2}-\d{2}/u.exec(name)?.[0];
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

/** What data files say of a page. What a program says is not known, and stands as a template that nobody fills. */
function defaultsFor(data: DataFiles, name: string): Data {
  const values = data.valuesFor(name);
  return data.hasProgrammedPermalink(name) ? { ...values, permalink: '{% a program of the site %}' } : values;
}

function addressOf(
  { baseUrl, permalink }: Rules,
  name: string,
  front: FrontMatter,
  given: string | undefined,
): string | null {
  if (baseUrl === undefined) return null;
  const { folders, stem } = splitPath(name);
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
