import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { TestProject } from 'vitest/node';

/** Outside cases (cujanovic, PayloadsAllTheThings, ssrf_filter): see the README of the suites. */
export interface SsrfCase {
  id: string;
  url: string;
  whatwg: { host?: string };
  must_refuse: boolean;
}

declare module 'vitest' {
  export interface ProvidedContext {
    ssrfCases: SsrfCase[];
  }
}

const FILE = fileURLToPath(new URL('../../../shared/suites/ssrf/urls.dev.jsonl.gz', import.meta.url));

/** None where the checkout has no suites beside it. */
function readSsrfCases(): SsrfCase[] {
  if (!existsSync(FILE)) return [];
  const lines = gunzipSync(readFileSync(FILE)).toString().trim().split('\n');
  return lines.map((line) => JSON.parse(line) as SsrfCase);
}

/** Vitest's global set-up: workerd has no file system, so the cases are handed in. */
export function setup({ provide }: TestProject): void {
  provide('ssrfCases', readSsrfCases());
}
