import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildLibrary, type Library } from '../../src/cli/build-library.ts';

const run = promisify(execFile);

/** A package, built, packed and installed as a stranger would; nothing is fetched. */
export interface InstalledLibrary {
  /** A project of its own, with nothing but the package. */
  project: string;
  /** Files in the tarball. */
  files: string[];
  /** Its `package.json`. */
  described: Record<string, unknown>;
  /** The module itself. */
  module: string;
}

export async function installLibrary(library: Library): Promise<InstalledLibrary> {
  const folder = await mkdtemp(join(tmpdir(), 'standfirst-library-'));
  await buildLibrary(join(folder, 'library'), library);
  const packing = ['pack', '--json', '--pack-destination', folder, join(folder, 'library')];
  const [packed] = JSON.parse((await run('npm', packing)).stdout) as [
    { filename: string; files: { path: string }[] },
  ];
  const project = await mkdtemp(join(folder, 'project-'));
  await writeFile(join(project, 'package.json'), '{"private":true,"type":"module"}');
  const tarball = join(folder, packed.filename);
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: project });
  const installed = join(project, 'node_modules', library.name);
  return {
    project,
    files: packed.files.map(({ path }) => path).sort(),
    described: JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')),
    module: await readFile(join(installed, 'index.js'), 'utf8'),
  };
}
