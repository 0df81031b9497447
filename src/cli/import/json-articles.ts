import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { articleInputSchema, slugSchema } from '../../core/article/article.ts';
import { slugForPage } from '../../core/fetching/page-url.ts';
import { type ImportItem, type ImportSource, isOld } from './import-item.ts';

/** One PUT body a line, with its `slug` (not needed where there is a `url`). */
export function createNdjsonSource(file: string, since: string | undefined): ImportSource {
  return {
    total: () => undefined,
    async *items() {
      let number = 0;
      for await (const line of linesOf(file)) {
        number += 1;
        if (line.trim() === '') continue;
        const item = readLine(line, `${file}:${number}`);
        if (!isOld(item, since)) yield item;
      }
    },
  };
}

/** The same bodies as one JSON array; read whole. */
export function createJsonSource(file: string, since: string | undefined): ImportSource {
  let total: number | undefined;
  return {
    total: () => total,
    async *items() {
      const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/u, '');
      const values = parseArray(text, file);
      total = values.length;
      for (const [index, value] of values.entries()) {
        const item = readValue(value, `${file}, article ${index + 1}`);
        if (!isOld(item, since)) yield item;
      }
    },
  };
}

function parseArray(text: string, file: string): unknown[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new Error(
      `${file} is no JSON: ${error instanceof Error ? error.message : ''}. It may have been cut off.`,
      {
        cause: error,
      },
    );
  }
  if (!Array.isArray(parsed)) throw new Error(`${file} holds no array of articles.`);
  return parsed;
}

/**
 * Lines end with LF or CRLF and nothing else: JSON strings may hold U+2028 as it is, which `readline` takes for an end.
 */
async function* linesOf(file: string): AsyncIterable<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8')) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/^\uFEFF|\r$/gu, '');
  }
  yield rest.replace(/^\uFEFF|\r$/gu, '');
}

function readLine(line: string, name: string): ImportItem {
  try {
    return readValue(JSON.parse(line), name);
  } catch {
    return { kind: 'refused', name, reason: 'is not a JSON object' };
  }
}

function readValue(value: unknown, name: string): ImportItem {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { kind: 'refused', name, reason: 'is not a JSON object' };
  const { slug, ...members } = value as Record<string, unknown>;
  const parsed = articleInputSchema.safeParse({ source: 'import', ...members });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { kind: 'refused', name, reason: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim() };
  }
  const { url } = parsed.data;
  const known = slugSchema.safeParse(slug).data ?? (url == null ? undefined : slugForPage(url));
  if (known === undefined) return { kind: 'refused', name, reason: 'has neither a url nor a usable slug' };
  return { kind: 'article', slug: known, article: parsed.data, name };
}
