import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { STYLE_VERSION } from '../../core/injection/box-markup.ts';
import { BOX_STYLE } from '../../core/injection/box-style.ts';
import { addressOf } from '../import/site-folder.ts';
import { type BoxSource, injectPage, type Outcome } from './inject-page.ts';
import { withoutPieces } from './mark-pieces.ts';

const PAGE = /\.html?$/iu;
/** No name with a dot in front: hosts of static sites leave such folders out. */
const STYLE_FILE = `standfirst/${STYLE_VERSION}/box.css`;

export interface InjectOptions {
  /** Where the folder is served. */
  baseUrl: string;
  boxOf: BoxSource;
  isDry: boolean;
}

/** What became of one page. */
export interface PageReport {
  name: string;
  outcome: Outcome | 'failed';
  /** Why it failed. */
  reason?: string;
}

/** Puts boxes into every article below a folder, one page after the other, and their style sheet beside. */
export async function* injectFolder(folder: string, options: InjectOptions): AsyncGenerator<PageReport> {
  const { baseUrl, boxOf, isDry } = options;
  const stylePath = new URL(STYLE_FILE, baseUrl).pathname;
  if (!isDry) await writeStyle(folder);
  for (const file of await listPages(folder)) {
    const name = relative(folder, file).split(sep).join('/');
    try {
      const built = await readFile(file);
      const { bytes, outcome } = await injectPage(built, { url: addressOf(name, baseUrl), boxOf, stylePath });
      // An unchanged file keeps its time, by which many uploads tell what to send.
      if (!isDry && !built.equals(bytes)) await writeFile(file, bytes);
      yield { name, outcome };
    } catch (error) {
      yield { name, outcome: 'failed', reason: error instanceof Error ? error.message : String(error) };
    }
  }
}

/** Takes everything out again. @returns How many pages held something. */
export async function cleanFolder(folder: string): Promise<number> {
  let cleaned = 0;
  for (const file of await listPages(folder)) {
    const page = await readFile(file, 'latin1');
    const clean = withoutPieces(page);
    if (clean === page) continue;
    cleaned += 1;
    await writeFile(file, clean, 'latin1');
  }
  await rm(join(folder, 'standfirst', String(STYLE_VERSION)), { recursive: true, force: true });
  return cleaned;
}

async function listPages(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && PAGE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function writeStyle(folder: string): Promise<void> {
  const file = join(folder, STYLE_FILE);
  await mkdir(dirname(file), { recursive: true });
  const before = await readFile(file, 'utf8').catch(() => undefined); // The first run on this folder.
  if (before !== BOX_STYLE) await writeFile(file, BOX_STYLE);
}
