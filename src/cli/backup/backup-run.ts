import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { describeProblem, type Service } from './backup-service.ts';

/** What an interrupted run was about: only the same one may go on where it stopped. */
export interface RunIdentity {
  origin: string;
  /** Random name of the database: one that was made anew under the same address is another. */
  catalogue: string;
  /** Digest of the file that is put back; empty while one is written. */
  file: string;
}

const noteSchema = z.object({
  origin: z.string(),
  catalogue: z.string(),
  file: z.string(),
  done: z.int().check(z.minimum(0)),
});

/** Every validator begins with the name of its database. @throws {Error} where the service tells none. */
export async function describeRun(service: Service): Promise<Omit<RunIdentity, 'file'>> {
  const { status, body, etag } = await service.request('/v1/articles?limit=1');
  const catalogue = etag?.split('"')[1]?.split('.')[0] ?? '';
  if (status !== 200) throw new Error(`The service answered ${status}: ${describeProblem(body)}`);
  if (catalogue === '') throw new Error('The service does not tell which database it has.');
  return { origin: service.origin, catalogue };
}

export async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

export async function noteRun(noteFile: string, run: RunIdentity, done: number): Promise<void> {
  await writeFile(noteFile, `${JSON.stringify({ ...run, done })}\n`);
}

/** How far this very run has come; undefined where the note is of another run, damaged, or not there. */
export async function readRun(noteFile: string, run: RunIdentity): Promise<number | undefined> {
  const text = await readFile(noteFile, 'utf8').catch(() => '');
  const note = noteSchema.safeParse(parse(text));
  if (!note.success) return undefined;
  const { done, ...other } = note.data;
  const isSame = other.origin === run.origin && other.catalogue === run.catalogue && other.file === run.file;
  return isSame ? done : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // An interrupted write, or none.
  }
}
