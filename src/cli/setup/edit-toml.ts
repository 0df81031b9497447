import { isDeepStrictEqual } from 'node:util';
import { parse, type TomlTable } from 'smol-toml';
import { SetupFault } from './setup-fault.ts';

/** Names of tables and keys; a number tells which table of a list is meant (`[[kv_namespaces]]`). */
export type TomlPath = readonly (string | number)[];

/**
 * Sets one value where it stands in a file that people keep: comments, order and spelling of everything else stay. What
 * comes out is read again, and must be the old document with that one change.
 *
 * Of the libraries that patch TOML, `@decimalturn/toml-patch` 3.3.0 is kept best; it throws when `routes` is added to our
 * own `wrangler.toml`.
 *
 * @throws {SetupFault} where the file is written in a way that this does not know, such as `vars = { … }`.
 */
export function setTomlValue(toml: string, path: TomlPath, value: unknown): string {
  const wanted = withValue(parse(toml), path, value);
  const edited = edit(toml.split('\n'), path, value).join('\n');
  if (!isSame(edited, wanted)) {
    const name = path.filter((part) => typeof part === 'string').join('.');
    throw new SetupFault(
      `wrangler.toml is written in a way in which ${name} cannot be set safely`,
      `Set it by hand to ${toLiteral(value)} and run this again.`,
    );
  }
  return edited;
}

function edit(lines: readonly string[], path: TomlPath, value: unknown): string[] {
  const key = String(path.at(-1));
  const { from, to } = findSection(lines, path.slice(0, -1));
  const entry = `${key} = ${toLiteral(value)}`;
  for (let at = from; at < to; at += 1) {
    const line = lines[at] ?? '';
    if (keyOf(line) === key) return lines.with(at, entry + commentOf(line));
  }
  let end = to;
  while (end > from && /^\s*(?:#.*)?$/u.test(lines[end - 1] ?? '')) end -= 1;
  return lines.toSpliced(end, 0, entry);
}

/** The lines of a table, without its header; those before the first header are the document's own. */
function findSection(lines: readonly string[], table: TomlPath): { from: number; to: number } {
  const index = typeof table.at(-1) === 'number' ? Number(table.at(-1)) : undefined;
  const name = table.filter((part) => typeof part === 'string').join('.');
  const header = index === undefined ? `[${name}]` : `[[${name}]]`;
  const isHeader = (line: string) => /^\s*\[/u.test(line);
  const starts = lines.flatMap((line, at) => (line.split('#', 1)[0]?.trim() === header ? [at] : []));
  const start = table.length === 0 ? -1 : (starts[index ?? 0] ?? lines.length);
  const next = lines.findIndex((line, at) => at > start && isHeader(line));
  return { from: Math.min(start + 1, lines.length), to: next === -1 ? lines.length : next };
}

function keyOf(line: string): string | undefined {
  return /^\s*([\w-]+)\s*=/u.exec(line)?.[1];
}

/** What stands behind the value: the first `#` in front of which the line is whole. */
function commentOf(line: string): string {
  for (let at = line.indexOf('#'); at !== -1; at = line.indexOf('#', at + 1)) {
    if (isToml(line.slice(0, at))) return ` ${line.slice(at)}`;
  }
  return '';
}

function isToml(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}

function isSame(toml: string, wanted: TomlTable): boolean {
  try {
    return isDeepStrictEqual(plain(parse(toml)), plain(wanted));
  } catch {
    return false;
  }
}

/** Without the prototypes that the parser gives its tables. */
function plain(document: TomlTable): unknown {
  return JSON.parse(JSON.stringify(document));
}

function withValue(document: TomlTable, path: TomlPath, value: unknown): TomlTable {
  let at: Record<string | number, unknown> = document;
  for (const part of path.slice(0, -1)) {
    const next = at[part];
    at = typeof next === 'object' && next !== null ? (next as Record<string | number, unknown>) : {};
  }
  at[path.at(-1) ?? ''] = value;
  return document;
}

/** A value as it is written on one line. Strings of JSON are strings of TOML. */
function toLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toLiteral).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)} = ${toLiteral(member)}`,
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
