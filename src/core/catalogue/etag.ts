/**
 * Validators are put together from numbers that change with what is served, never from the bytes (RFC 9110, section
 * 8.8.3 asks only that they differ when the representation does).
 */
export interface Version {
  /** Random name of the catalogue: a database made anew starts counting again under another name. */
  catalogue: string;
  /** One page can lead to several articles, one after the other, and each of them counts from 1. */
  slug: string;
  revision: number;
  projection: number;
}

/**
 * @param variant - Everything else that decides the bytes: representation, options, build.
 * @returns A strong validator, quotes included.
 */
export function formatEtag({ catalogue, slug, revision, projection }: Version, variant: string): string {
  return `"${catalogue}.${slug}.${revision}.${projection}.${digestVariant(variant)}"`;
}

/** Lists have no revision of their own; the catalogue counts every change that a list could show. */
export function formatListEtag(catalogue: string, changes: number, variant: string): string {
  return `"${catalogue}.list.${changes}.${digestVariant(variant)}"`;
}

const VARIANT_DIGITS = 12;
const VARIANTS_MAX_COUNT = 500;
const knownVariants = new Map<string, string>();

/** Most requests ask for one of a few variants, so their digests are kept. */
function digestVariant(variant: string): string {
  const known = knownVariants.get(variant);
  if (known !== undefined) return known;
  const digest = hashText(variant).slice(0, VARIANT_DIGITS);
  if (knownVariants.size >= VARIANTS_MAX_COUNT) knownVariants.clear(); // Rare ones must not keep out the usual for ever.
  knownVariants.set(variant, digest);
  return digest;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** A second walk with another prime makes 64 bits of two times 32. */
const SECOND_PRIME = 0x85ebca6b;

/**
 * 16 hexadecimal digits. Nobody gains by two variants with one validator, so no cryptographic hash is needed, whose code
 * costs a cold isolate more than a whole answer does.
 */
function hashText(text: string): string {
  let [first, second] = [FNV_OFFSET, text.length];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, FNV_PRIME);
    second = Math.imul(second ^ code ^ (second >>> 15), SECOND_PRIME);
  }
  return toHex(first) + toHex(second);
}

const toHex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');

/** Entity tags of an `If-Match` or `If-None-Match` field; `*` stands for itself. */
function parseEtagList(field: string): '*' | string[] {
  if (field.trim() === '*') return '*';
  return field.match(/"[^"]*"/gu) ?? [];
}

/** Weak comparison (RFC 9110, section 8.8.3.2): the CDN adds `W/` where it compresses. */
export function matchesEtag(field: string, etag: string): boolean {
  const list = parseEtagList(field);
  return list === '*' || list.includes(etag);
}

/**
 * Whether a condition names this revision. Any validator of the article or of its summary will do, so neither the
 * projection nor the form counts; a changed neighbour must not make an editor's save fail.
 */
export function namesRevision(
  field: string,
  { catalogue, slug, revision }: Omit<Version, 'projection'>,
): boolean {
  const list = parseEtagList(field);
  return list === '*' || list.some((etag) => etag.startsWith(`"${catalogue}.${slug}.${revision}.`));
}
