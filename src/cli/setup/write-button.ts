import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { writeWhole } from '../write-whole.ts';
import { buttonTrouble, describeButton, placeButton } from './deploy-button.ts';
import { SetupFault } from './setup-fault.ts';

const README_PATH = 'README.md';

/**
 * Writes the deploy button of this checkout's own repository into README.md. @returns What to say of it.
 *
 * @param toml - `wrangler.toml`.
 * @throws {SetupFault} where this checkout comes from nowhere that a button can lead to.
 */
export async function writeButton(toml: string): Promise<string> {
  const button = describeButton(await readRemote());
  const placed = placeButton(await readFile(README_PATH, 'utf8'), button);
  if (placed !== undefined) await writeWhole(README_PATH, placed);
  const said =
    placed === undefined
      ? 'README.md keeps no place for it. The line to put there:'
      : 'README.md has it; commit that:';
  const trouble = buttonTrouble(toml);
  return `${said}\n\n${button}${trouble === undefined ? '' : `\n\nBut ${trouble}.`}`;
}

/** Where this checkout was cloned from. */
async function readRemote(): Promise<string> {
  try {
    return (await promisify(execFile)('git', ['remote', 'get-url', 'origin'])).stdout.trim();
  } catch {
    throw new SetupFault(
      'git knows no remote named origin here',
      'Fork the repository on github.com or gitlab.com and clone that, or: git remote add origin <address of the fork>',
    );
  }
}
