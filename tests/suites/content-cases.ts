import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Pages, bodies, feeds and imports with their right values. Beside the clone, where it is; otherwise the suite is skipped. */
const CONTENT_FOLDER = fileURLToPath(new URL('../../../shared/suites/kinds/content/', import.meta.url));
export const hasContentCases = existsSync(`${CONTENT_FOLDER}cases.json`);
if (!hasContentCases)
  console.warn('The suite of content (../shared/suites/kinds/content) is not here: skipped.');

/** A value, several facts of a text, or a list. */
type Wanted = string | null | readonly string[] | { contains?: string[]; not?: string[]; matches?: string };

export interface ContentCase {
  id: string;
  kind: string;
  door: string;
  input: string;
  as?: string;
  by?: string;
  body?: 'html' | 'markdown';
  url?: string;
  contentType?: string;
  source: string;
  expect: {
    articles?: Record<string, Wanted>[];
    count?: number;
    publicCount?: number;
    exit?: number;
    runs?: unknown;
  } & Record<string, unknown>;
}

export function contentCases(isWanted: (one: ContentCase) => boolean): ContentCase[] {
  if (!hasContentCases) return [];
  return (JSON.parse(readFileSync(`${CONTENT_FOLDER}cases.json`, 'utf8')) as ContentCase[]).filter(isWanted);
}

export function contentInput(one: ContentCase): Buffer {
  return readFileSync(CONTENT_FOLDER + one.input);
}

const NO_MEMBERS: ReadonlySet<string> = new Set([
  'slug',
  'path',
  'articles',
  'count',
  'exit',
  'publicCount',
  'runs',
]);

/** What differs from the wanted members, in words; nothing where all are right. */
export function faultsOf(answer: Record<string, unknown>, wanted: Record<string, unknown>): string[] {
  return Object.entries(wanted).flatMap(([name, value]) => {
    if (NO_MEMBERS.has(name)) return [];
    const given = name === 'image' ? ((answer.image as { url?: string } | null)?.url ?? null) : answer[name];
    return faultsOfMember(name, given, value as Wanted);
  });
}

function faultsOfMember(name: string, given: unknown, wanted: Wanted): string[] {
  const endings =
    (name === 'image' || name === 'url') && typeof wanted === 'string' && wanted.startsWith('/');
  if (endings)
    return wanted.split('|').some((ending) => String(given).endsWith(ending)) ? [] : [`${name} is ${given}`];
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted))
    return JSON.stringify(given ?? null) === JSON.stringify(wanted)
      ? []
      : [`${name} is ${JSON.stringify(given)}`];
  const text = String(given ?? '');
  const { contains = [], not = [], matches } = wanted as Exclude<Wanted, string | null | readonly string[]>;
  return [
    ...contains.filter((part) => !text.includes(part)).map((part) => `${name} lacks ${part}`),
    ...not.filter((part) => text.includes(part)).map((part) => `${name} holds ${part}`),
    ...(matches === undefined || new RegExp(matches).test(text) ? [] : [`${name} is ${text}`]),
  ];
}

/** Counts by kind, for the report of a run. */
export function describeKinds(cases: readonly ContentCase[], failing: ReadonlySet<string>): string {
  const kinds = Map.groupBy(cases, ({ kind }) => kind);
  return [...kinds]
    .map(([kind, all]) => `${all.filter(({ id }) => !failing.has(id)).length} of ${all.length}  ${kind}`)
    .join('\n');
}
