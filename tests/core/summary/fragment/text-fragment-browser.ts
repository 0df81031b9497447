/**
 * What a browser does with a text fragment (WICG scroll-to-text-fragment, section 3.5), written for tests alone and
 * apart from the code under test: first match, base characters, word boundaries.
 */
export function selectByFragment(text: string, fragment: string): { start: number; end: number } | undefined {
  const parts = fragment.replace(/^text=/u, '').split(',');
  const prefix = parts[0]?.endsWith('-') ? decodeURIComponent(parts.shift()?.slice(0, -1) ?? '') : undefined;
  const suffix = parts.at(-1)?.startsWith('-') ? decodeURIComponent(parts.pop()?.slice(1) ?? '') : undefined;
  const [start, end] = parts.map(decodeURIComponent);
  if (start === undefined) return undefined;
  for (let from = 0; from <= text.length; from += 1) {
    const begin = prefix === undefined ? from : afterSpace(text, matchAt(text, from, prefix));
    const startEnd = begin === undefined ? undefined : matchAt(text, begin, start);
    if (begin === undefined || startEnd === undefined) continue;
    for (let at = startEnd; at <= text.length; at += 1) {
      const stop = end === undefined ? startEnd : matchAt(text, at, end);
      const fits =
        stop !== undefined &&
        (suffix === undefined || matchAt(text, afterSpace(text, stop) ?? stop, suffix) !== undefined);
      if (fits) return { start: begin, end: stop };
      if (end === undefined) break;
    }
    if (end !== undefined) return undefined;
  }
  return undefined;
}

const collator = new Intl.Collator('en', { sensitivity: 'base' });

/** End of a word-bounded match of `part` at `from`. */
function matchAt(text: string, from: number, part: string): number | undefined {
  const to = from + part.length;
  if (to > text.length || !isBoundary(text, from) || !isBoundary(text, to)) return undefined;
  return collator.compare(text.slice(from, to), part) === 0 ? to : undefined;
}

function afterSpace(text: string, at: number | undefined): number | undefined {
  return at !== undefined && text[at] === ' ' ? at + 1 : at;
}

const boundaries = new Map<string, Set<number>>();

function isBoundary(text: string, at: number): boolean {
  let known = boundaries.get(text);
  if (known === undefined) {
    known = new Set(
      [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)].map(({ index }) => index),
    );
    known.add(text.length);
    boundaries.clear();
    boundaries.set(text, known);
  }
  return known.has(at);
}
