import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const suites = process.env.SUITES ?? fileURLToPath(new URL('../../../shared/suites', import.meta.url));
const FOLDER = `${suites}/bad-bodies`;
const GENERATOR = `${FOLDER}/generate-large.mjs`;

export interface BadBody {
  id: string;
  kind: string;
  expect: string;
  content_type: string;
  b64: string;
}

/** JSONTestSuite, naughty strings, invalid UTF-8 and encodings; undefined where the suite is absent. */
export function readBadBodies(): BadBody[] | undefined {
  const file = `${FOLDER}/bodies.dev.jsonl.gz`;
  if (!existsSync(file)) {
    console.log(`skipped: no bad bodies at ${file} (the folder is taken from SUITES)`);
    return undefined;
  }
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as BadBody);
}

/** Kinds of hostile body that the suite's generator knows; none where it is absent. */
export function generatorKinds(): string[] {
  if (!existsSync(GENERATOR)) return [];
  try {
    execFileSync('node', [GENERATOR, '?'], { stdio: 'pipe' });
    return [];
  } catch (error) {
    return String((error as { stderr: Buffer }).stderr)
      .trim()
      .split(' ');
  }
}

const OUTPUT_MAX_BYTES = 32 * 1024 * 1024;

export function generateBody(kind: string, size: number): Buffer {
  return execFileSync('node', [GENERATOR, kind, String(size)], { maxBuffer: OUTPUT_MAX_BYTES });
}
