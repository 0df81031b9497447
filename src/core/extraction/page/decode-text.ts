import { parseFragment } from 'parse5';

/** What is read of one field of metadata: an address and twenty tags fit twice, and no expression sees more. */
export const FIELD_MAX_LENGTH = 4096;

/**
 * One line: systems escape twice, and put markup and line breaks into fields that hold none.
 *
 * @param text - Read up to {@link FIELD_MAX_LENGTH}, whatever comes after.
 */
export function decodeText(text: string): string {
  return foldLine(decodeReferences(withoutMarkup(text.slice(0, FIELD_MAX_LENGTH))));
}

/** One line as it stands: for text that a parser has read already, where `<` and `&` mean themselves. */
export function foldLine(text: string): string {
  return text
    .slice(0, FIELD_MAX_LENGTH)
    .replace(/[\p{Cc}\s\u2028\u2029]+/gu, ' ')
    .toWellFormed()
    .trim();
}

/** Replaces character references, named ones included, once (HTML standard, section 13.5). */
export function decodeReferences(text: string): string {
  return text.replace(/&(?:#?[a-z\d]{1,31});/gi, decodeReference);
}

function decodeReference(reference: string): string {
  const [node] = parseFragment(reference).childNodes;
  return node !== undefined && 'value' in node ? node.value : reference;
}

const TAG = /<(\/?)([a-z][a-z\d]{0,9})(?:\s[^<>]{0,200})?\/?>/gi;
const TAGS_WITHIN_LINES: ReadonlySet<string> = new Set(
  'a abbr b br cite code del em font h1 h2 h3 i ins mark p q s small span strong sub sup u wbr'.split(' '),
);

/**
 * Takes out tags that mean formatting. "What the <dialog> element taught us" and "3 < 5" are about them: only names
 * that stand within lines count, and only those that are closed somewhere.
 */
function withoutMarkup(text: string): string {
  if (!text.includes('<')) return text;
  const closed = new Set(['br', 'wbr']);
  for (const [, slash, name = ''] of text.matchAll(TAG)) if (slash === '/') closed.add(name.toLowerCase());
  return text.replace(TAG, (tag, _slash, name: string) => {
    const lower = name.toLowerCase();
    return TAGS_WITHIN_LINES.has(lower) && closed.has(lower) ? ' ' : tag;
  });
}

export function clip(text: string | undefined, maxLength: number): string | undefined {
  const line = decodeText(text ?? '');
  return line === '' ? undefined : line.slice(0, maxLength).toWellFormed();
}
