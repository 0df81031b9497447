import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../cli/local-service.ts';

/** Lines that break a rule of the folder they stand in. */
const REFUSED_IMPORTS = [
  ['src/core', "import '../../flows/ports.ts';"],
  ['src/core', "import 'hono';"],
  ['src/core', "import 'node:fs';"],
  ['src/core/summarizer', "import '../../article/article.ts';"],
  ['src/core/summarizer', "import 'zod/mini';"],
  ['src/flows', "import '../../adapters/kv-copies.ts';"],
  ['src/flows', "import 'cloudflare:workers';"],
  ['src/adapters', "import '../../http/app.ts';"],
  ['src/http', "import '../../adapters/kv-copies.ts';"],
  ['src/pages', "import 'cloudflare:workers';"],
  ['src/widget', "import '../../flows/ports.ts';"],
  ['src/desk', "import '../../pages/desk/desk-labels.ts';"],
  ['src/cli', "import '../../adapters/kv-copies.ts';"],
] as const;

const UNKNOWN_TO_CORE = [
  ['export const namespace: KVNamespace | undefined = undefined;', 'KVNamespace'],
  ["export const answer = fetch('https://news.example');", 'fetch'],
  ['export const now = performance.now();', 'performance'],
  ['export const page = document;', 'document'],
] as const;

/** Folders that were made where a rule holds; each test's file stands in one of its own. */
const made: string[] = [];

async function write(folder: string, source: string): Promise<string> {
  const path = await mkdtemp(join(folder, 'guard-'));
  made.push(path);
  const file = join(path, 'breaks-a-rule.ts');
  await writeFile(file, `${source}\n`);
  return file;
}

/** What a checker says of all files, told once: starting it takes longer than the check. */
async function judge(
  cases: readonly (readonly [folder: string, source: string])[],
  command: readonly [string, ...string[]],
  withFiles: boolean,
): Promise<{ code: number | null; of: (index: number) => string }> {
  const files = await Promise.all(cases.map(([folder, source]) => write(folder, source)));
  const [program, ...options] = command;
  const { code, stdout, stderr } = await run(program, withFiles ? [...options, ...files] : options);
  const lines = `${stdout}\n${stderr}`.split('\n');
  return { code, of: (index) => lines.filter((line) => line.includes(files[index] as string)).join('\n') };
}

afterAll(async () => {
  await Promise.all(made.map((path) => rm(path, { recursive: true, force: true })));
});

describe('the lint guard', () => {
  let verdict: Awaited<ReturnType<typeof judge>>;
  beforeAll(async () => {
    const lint = ['npx', 'biome', 'lint', '--reporter=github', '--max-diagnostics=none'] as const;
    verdict = await judge(REFUSED_IMPORTS, lint, true);
  });

  it.each(REFUSED_IMPORTS.map((row, index) => [...row, index] as const))(
    'refuses in %s: %s',
    (_folder, _source, index) => {
      expect(verdict.code).toBe(1);
      expect(verdict.of(index)).toContain('noRestrictedImports');
    },
  );
});

describe('the type guard', () => {
  let verdict: Awaited<ReturnType<typeof judge>>;
  beforeAll(async () => {
    const cases = UNKNOWN_TO_CORE.map(([source]) => ['src/core', source] as const);
    verdict = await judge(cases, ['npx', 'tsc', '--pretty', 'false', '-p', 'src/core'], false);
  });

  it.each(UNKNOWN_TO_CORE.map((row, index) => [...row, index] as const))(
    'refuses in src/core: %s',
    (_source, name, index) => {
      expect(verdict.code).not.toBe(0);
      expect(verdict.of(index)).toContain(`'${name}'`);
    },
  );
});
