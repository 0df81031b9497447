import { findSite, parseSite, type Site } from '../fetching/fetch-policy.ts';

/** One entry of `INJECT`: pages that get boxes, or are left out. */
export interface Target {
  site: Site;
  isExcluded: boolean;
  /** Places by hand: selectors of HTMLRewriter. Undefined: those that are learned. */
  above: string | undefined;
  below: string | undefined;
}

export const TARGET_FORM =
  'a host such as news.example, with a path or without, then above(selector) and below(selector) where you want to say the places; ! before it leaves its pages out';

/** `news.example/stories above(.story > p) below(.share)`, `!news.example/live`. Undefined for what is malformed. */
export function parseTarget(entry: string): Target | undefined {
  const [, exclusion, address = '', rest = ''] = /^(!)?(\S+)(?:\s+(.+))?$/su.exec(entry.trim()) ?? [];
  const site = parseSite(address);
  if (site === undefined) return undefined;
  const places = readPlaces(rest.trim());
  if (places === undefined || (exclusion !== undefined && rest.trim() !== '')) return undefined;
  return { site, isExcluded: exclusion !== undefined, ...places };
}

/** `above(selector) below(selector)`, the second or both left out. */
function readPlaces(text: string): Pick<Target, 'above' | 'below'> | undefined {
  if (text === '') return { above: undefined, below: undefined };
  if (!text.startsWith('above(') || !text.endsWith(')')) return undefined;
  const [above, below, ...others] = text.slice('above('.length, -1).split(/\)\s*below\(/u);
  const isWhole = above?.trim() !== '' && below?.trim() !== '' && others.length === 0;
  return isWhole ? { above: above?.trim(), below: below?.trim() } : undefined;
}

/** Entries are separated by commas that stand outside brackets. */
export function splitTargets(text: string): string[] {
  const entries = [''];
  let depth = 0;
  for (const character of text) {
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    if (character === ',' && depth <= 0) entries.push('');
    else entries[entries.length - 1] += character;
  }
  return entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
}

/** The first entry that the page belongs to, unless any leaves it out. */
export function findTarget(
  targets: readonly Target[],
  url: Pick<URL, 'hostname' | 'pathname' | 'port'>,
): Target | undefined {
  const own = targets.filter(({ site }) => findSite([site], url) !== undefined);
  return own.some(({ isExcluded }) => isExcluded) ? undefined : own[0];
}
