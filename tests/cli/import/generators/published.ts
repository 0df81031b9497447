import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { createFolderSource } from '../../../../src/cli/import/folder-source.ts';
import { articlesOf, collectItems, type Files, writeFolder } from '../folder.ts';

/** What a generator published, or what we would: by title, so that neither side's address decides which is which. */
type Published = Record<string, { url: string; date: string; tags: string[]; language: string }>;

/** Of a page whose site says nothing of it. */
const LANGUAGE = 'en';

/** Where `npm run setup:generators` installs the generators of npm. */
const NPM_FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** Whether Debian's program is installed. */
export const hasProgram = (program: string): boolean =>
  spawnSync(program, ['--version']).error === undefined ||
  spawnSync(program, ['version']).error === undefined;

/** Whether a generator of npm is installed; says so where it is not, since its test is skipped then. */
export function hasPackage(name: string): boolean {
  const isInstalled = existsSync(join(NPM_FOLDER, 'node_modules', name));
  if (!isInstalled) console.warn(`npm run setup:generators was not run: ${name} is not compared.`);
  return isInstalled;
}

/** A site for a generator of npm, which finds its packages from there. */
export async function writeNpmSite(files: Files): Promise<string> {
  const folder = await writeFolder({ 'package.json': '{"type": "module"}', ...files });
  await symlink(join(NPM_FOLDER, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Builds a site, which must succeed without a word of complaint. */
export function build(folder: string, command: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, TZ: 'UTC', LANG: 'C.UTF-8', ASTRO_TELEMETRY_DISABLED: '1' },
  });
  expect([status, stderr]).toEqual([0, '']);
}

/** What a page says of itself. */
interface Told {
  title: string;
  url: string;
  date: string;
  tags?: string[] | null;
  language?: string | null;
}

/** The generator's pages print what it knows of them as JSON. */
export async function readBuilt(folder: string): Promise<Published> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const pages = await Promise.all(
    files
      .filter((file) => file.isFile() && !/\.(?:xml|txt|md)$/u.test(file.name))
      .map((file) => readFile(join(file.parentPath, file.name), 'utf8')),
  );
  return Object.fromEntries(
    pages
      .flatMap((text) => /\{"(?:title|date)".*\}/su.exec(text) ?? [])
      .map((text) => JSON.parse(text) as Told)
      .map(({ title, url, date, tags, language }) => [
        title,
        { url: decodeURI(url), date: toUtc(date), tags: tags ?? [], language: language ?? LANGUAGE },
      ]),
  );
}

/** Hugo dates what has no date to the year 1; we date it to the first day of 1970. */
const toUtc = (date: string): string =>
  date.startsWith('0001') ? '1970-01-01T00:00:00Z' : new Date(date).toISOString().replace('.000Z', 'Z');

/** What an import of the folder would publish today. */
export async function readOurs(folder: string): Promise<Published> {
  const options = {
    since: undefined,
    baseUrl: 'https://news.example',
    system: undefined,
    permalink: undefined,
    zone: undefined,
  };
  const items = await collectItems(createFolderSource(folder, options));
  return Object.fromEntries(
    articlesOf(items)
      .filter(({ publishedAt }) => Date.parse(publishedAt ?? '') <= Date.now())
      .map(({ title, url, publishedAt, tags, language }) => [
        title,
        {
          url: decodeURI(new URL(url ?? '').pathname),
          date: publishedAt ?? '',
          tags: tags ?? [],
          language: language ?? LANGUAGE,
        },
      ]),
  );
}

export const page = (front: string): string => `---\n${front}\n---\nThe ferry sails at noon.\n`;
