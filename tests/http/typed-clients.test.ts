import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalService, run, startLocalService } from '../cli/local-service.ts';

/**
 * What docs/api.md tells about typed clients, done: generate, compile strictly, make the six main calls. The generators
 * stand in a folder of their own, since one of them wants an older TypeScript: `npm run setup:clients` installs them.
 */
const FOLDER = 'tests/clients';
const isInstalled = existsSync(`${FOLDER}/node_modules/openapi-typescript`);
if (!isInstalled) console.warn('npm run setup:clients was not run: typed clients are not generated.');

const TEXT =
  'The harbour bridge will close on 3 May. Engineers found cracks in two of its piers. Buses will run on the old road.';

const GENERATORS = [
  {
    name: 'openapi-typescript',
    command: 'openapi-typescript "$DOCUMENT" -o generated/openapi-typescript.ts',
  },
  { name: 'hey-api', command: 'openapi-ts -i "$DOCUMENT" -o generated/hey-api' },
  { name: 'orval', command: 'orval --config orval.config.mjs' },
];

describe.skipIf(!isInstalled)('a typed client', () => {
  let service: LocalService;

  const inFolder = (command: string) =>
    run('bash', [
      '-c',
      `cd ${FOLDER} && export DOCUMENT=./generated/openapi.json PATH="$PWD/node_modules/.bin:$PATH" && ${command}`,
    ]);

  beforeAll(async () => {
    service = await startLocalService();
    await rm(`${FOLDER}/generated`, { recursive: true, force: true });
    await mkdir(`${FOLDER}/generated`);
    const document = await (await fetch(`${service.origin}/openapi.json`)).text();
    await writeFile(`${FOLDER}/generated/openapi.json`, document);
    for (const { name, command } of GENERATORS) {
      const { code, stdout } = await inFolder(`${command} 2>&1`);
      expect({ name, code, stdout: code === 0 ? '' : stdout }).toEqual({ name, code: 0, stdout: '' });
    }
  });

  afterAll(async () => {
    await service.interrupt();
  });

  it('compiles strictly, with what we compile with and with TypeScript 5', async () => {
    for (const compiler of ['../../node_modules/.bin/tsc', 'tsc']) {
      const { code, stdout } = await inFolder(`${compiler} -p .`);
      expect({ compiler, code, stdout }).toEqual({ compiler, code: 0, stdout: '' });
    }
  });

  it.each(GENERATORS)('made by $name makes the six main calls', async ({ name }) => {
    const outfile = `${FOLDER}/generated/${name}.mjs`;
    const options = { bundle: true, format: 'esm', platform: 'node', logLevel: 'silent' } as const;
    await build({ ...options, entryPoints: [`${FOLDER}/${name}.ts`], outfile });
    const slug = `bridge-${name}`;
    const values = `ORIGIN=${service.origin} TOKEN=local-token SLUG=${slug}`;
    const { code, stdout } = await run('bash', ['-c', `${values} node ${outfile}`]);
    expect({ code, stdout: code === 0 ? '' : stdout }).toEqual({ code: 0, stdout: '' });
    const results = JSON.parse(stdout) as Record<string, unknown>;
    expect(results).toMatchObject({ written: 201, listed: [slug], title: 'Harbour bridge to close' });
    for (const call of ['summary', 'byUrl', 'sent']) {
      const sentences = results[call] as string[];
      expect(sentences.length, call).toBeGreaterThan(0);
      for (const sentence of sentences) expect(TEXT).toContain(sentence);
    }
  });
});
