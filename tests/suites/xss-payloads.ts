import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod/mini';

const suites = process.env.SUITES ?? fileURLToPath(new URL('../../../shared/suites', import.meta.url));
const file = `${suites}/xss/payloads.dev.jsonl.gz`;

const payloadSchema = z.object({
  id: z.string(),
  source: z.string(),
  format: z.string(),
  payload: z.string(),
});

export type Payload = z.infer<typeof payloadSchema>;

/** Outside payloads that try to run script (see the suite's README); `undefined` where the suite is not at hand. */
export function readPayloads(): Payload[] | undefined {
  if (!existsSync(file)) {
    console.log(`skipped: no payloads at ${file} (the folder is taken from SUITES)`);
    return undefined;
  }
  const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n');
  return lines.map((line) => payloadSchema.parse(JSON.parse(line)));
}
