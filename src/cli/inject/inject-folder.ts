import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BOX_STYLE } from '../../core/injection/box-style.ts';
import { addressOf, type BuiltPage, listFiles, listPages } from '../built-site.ts';
import { describeError } from '../describe-error.ts';
import { removeUnfinished, writeWhole } from '../write-whole.ts';
import { type BoxSource, injectPage, type Outcome } from './inject-page.ts';
import { STYLE_FILE } from './style-file.ts';

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

/**
 * Puts boxes into every article below a folder, one page after the other, and their style sheet beside.
 *
 * @throws {Error} where there is no such folder, or it cannot be listed.
 */
export async function* injectFolder(folder: string, options: InjectOptions): AsyncGenerator<PageReport> {
  const { baseUrl, boxOf, isDry } = options;
  const stylePath = new URL(STYLE_FILE, baseUrl).pathname;
  if (!isDry) await removeUnfinished(await listFiles(folder));
  for (const page of await listPages(folder)) {
    yield await report(page, async () => {
      const built = await readFile(page.file);
      const url = addressOf(page.name, baseUrl);
      const { bytes, outcome } = await injectPage(built, { url, boxOf, stylePath });
      if (isDry) return outcome;
      if (outcome === 'boxes') await writeStyle(folder); // Before the first page that asks for it.
      // An unchanged file keeps its time, by which many uploads tell what to send.
      if (!built.equals(bytes)) await writeWhole(page.file, bytes);
      return outcome;
    });
  }
}

/** A page that cannot be read or written costs the others nothing. */
async function report({ name }: BuiltPage, work: () => Promise<PageReport['outcome']>): Promise<PageReport> {
  try {
    return { name, outcome: await work() };
  } catch (error) {
    return { name, outcome: 'failed', reason: describeError(error) };
  }
}

async function writeStyle(folder: string): Promise<void> {
  const file = join(folder, STYLE_FILE);
  const before = await readFile(file, 'utf8').catch(() => undefined); // The first run on this folder.
  if (before === BOX_STYLE) return;
  await mkdir(dirname(file), { recursive: true });
  await writeWhole(file, BOX_STYLE);
}
