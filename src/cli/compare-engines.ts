import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type * as engine from '../core/summarizer/index.ts';

/**
 * `npm run compare:engines -- <checkout> <folder …>`: whether the summariser of this checkout answers byte for byte as
 * that of another one does. Reads the texts of every `.jsonl` and `.jsonl.gz` below the folders: each is split, ranked,
 * chosen from, asked a question and told by keywords in both. For changes that must change nothing.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SHOWN = 5;

type Engine = Pick<typeof engine, 'summarize' | 'rankSentences' | 'splitSentences' | 'detectLanguage'> & {
  extractKeywords: typeof engine.extractKeywords;
};

async function loadEngine(checkout: string, folder: string, name: string): Promise<Engine> {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [join(checkout, 'src/core/summarizer/index.ts')],
    bundle: true,
    format: 'esm',
    outfile,
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href) as Promise<Engine>;
}

function* filesBelow(path: string): Generator<string> {
  if (statSync(path).isDirectory())
    for (const name of readdirSync(path).sort()) yield* filesBelow(join(path, name));
  else if (/\.(?:dev\.)?jsonl(?:\.gz)?$/.test(path) && !path.includes('.train.')) yield path;
}

interface Line {
  text?: unknown;
  input?: unknown;
  title?: unknown;
  language?: unknown;
  lang?: unknown;
}

function* linesOf(path: string): Generator<Line & { text: string }> {
  const bytes = readFileSync(path);
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  for (const line of lines) {
    if (line.trim() === '') continue;
    const parsed = JSON.parse(line) as Line;
    const text = parsed.text ?? parsed.input;
    if (typeof text === 'string') yield { ...parsed, text };
  }
}

/** Everything that callers can see of one text. */
function answersOf(
  { detectLanguage, extractKeywords, rankSentences, splitSentences, summarize }: Engine,
  line: Line & { text: string },
): string {
  const { text, title } = line;
  const language = line.language ?? line.lang;
  const told = {
    ...(typeof title === 'string' ? { title, description: title } : {}),
    ...(typeof language === 'string' ? { language } : {}),
  };
  const query = text.split(/\s+/).slice(20, 24).join(' ');
  return JSON.stringify([
    detectLanguage(text),
    splitSentences(text),
    rankSentences(text),
    extractKeywords(rankSentences(text)),
    [1, 3, 7].map((sentences) => summarize(text, { ...told, sentences })),
    summarize(text, { query }),
  ]);
}

const [other = '', ...folders] = process.argv.slice(2);
if (!existsSync(join(other, 'src')) || folders.length === 0) {
  console.error('Give the folder of another checkout, and folders of texts.');
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'standfirst-engines-'));
try {
  const own = await loadEngine(ROOT, folder, 'own');
  const beside = await loadEngine(resolve(other), folder, 'other');
  let texts = 0;
  const different: string[] = [];
  for (const file of folders.flatMap((path) => [...filesBelow(path)]))
    for (const line of linesOf(file)) {
      texts += 1;
      if (answersOf(own, line) !== answersOf(beside, line))
        different.push(`${file}: ${line.text.slice(0, 60)}`);
    }
  for (const text of different.slice(0, SHOWN)) console.log(text);
  console.log(`${texts} texts, ${different.length} answered otherwise`);
  if (texts === 0 || different.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
