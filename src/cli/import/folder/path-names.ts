/** A name as Hugo puts it into an address: letters of every script, digits and `._+~-`, small, hyphens for spaces. */
export function hugoName(text: string, { keepsCase = false, dropsAccents = false } = {}): string {
  const kept = text
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}._+~\s/-]/gu, '')
    .replace(/[\s-]+/gu, '-')
    .replace(/^-|-$/gu, '');
  const plain = dropsAccents ? kept.normalize('NFD').replace(/\p{Mn}/gu, '') : kept;
  return keepsCase ? plain : plain.toLowerCase();
}

/** A file's name as Jekyll puts it into an address: case, dots and accents stay. */
export function jekyllName(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/gu, '');
}

/** Jekyll's `:slug`: small, letters and digits alone. */
export function jekyllSlug(text: string): string {
  return text
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .toLowerCase();
}

/** A part of an entry's id in Astro: small, punctuation gone, hyphens for spaces. */
export function astroName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replace(/ /gu, '-');
}

/** A title as Pelican puts it into an address. */
export function pelicanSlug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/gu, '-');
}

/** `2026-03-02-roof.md`, also with one digit for month or day. */
export function splitDatedName(name: string): { day: string | undefined; rest: string } {
  const [, year, month, day, rest] = /^(\d{4})-(\d{1,2})-(\d{1,2})-(.+)$/u.exec(name) ?? [];
  if (year === undefined || month === undefined || day === undefined || rest === undefined)
    return { day: undefined, rest: name };
  return { day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, rest };
}

/** The last part of a path without its ending, and the folders before it. */
export function splitPath(name: string): { folders: string[]; stem: string; ending: string } {
  const parts = name.split('/');
  const last = parts.pop() ?? '';
  const dot = last.lastIndexOf('.');
  return {
    folders: parts,
    stem: dot > 0 ? last.slice(0, dot) : last,
    ending: dot > 0 ? last.slice(dot + 1) : '',
  };
}

/** Puts an address together: empty parts go, each part is encoded by `URL`. */
export function joinPath(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('/');
}

/** An address on the site. `#` and `?` in names are part of the name. */
export function addressOn(baseUrl: string, path: string): string {
  const escaped = path
    .replaceAll('%', '%25')
    .replaceAll('#', '%23')
    .replaceAll('?', '%3F')
    .replace(/^\//u, '');
  return new URL(escaped, baseUrl.replace(/\/?$/u, '/')).href;
}
