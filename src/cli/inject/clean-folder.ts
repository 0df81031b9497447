import { readFile, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listFiles, listPages } from '../built-site.ts';
import { removeUnfinished, writeWhole } from '../write-whole.ts';
import { withoutPieces } from './mark-pieces.ts';
import { STYLE_FILE } from './style-file.ts';

/**
 * Takes everything out again. @returns How many pages held something.
 *
 * @throws {Error} as `listPages`; where a page cannot be read or written, those before it are clean.
 */
export async function cleanFolder(folder: string, { isDry = false } = {}): Promise<number> {
  let cleaned = 0;
  if (!isDry) await removeUnfinished(await listFiles(folder));
  for (const { file } of await listPages(folder)) {
    const page = await readFile(file, 'latin1');
    const clean = withoutPieces(page);
    if (clean === page) continue;
    cleaned += 1;
    if (!isDry) await writeWhole(file, Buffer.from(clean, 'latin1'));
  }
  if (!isDry) await removeStyle(folder);
  return cleaned;
}

/** The sheet, and the folders above it that held nothing else. */
async function removeStyle(folder: string): Promise<void> {
  const file = join(folder, STYLE_FILE);
  await rm(file, { force: true });
  for (const empty of [dirname(file), dirname(dirname(file))]) {
    try {
      await rmdir(empty);
    } catch {
      return; // Not there, or the site has something of its own in it.
    }
  }
}
