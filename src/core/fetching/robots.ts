import { URL_MAX_LENGTH } from '../limits.ts';

interface Rule {
  pattern: string;
  allows: boolean;
}

/**
 * Whether a robots.txt lets an agent read a page (RFC 9309, section 2.2): the groups of its name, else those of `*`; of
 * the rules that match the longest counts, and of two as long the one that allows.
 *
 * @param agent - Lower case.
 * @param target - Path and query of the page.
 *
 * Cost: linear in the file for a given target. A rule longer than any address matches none, whatever wildcards it has.
 */
export function isAllowedByRobots(text: string, agent: string, target: string): boolean {
  const path = canonical(target);
  let best: Rule | undefined;
  for (const rule of rulesFor(text, agent)) {
    const isLonger = best === undefined || rule.pattern.length > best.pattern.length;
    const isKinder = rule.pattern.length === best?.pattern.length && rule.allows;
    if ((isLonger || isKinder) && matches(rule.pattern, path)) best = rule;
  }
  return best?.allows ?? true;
}

function rulesFor(text: string, agent: string): Rule[] {
  const own: Rule[] = [];
  const everybody: Rule[] = [];
  let isNamed = false;
  let open = { own: false, everybody: false };
  let wasRule = true;
  for (const line of text.split(/[\r\n]+/u)) {
    const [field = '', value = ''] = readLine(line);
    if (field === 'user-agent') {
      if (wasRule) open = { own: false, everybody: false };
      wasRule = false;
      const name = value.split('/', 1).join('').trim().toLowerCase();
      if (name === agent) open.own = true;
      isNamed ||= open.own;
      if (name === '*') open.everybody = true;
    } else if (field === 'allow' || field === 'disallow') {
      wasRule = true;
      if (value === '' || value.length > URL_MAX_LENGTH) continue;
      const rule = { pattern: canonical(value), allows: field === 'allow' };
      if (open.own) own.push(rule);
      if (open.everybody) everybody.push(rule);
    }
  }
  return isNamed ? own : everybody;
}

function readLine(line: string): [field: string, value: string] | [] {
  const said = line.split('#', 1).join('');
  const colon = said.indexOf(':');
  return colon === -1 ? [] : [said.slice(0, colon).trim().toLowerCase(), said.slice(colon + 1).trim()];
}

/** Octets beyond ASCII are compared in their percent-encoded form, in upper case (RFC 9309, section 2.2.2). */
function canonical(path: string): string {
  const encoded = path.toWellFormed().replace(/[^\x21-\x7e]+/gu, encodeURIComponent);
  return encoded.replace(/%[0-9a-f]{2}/giu, (octet) => octet.toUpperCase());
}

/** Each part between wildcards is found as early as it can be: what comes after it has the most room so. */
function matches(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const [first = '', ...parts] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let from = first.length;
  const last = isWhole ? parts.pop() : undefined;
  for (const part of parts) {
    const at = path.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  if (last !== undefined) return path.length - last.length >= from && path.endsWith(last);
  return !isWhole || from === path.length;
}
