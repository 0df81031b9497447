/**
 * A page with boxes is another representation than the origin's, so it has a validator of its own (RFC 9110, section 8.8):
 * a weak entity tag, which carries the origin's inside, to be given back when a browser asks again. `Last-Modified` cannot
 * tell when a summary changed, so where the origin has nothing else the tag carries that.
 */
const STRONG = 's';
const WEAK = 'w';
const TIME = 't';

export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/** `"abc"` of the origin and a version of the boxes make `W/"abc~sfs-version"`. Null where the origin gives nothing. */
export function joinEtag({ etag, lastModified }: Validators, version: string): string | null {
  const [, weak, opaque] = /^(W\/)?"([^"]*)"$/u.exec(etag?.trim() ?? '') ?? [];
  if (opaque !== undefined) return `W/"${opaque}~sf${weak === undefined ? STRONG : WEAK}-${version}"`;
  const time = Date.parse(lastModified ?? '');
  return Number.isNaN(time) ? null : `W/"${time / 1000}~sf${TIME}-${version}"`;
}

/** The parts of {@link joinEtag}; no kind where the tag is none of ours. */
function splitTag(tag: string): { opaque: string; kind: string | undefined; joined: string | undefined } {
  const whole = tag.slice(tag.indexOf('"') + 1, -1);
  const at = whole.lastIndexOf('~sf');
  const [, kind, joined] = at === -1 ? [] : (/^([swt])-(.*)$/su.exec(whole.slice(at + '~sf'.length)) ?? []);
  return { opaque: whole.slice(0, at), kind, joined };
}

/** `If-None-Match` and `If-Modified-Since`. */
export interface Conditions {
  ifNoneMatch: string | null;
  ifModifiedSince: string | null;
}

/**
 * Conditions as the origin would know them. A tag of a page with other boxes, or without any, names what the browser
 * must not go on showing, so it goes.
 *
 * @param version - Of the boxes that the page has now; undefined where it has none.
 */
export function originConditions(
  { ifNoneMatch, ifModifiedSince }: Conditions,
  version: string | undefined,
): Conditions {
  // RFC 9110, section 13.1.3: the time counts only where no tag is given.
  if (ifNoneMatch === null)
    return { ifNoneMatch, ifModifiedSince: version === undefined ? ifModifiedSince : null };
  if (ifNoneMatch.trim() === '*') return { ifNoneMatch, ifModifiedSince: null };
  const tags: string[] = [];
  let time: string | null = null;
  for (const tag of ifNoneMatch.match(/(?:W\/)?"[^"]*"/gu) ?? []) {
    const { opaque, kind, joined } = splitTag(tag);
    if (kind === undefined) {
      if (version === undefined) tags.push(tag);
    } else if (joined === version) {
      if (kind === TIME) time = new Date(Number(opaque) * 1000).toUTCString();
      else tags.push(kind === WEAK ? `W/"${opaque}"` : `"${opaque}"`);
    }
  }
  if (tags.length > 0) return { ifNoneMatch: tags.join(', '), ifModifiedSince: null };
  return { ifNoneMatch: null, ifModifiedSince: time === 'Invalid Date' ? null : time };
}
