import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { articleInputSchema, slugSchema } from '../../core/article/article.ts';
import '../../core/issues-in-english.ts';
import { slugForPage } from '../../core/fetching/page-hash.ts';
import { parseWhole, wholeObjects } from './cut-json.ts';
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
      const { values, fault } = parseArray(text, file);
      total = values.length;
      for (const [index, value] of values.entries()) {
        const item = readValue(value, `${file}, article ${index + 1}`);
        if (!isOld(item, since)) yield item;
      }
      if (fault !== undefined) yield fault;
    },
  };
}

/** What is whole of an array that was cut off is read, and the place of the cut told. */
function parseArray(text: string, file: string): { values: unknown[]; fault?: ImportItem } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    const { sources, end } = wholeObjects(text.trimStart());
    const values = sources.flatMap(parseWhole);
    if (values.length === 0)
      throw new Error(`${file} is no JSON: ${(error as Error).message}`, { cause: error });
    const line = text.trimStart().slice(0, end).split('\n').length;
    const reason = `is no JSON from here on (${(error as Error).message}); it may have been cut off`;
    return { values, fault: { kind: 'refused', name: `${file}:${line}`, reason } };
  }
  if (!Array.isArray(parsed)) throw new Error(`${file} holds no array of articles.`);
  return { values: parsed };
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
  const parsed = articleInputSchema().safeParse({ source: 'import', ...members });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { kind: 'refused', name, reason: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim() };
  }
  const { url } = parsed.data;
  const known = slugSchema().safeParse(slug).data ?? (url == null ? undefined : slugForPage(url));
  if (known === undefined) return { kind: 'refused', name, reason: 'has neither a url nor a usable slug' };
  return { kind: 'article', slug: known, article: parsed.data, name };
}
