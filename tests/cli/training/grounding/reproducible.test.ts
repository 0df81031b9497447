import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const DATA = '../shared/data/grounding';
const MODEL = 'src/core/grounding/model';
const FILES = ['grounding-weights.json', 'lexicon.json'];

if (!existsSync(DATA)) console.log(`Skipped: ${DATA} is not there, which the gate's model is trained from.`);

describe.skipIf(!existsSync(DATA))('training the gate', () => {
  it('gives the very bytes that are committed, in another run', async () => {
    const out = await mkdtemp(join(tmpdir(), 'standfirst-training-'));
    try {
      await promisify(execFile)(process.execPath, [
        'src/cli/train-grounding.ts',
        '--data',
        DATA,
        '--out',
        out,
      ]);
      for (const file of FILES)
        expect(readFileSync(join(out, file), 'utf8') === readFileSync(join(MODEL, file), 'utf8')).toBe(true);
    } finally {
      await rm(out, { recursive: true });
    }
  });
});
