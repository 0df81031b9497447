import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';

/** What stands before the text, by key in small letters: Hugo reads keys without regard to case, and a `Draft: true` is meant everywhere. */
export class FrontMatter {
  readonly #values: ReadonlyMap<string, unknown>;
  readonly #block: string;
  readonly #lines: ReadonlyMap<string, number>;

  constructor(values: Readonly<Record<string, unknown>>, block = '') {
    this.#block = block;
    this.#values = new Map(Object.entries(values).map(([key, value]) => [key.toLowerCase(), value]));
    this.#lines = new Map(
      block.split('\n').flatMap((line, index): [string, number][] => {
        const key = /^\s*"?([\w-]+)"?\s*[:=]/u.exec(line)?.[1];
        return key === undefined ? [] : [[key.toLowerCase(), index + 2]];
      }),
    );
  }

  /** The first of these keys that has a value. */
  first(...keys: readonly string[]): { key: string; value: unknown } | undefined {
    for (const key of keys) {
      const value = this.#values.get(key.toLowerCase());
      if (value !== undefined && value !== null && value !== '') return { key, value };
    }
    return undefined;
  }

  get(...keys: readonly string[]): unknown {
    return this.first(...keys)?.value;
  }

  /** The same file with other values: what a site says for many files at once is put under what each says. */
  map(change: (values: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>): FrontMatter {
    return new FrontMatter(change(Object.fromEntries(this.#values)), this.#block);
  }

  /** Where a key stands in its file, from 1; undefined where that cannot be told. */
  lineOf(key: string): number | undefined {
    return this.#lines.get(key.toLowerCase());
  }
}

export interface SplitSource {
  front: FrontMatter;
  /** Whether there was any: systems take files without it for something else than a page. */
  hasFront: boolean;
  markdown: string;
}

/** Nobody writes this much before a text; a file that does is no article. */
const FRONT_MATTER_MAX_LENGTH = 256 * 1024;

/**
 * YAML between `---` and `---` or `...`, TOML between `+++`, JSON up to its closing brace, or the lines `Title: …` that
 * Pelican and MultiMarkdown write without fences.
 *
 * @throws {Error} that says what cannot be read.
 */
export function splitFrontMatter(source: string): SplitSource {
  const clean = source.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n');
  const fence = clean.slice(0, endOfLine(clean, 0)).trimEnd();
  if (fence === '---' || fence === '+++') return splitFenced(clean, fence);
  if (/^\{\s*\n/u.test(clean)) return splitJson(clean);
  if (/^title:/iu.test(clean)) return splitHeader(clean);
  return { front: new FrontMatter({}), hasFront: false, markdown: clean };
}

function splitFenced(source: string, fence: string): SplitSource {
  const begin = source.indexOf('\n') + 1;
  for (let at = begin; at < source.length && at - begin <= FRONT_MATTER_MAX_LENGTH; ) {
    const end = endOfLine(source, at);
    const line = source.slice(at, end).trimEnd();
    if (line === fence || (fence === '---' && line === '...')) {
      const block = source.slice(begin, at);
      return {
        front: new FrontMatter(parseBlock(block, fence), block),
        hasFront: true,
        markdown: source.slice(end + 1),
      };
    }
    at = end + 1;
  }
  if (source.length - begin > FRONT_MATTER_MAX_LENGTH)
    throw new Error('is longer than 256 KB, or never ends');
  // A text that merely begins with a rule.
  return { front: new FrontMatter({}), hasFront: false, markdown: source };
}

function parseBlock(block: string, fence: string): Record<string, unknown> {
  const parsed: unknown = fence === '---' ? parseYaml(block) : parseToml(block);
  return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
}

function endOfLine(source: string, from: number): number {
  const end = source.indexOf('\n', from);
  return end === -1 ? source.length : end;
}

/** Hugo's third kind: an object before the text. */
function splitJson(source: string): SplitSource {
  const end = endOfObject(source);
  if (end === undefined) return { front: new FrontMatter({}), hasFront: false, markdown: source };
  const block = source.slice(0, end);
  return {
    front: new FrontMatter(JSON.parse(block) as Record<string, unknown>, block),
    hasFront: true,
    markdown: source.slice(end).replace(/^\s*\n/u, ''),
  };
}

/** Where the object that a text begins with ends: braces counted, strings passed. */
function endOfObject(source: string): number | undefined {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < Math.min(source.length, FRONT_MATTER_MAX_LENGTH); at += 1) {
    const character = source[at];
    if (isInString) {
      if (character === '\\') at += 1;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

function splitHeader(source: string): SplitSource {
  const values: Record<string, string> = {};
  let at = 0;
  while (at < source.length) {
    const end = endOfLine(source, at);
    const line = source.slice(at, end);
    const [, key] = /^([A-Za-z][\w-]*):/u.exec(line) ?? [];
    if (key === undefined) break;
    values[key] = line.slice(key.length + 1).trim();
    at = end + 1;
  }
  return {
    front: new FrontMatter(values, `\n${source.slice(0, at)}`),
    hasFront: true,
    markdown: source.slice(at),
  };
}
