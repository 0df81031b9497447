import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * What has been sent already, by slug: an import that was interrupted goes on where it stopped, and one that is run
 * again sends only what has changed. One line an article, written after the service has confirmed it.
 */
export interface Journal {
  digestOf(slug: string): string | undefined;
  note(slug: string, digest: string): Promise<void>;
}

const JOURNAL_FOLDER = '.standfirst-import';

/** One journal for each pair of source and service. */
export function journalPath(source: string, target: string): string {
  const name = createHash('sha256').update(`${source}\n${target}`).digest('hex').slice(0, 16);
  return join(JOURNAL_FOLDER, `${name}.ndjson`);
}

export async function openJournal(path: string, isFresh: boolean): Promise<Journal> {
  await mkdir(dirname(path), { recursive: true });
  if (isFresh) await rm(path, { force: true });
  const digests = new Map(await readEntries(path));
  return {
    digestOf: (slug) => digests.get(slug),
    async note(slug, digest) {
      digests.set(slug, digest);
      await appendFile(path, `${JSON.stringify([slug, digest])}\n`);
    },
  };
}

async function readEntries(path: string): Promise<[string, string][]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line): [string, string][] => {
    try {
      return [JSON.parse(line) as [string, string]];
    } catch {
      return []; // The last line of a run that was killed may be half a line.
    }
  });
}

export function digestArticle(article: unknown): string {
  return createHash('sha256').update(JSON.stringify(article)).digest('hex').slice(0, 24);
}
