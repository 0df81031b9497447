import { rename, rm, stat, writeFile } from 'node:fs/promises';

/** Behind the name of a file that is being written. */
const UNFINISHED = '.standfirst-new';

/**
 * Replaces a file whole or not at all, whatever ends the program in between: renaming is one step (rename(2)). Its mode
 * stays; what a run that was killed leaves is written over by the next one, or goes by {@link removeUnfinished}.
 */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const before = await stat(file).catch(() => undefined); // A new file has no mode to keep.
  const unfinished = file + UNFINISHED;
  await writeFile(unfinished, content, before === undefined ? {} : { mode: before.mode });
  await rename(unfinished, file);
}

/** Removes, of these files, those that a run has left which was killed while it wrote. */
export async function removeUnfinished(files: readonly string[]): Promise<void> {
  for (const file of files) if (file.endsWith(UNFINISHED)) await rm(file, { force: true });
}
