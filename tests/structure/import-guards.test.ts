import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { run } from '../cli/local-service.ts';

/** Files that break a rule are written where the rule holds, and taken away again. */
const written: string[] = [];

afterEach(async () => {
  await Promise.all(written.splice(0).map((path) => rm(path, { recursive: true, force: true })));
});

async function write(folder: string, source: string): Promise<string> {
  const path = await mkdtemp(join(folder, 'guard-'));
  written.push(path);
  const file = join(path, 'breaks-a-rule.ts');
  await writeFile(file, source);
  return file;
}

describe('the lint guard', () => {
  it.each([
    ['src/core', "import '../../flows/ports.ts';"],
    ['src/core', "import 'hono';"],
    ['src/core', "import 'node:fs';"],
    ['src/core/summarizer', "import '../../article/article.ts';"],
    ['src/core/summarizer', "import 'zod';"],
    ['src/flows', "import '../../adapters/kv-copies.ts';"],
    ['src/flows', "import 'cloudflare:workers';"],
    ['src/adapters', "import '../../http/app.ts';"],
    ['src/http', "import '../../adapters/kv-copies.ts';"],
    ['src/pages', "import 'cloudflare:workers';"],
    ['src/widget', "import '../../flows/ports.ts';"],
    ['src/cli', "import '../../adapters/kv-copies.ts';"],
  ])('refuses in %s: %s', async (folder, source) => {
    const file = await write(folder, `${source}\n`);
    const { code, stdout, stderr } = await run('npx', ['biome', 'lint', '--max-diagnostics=5', file]);
    expect(code).toBe(1);
    expect(stdout + stderr).toContain('noRestrictedImports');
  });
});

describe('the type guard', () => {
  it.each([
    ['src/core', 'export const namespace: KVNamespace | undefined = undefined;', 'KVNamespace'],
    ['src/core', "export const answer = fetch('https://news.example');", 'fetch'],
    ['src/core', 'export const now = performance.now();', 'performance'],
    ['src/core', 'export const page = document;', 'document'],
  ])('refuses in %s: %s', async (folder, source, name) => {
    const file = await write(folder, `${source}\n`);
    const { code, stdout } = await run('npx', ['tsc', '-p', folder]);
    expect(code).not.toBe(0);
    expect(stdout).toContain(`${file.replace(`${folder}/`, `${folder}/`)}`);
    expect(stdout).toContain(`'${name}'`);
  });
});
