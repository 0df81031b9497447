import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/**
 * `npm run build:library`: the summariser as a package of its own in `dist/library`, ready for `npm pack`: one ES module
 * and its types, made from the summariser's only door.
 */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DOOR = join(ROOT, 'src/core/summarizer/index.ts');
const NAME = 'standfirst-summarizer';

/** @param folder - Emptied first. */
export async function buildLibrary(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { version, license, engines } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  const described = {
    name: NAME,
    version,
    description: 'Picks the sentences of an article that a reader in a hurry should read',
    license,
    type: 'module',
    sideEffects: false,
    engines,
    exports: { '.': { types: './types/index.d.ts', default: './index.js' } },
    files: ['index.js', 'types'],
  };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(described, null, 2)}\n`);
  await cp(join(ROOT, 'docs/library.md'), join(folder, 'README.md'));
  await cp(join(ROOT, 'LICENSE'), join(folder, 'LICENSE'));
  await writeModule(join(folder, 'index.js'));
  await writeTypes(join(folder, 'types'));
}

/** Names and lines stay as they are written: whoever bundles it minifies it. */
async function writeModule(outfile: string): Promise<void> {
  await build({
    entryPoints: [DOOR],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2024',
    charset: 'utf8',
    legalComments: 'none',
    packages: 'external', // There are none: an import of one would show in the test of the package.
  });
}

/** The declarations that the door leads to, and no others. */
async function writeTypes(folder: string): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'standfirst-types-'));
  try {
    const project = {
      extends: join(ROOT, 'src/core/tsconfig.json'),
      compilerOptions: {
        noEmit: false,
        incremental: false,
        declaration: true,
        emitDeclarationOnly: true,
        rootDir: dirname(DOOR),
        outDir: join(work, 'types'),
      },
      files: [DOOR, join(ROOT, 'src/core/web-globals.d.ts')],
      include: [],
    };
    await writeFile(join(work, 'tsconfig.json'), JSON.stringify(project));
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
    await promisify(execFile)(process.execPath, [compiler, '-p', work]);
    await copyReachable(join(work, 'types'), folder);
  } finally {
    await rm(work, { recursive: true });
  }
}

const RELATIVE_IMPORT = /(["'])(\.{1,2}\/[^"']+)\.ts["']/g;

async function copyReachable(from: string, to: string): Promise<void> {
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
  await visit('index.d.ts');
}

if (import.meta.filename === process.argv[1]) {
  const folder = resolve('dist/library');
  await buildLibrary(folder);
  const bytes = await readFile(join(folder, 'index.js'));
  const types = (await readdir(join(folder, 'types'), { recursive: true })).filter((name) =>
    name.endsWith('.d.ts'),
  );
  console.log(
    `${folder}: index.js ${(bytes.length / 1024).toFixed(1)} KB, ${(gzipSync(bytes, { level: 9 }).length / 1024).toFixed(1)} KB gzip; ${types.length} files of types`,
  );
}
