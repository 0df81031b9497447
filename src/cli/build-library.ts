import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { compileEarly } from './bundle/compile-early.ts';
import { isEarly } from './bundle/early-sources.ts';

/**
 * `npm run build:library`: what is of use alone as packages of their own in `dist`, ready for `npm pack`: one ES module
 * each and its types, made from one door.
 */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Library {
  name: string;
  description: string;
  /** The module that it is made from. Paths are told from the root of the repository. */
  door: string;
  /** A second module of the package, `./<name>`: less of the same. */
  smaller?: { name: string; door: string };
  /** The folder that holds the door and everything that its types name. */
  root: string;
  /** Types of what its runtimes have. */
  globals: string;
  readme: string;
}

export const SUMMARIZER: Library = {
  name: 'standfirst-summarizer',
  description: 'Picks the sentences of an article that a reader in a hurry should read',
  door: 'src/core/summarizer/index.ts',
  smaller: { name: 'plain', door: 'src/core/summarizer/plain.ts' },
  root: 'src/core/summarizer',
  globals: 'src/core/web-globals.d.ts',
  readme: 'docs/library.md',
};

export const INJECTOR: Library = {
  name: 'standfirst-injector',
  description: 'Puts the summary of an article into its page, in a Worker of your own',
  door: 'src/adapters/injector/library.ts',
  root: 'src',
  globals: 'node_modules/@cloudflare/workers-types/index.d.ts',
  readme: 'docs/injection-library.md',
};

/** @param folder - Emptied first. */
export async function buildLibrary(folder: string, library: Library): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const doors = doorsOf(library);
  const { version, license, engines } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  const described = {
    name: library.name,
    version,
    description: library.description,
    license,
    type: 'module',
    sideEffects: false,
    engines,
    exports: Object.fromEntries(
      doors.map(({ path, file, door }) => [
        path,
        { types: `./types/${typesOf(library, door)}`, default: `./${file}` },
      ]),
    ),
    files: [...doors.map(({ file }) => file), 'types'],
  };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(described, null, 2)}\n`);
  await cp(join(ROOT, library.readme), join(folder, 'README.md'));
  await cp(join(ROOT, 'LICENSE'), join(folder, 'LICENSE'));
  for (const { file, door } of doors) await writeModule(door, join(folder, file));
  await writeTypes(library, join(folder, 'types'));
}

/** Names stay as they are written: whoever bundles it minifies it. */
async function writeModule(door: string, outfile: string): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, door)],
    outfile,
    write: false,
    sourcemap: 'external',
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2024',
    charset: 'utf8',
    legalComments: 'none',
    packages: 'external', // There are none: an import of one would show in the test of the package.
  });
  const [map, code] = outputFiles.map(({ text }) => text);
  const { code: early } = compileEarly({ code: code ?? '', map: JSON.parse(map ?? '') }, isEarly);
  await writeFile(outfile, early);
}

/** The declarations that the door leads to, and no others. */
async function writeTypes(library: Library, folder: string): Promise<void> {
  const { root, globals } = library;
  const doors = doorsOf(library).map(({ door }) => door);
  const work = await mkdtemp(join(tmpdir(), 'standfirst-types-'));
  try {
    const project = {
      extends: join(ROOT, 'src/core/tsconfig.json'),
      compilerOptions: {
        noEmit: false,
        incremental: false,
        declaration: true,
        emitDeclarationOnly: true,
        rootDir: join(ROOT, root),
        outDir: join(work, 'types'),
      },
      files: [...doors, globals].map((file) => join(ROOT, file)),
      include: [],
    };
    await writeFile(join(work, 'tsconfig.json'), JSON.stringify(project));
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
    await promisify(execFile)(process.execPath, [compiler, '-p', work]);
    for (const door of doors) await copyReachable(join(work, 'types'), folder, typesOf(library, door));
  } finally {
    await rm(work, { recursive: true });
  }
}

/** The modules of a package: what imports name, the file, and what that is made from. */
function doorsOf({ door, smaller }: Library): { path: string; file: string; door: string }[] {
  const whole = { path: '.', file: 'index.js', door };
  return smaller === undefined
    ? [whole]
    : [whole, { path: `./${smaller.name}`, file: `${smaller.name}.js`, door: smaller.door }];
}

/** Where a door's types stand below the folder of types. */
function typesOf({ root }: Library, door: string): string {
  return relative(root, door).replace(/\.ts$/u, '.d.ts');
}

const RELATIVE_IMPORT = /(["'])(\.{1,2}\/[^"']+)\.ts["']/g;

async function copyReachable(from: string, to: string, door: string): Promise<void> {
  const seen = new Set<string>();
  const visit = async (path: string): Promise<void> => {
    if (seen.has(path)) return;
    seen.add(path);
    const text = await readFile(join(from, path), 'utf8');
    const target = join(to, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text.replace(RELATIVE_IMPORT, '$1$2.js$1'));
    for (const [, , module] of text.matchAll(RELATIVE_IMPORT))
      await visit(join(dirname(path), `${module}.d.ts`));
  };
  await visit(door);
}

async function report(folder: string): Promise<void> {
  const bytes = await readFile(join(folder, 'index.js'));
  const types = (await readdir(join(folder, 'types'), { recursive: true })).filter((name) =>
    name.endsWith('.d.ts'),
  );
  console.log(
    `${folder}: index.js ${(bytes.length / 1024).toFixed(1)} KB, ${(gzipSync(bytes, { level: 9 }).length / 1024).toFixed(1)} KB gzip; ${types.length} files of types`,
  );
}

if (import.meta.filename === process.argv[1]) {
  for (const [folder, library] of [
    ['dist/library', SUMMARIZER],
    ['dist/injector', INJECTOR],
  ] as const) {
    await buildLibrary(resolve(folder), library);
    await report(resolve(folder));
  }
}
