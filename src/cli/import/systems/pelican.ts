import type { SplitSource } from '../folder/front-matter.ts';
import { startOfDay, wordsOf } from '../folder/front-values.ts';
import type { ContentFile } from '../folder/list-files.ts';
import { addressOn, pelicanSlug, splitDatedName, splitPath } from '../folder/path-names.ts';
import { findRoot } from '../folder/site-root.ts';
import { commonFacts, firstHeading, reasonToLeaveOut } from './common.ts';
import { fillPermalink } from './permalink.ts';
import type { FolderSystem, Reading } from './system.ts';

/** Pelican: the title makes the address, the folder the category. Its settings are a program: another pattern wants `--permalink`. */
export const pelican: FolderSystem = {
  name: 'Pelican',
  async open(content, { baseUrl, permalink = '/:slug.html', zone = 'UTC' }) {
    if ((await findRoot(content.folder, ['pelicanconf.py'])) === undefined) return undefined;
    return { read: (file, source) => readPage({ baseUrl, permalink, zone, now: Date.now() }, file, source) };
  },
};

interface Rules {
  baseUrl: string | undefined;
  permalink: string;
  zone: string;
  now: number;
}

function readPage(
  { baseUrl, permalink, zone, now }: Rules,
  { name }: ContentFile,
  { front, markdown }: SplitSource,
): Reading {
  const { folders, stem } = splitPath(name);
  const reason = reasonToLeaveOut(front, folders, now);
  if (reason !== undefined) return { kind: 'left-out', reason };
  const { day, rest } = splitDatedName(stem);
  const title = wordsOf(front.get('title')) ?? firstHeading(markdown) ?? rest;
  const slug = wordsOf(front.get('slug')) ?? pelicanSlug(title);
  const path = fillPermalink(permalink, { day: undefined, values: { slug } });
  const url = baseUrl === undefined || path === undefined ? null : addressOn(baseUrl, path);
  const { facts, notes } = commonFacts(front, { zone, parts: /[,;]/u, url });
  return {
    kind: 'article',
    notes,
    raw: {
      ...facts,
      name,
      slug,
      title,
      body: { markdown },
      publishedAt: facts.publishedAt ?? (day === undefined ? null : startOfDay(day, zone)),
      tags: [...(facts.tags ?? []), ...(front.get('category') === undefined ? folders.slice(-1) : [])],
    },
  };
}
