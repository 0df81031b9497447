import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * `npm run build:desk`: bundles the desk's script and sheet into `public/desk-files/`, named by what they hold, so that
 * browsers keep them for ever and a deployment changes both at once.
 */
const SOURCE = fileURLToPath(new URL('../desk/', import.meta.url));
const FOLDER = 'public/desk-files';
/** Tells our pages their names. */
const NAMES_FILE = 'src/pages/desk/desk-files.json';

/** File names and their texts. */
export async function buildDesk(): Promise<{ script: [string, string]; style: [string, string] }> {
  return { script: await bundle('desk.ts', 'js'), style: await bundle('desk.css', 'css') };
}

async function bundle(entry: string, kind: 'js' | 'css'): Promise<[name: string, text: string]> {
  const { outputFiles } = await build({
    entryPoints: [`${SOURCE}${entry}`],
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    legalComments: 'none',
    format: 'iife',
    target: ['chrome123', 'firefox121', 'safari17.5'],
  });
  const text = outputFiles[0]?.text ?? '';
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return [`desk.${hash}.${kind}`, text];
}

async function writeDesk(): Promise<void> {
  const { script, style } = await buildDesk();
  await mkdir(FOLDER, { recursive: true });
  for (const name of await readdir(FOLDER)) await rm(`${FOLDER}/${name}`);
  for (const [name, text] of [script, style]) await writeFile(`${FOLDER}/${name}`, text);
  await writeFile(NAMES_FILE, `${JSON.stringify({ script: script[0], style: style[0] }, null, 2)}\n`);
  console.log(`${script[0]} (${script[1].length} B), ${style[0]} (${style[1].length} B) in ${FOLDER}`);
}

if (import.meta.filename === process.argv[1]) await writeDesk();
