import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ImportItem, ImportSource } from '../../../src/cli/import/import-item.ts';

export type Files = Readonly<Record<string, string>>;

/** A folder with these files, gone when the test has ended. */
export async function writeFolder(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'standfirst-folder-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

/** Everything a source has, read. */
export async function collectItems(source: ImportSource): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  for await (const item of source.items()) items.push(item.kind === 'listed' ? await item.read() : item);
  return items;
}

export const articlesOf = (items: readonly ImportItem[]) =>
  items.flatMap((item) => (item.kind === 'article' ? [item.article] : []));

/** What stays out and why, by name. */
export const reasonsOf = (items: readonly ImportItem[]): Record<string, string> =>
  Object.fromEntries(items.flatMap((item) => (item.kind === 'article' ? [] : [[item.name, item.reason]])));
