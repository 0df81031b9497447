import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod/mini';

const truthSchema = z.object({
  suite: z.enum(['scrapinghub', 'readability']),
  id: z.string(),
  file: z.string(),
  url: z.string(),
  encoding: z.nullish(z.string()),
  text: z.nullish(z.string()),
  expected_html: z.nullish(z.string()),
  meta: z.nullish(
    z.object({
      title: z.nullish(z.string()),
      byline: z.nullish(z.string()),
      publishedTime: z.nullish(z.string()),
      lang: z.nullish(z.string()),
    }),
  ),
});
export type Truth = z.infer<typeof truthSchema>;

/** Pages with what people, or another extractor, took from them: `truth.jsonl.gz` and `pages.tar.gz` of a folder. */
export async function loadPages(folder: string): Promise<{ truth: Truth; bytes: Uint8Array }[]> {
  const lines = gunzipSync(await readFile(join(folder, 'truth.jsonl.gz')))
    .toString()
    .trim()
    .split('\n');
  const files = readTar(gunzipSync(await readFile(join(folder, 'pages.tar.gz'))));
  return lines.map((line) => {
    const truth = truthSchema.parse(JSON.parse(line));
    const bytes = files.get(truth.file);
    if (bytes === undefined) throw new Error(`${truth.file} is not in pages.tar.gz`);
    return { truth, bytes };
  });
}

const TAR_BLOCK_BYTES = 512;

/** The plain files of a tar archive (POSIX ustar: name in the first 100 bytes, size in octal from byte 124). */
function readTar(archive: Buffer): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (let at = 0; at + TAR_BLOCK_BYTES <= archive.length; ) {
    const name = archive.toString('utf8', at, at + 100).replace(/\0.*$/su, '');
    if (name === '') break;
    const size = Number.parseInt(archive.toString('ascii', at + 124, at + 136), 8);
    const from = at + TAR_BLOCK_BYTES;
    files.set(name.replace(/^\.\//u, ''), new Uint8Array(archive.subarray(from, from + size)));
    at = from + Math.ceil(size / TAR_BLOCK_BYTES) * TAR_BLOCK_BYTES;
  }
  return files;
}
