/**
 * Text fragments (WICG scroll-to-text-fragment): `#:~:text=[prefix-,]start[,end][,-suffix]`.
 *
 * A browser takes the first match in the document, compares base characters only (case and accents do not count),
 * and wants matches to begin and end at word boundaries. So a directive is only given out after the same search over
 * the text has found exactly our sentence.
 */

/** Longer sentences are named by their first and last words: short links survive mail programs. */
const WHOLE_SENTENCE_MAX_LENGTH = 80;
const FIRST_AND_LAST_WORDS = [3, 5, 8];
const CONTEXT_MAX_LENGTH = 64;

/**
 * Prepares a text once; the finder then answers for any sentence in it.
 *
 * @param text - Paragraphs joined by blank lines.
 * @returns The directive (`text=…`), or undefined where no directive selects this sentence alone. Cost: linear in the
 *   text for each candidate, at most eight candidates.
 */
export function createFragmentFinder(
  text: string,
  language: string,
): (offset: number, length: number) => string | undefined {
  const page = foldPage(text, language);
  return (offset, length) => {
    const end = offset + length;
    for (const directive of candidates(text, offset, end)) {
      const found = findDirective(page, directive);
      if (found !== undefined && found.start === offset && found.end === end)
        return encodeDirective(directive);
    }
    return undefined;
  };
}

interface Directive {
  prefix?: string;
  start: string;
  end?: string;
  suffix?: string;
}

function* candidates(text: string, offset: number, end: number): Generator<Directive> {
  const sentence = text.slice(offset, end);
  const cores = [...coreDirectives(sentence)];
  yield* cores;
  const prefix = contextBefore(text, offset);
  const suffix = contextAfter(text, end);
  for (const core of cores) {
    if (prefix !== '') yield { ...core, prefix };
    if (suffix !== '') yield { ...core, suffix };
    if (prefix !== '' && suffix !== '') yield { ...core, prefix, suffix };
  }
}

function* coreDirectives(sentence: string): Generator<Directive> {
  const words = sentence.split(' ');
  if (sentence.length > WHOLE_SENTENCE_MAX_LENGTH) {
    for (const count of FIRST_AND_LAST_WORDS) {
      if (words.length < count * 2) break;
      yield { start: words.slice(0, count).join(' '), end: words.slice(-count).join(' ') };
    }
  }
  yield { start: sentence };
}

/** Whole words before the sentence within its paragraph, at most {@link CONTEXT_MAX_LENGTH} characters. */
function contextBefore(text: string, offset: number): string {
  const paragraphStart = text.lastIndexOf('\n\n', offset - 1);
  const from = paragraphStart === -1 ? 0 : paragraphStart + 2;
  const before = text.slice(from, offset).trimEnd();
  return before.length <= CONTEXT_MAX_LENGTH
    ? before
    : before.slice(-CONTEXT_MAX_LENGTH).replace(/^\S*\s+/u, '');
}

function contextAfter(text: string, end: number): string {
  const paragraphEnd = text.indexOf('\n\n', end);
  const after = text.slice(end, paragraphEnd === -1 ? text.length : paragraphEnd).trimStart();
  return after.length <= CONTEXT_MAX_LENGTH ? after : withoutLastWord(after.slice(0, CONTEXT_MAX_LENGTH));
}

/** The cut may have gone through the last word; a word that fills the line alone stays. */
function withoutLastWord(text: string): string {
  let end = text.length;
  while (end > 0 && !/\s/u.test(text.charAt(end - 1))) end -= 1;
  return end === 0 ? text : text.slice(0, end).trimEnd();
}

interface FoldedPage {
  folded: string;
  /** Offset in the text of each unit of `folded`; one more entry for the end. */
  offsets: Uint32Array;
  isWordBoundary: (offset: number) => boolean;
}

function foldPage(text: string, language: string): FoldedPage {
  const offsets = new Uint32Array(text.length * 4 + 1);
  let folded = '';
  for (let offset = 0; offset < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
    const base = foldCharacter(character);
    for (let unit = 0; unit < base.length; unit += 1) offsets[folded.length + unit] = offset;
    folded += base;
    offset += character.length;
  }
  offsets[folded.length] = text.length;
  const words = new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity: 'word' }).segment(
    text,
  );
  const isWordBoundary = (offset: number) =>
    offset <= 0 || offset >= text.length || words.containing(offset)?.index === offset;
  return { folded, offsets, isWordBoundary };
}

const foldedCharacters = new Map<string, string>();
const FOLDED_CHARACTERS_MAX_COUNT = 4096;

/** Base characters in lower case: the primary level of the Unicode collation (UTS 10), near enough to find rivals. */
function foldCharacter(character: string): string {
  const known = foldedCharacters.get(character);
  if (known !== undefined) return known;
  const folded = character.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').slice(0, 4);
  if (foldedCharacters.size < FOLDED_CHARACTERS_MAX_COUNT) foldedCharacters.set(character, folded);
  return folded;
}

function foldText(text: string): string {
  return [...text].map(foldCharacter).join('');
}

/** The first match of a directive, as a browser would find it; offsets into the text. */
function findDirective(page: FoldedPage, directive: Directive): { start: number; end: number } | undefined {
  const [prefix, start, end, suffix] = [
    directive.prefix,
    directive.start,
    directive.end,
    directive.suffix,
  ].map((part) => (part === undefined ? undefined : foldText(part)));
  if (start === undefined || start === '') return undefined;
  const lead = prefix === undefined ? start : `${prefix} ${start}`;
  for (let from = page.folded.indexOf(lead); from !== -1; from = page.folded.indexOf(lead, from + 1)) {
    const startAt = from + lead.length - start.length;
    const startEnd = startAt + start.length;
    if (!bounded(page, from) || !bounded(page, startAt) || !bounded(page, startEnd)) continue;
    const endAt = end === undefined ? startEnd : matchEnd(page, end, suffix, startEnd);
    if (endAt === undefined) return undefined;
    if (end === undefined && !suffixFollows(page, suffix, endAt)) continue;
    return { start: page.offsets[startAt] ?? 0, end: page.offsets[endAt] ?? 0 };
  }
  return undefined;
}

/** Where `end` (and the suffix after it) first matches from `from` on. */
function matchEnd(
  page: FoldedPage,
  end: string,
  suffix: string | undefined,
  from: number,
): number | undefined {
  for (let at = page.folded.indexOf(end, from); at !== -1; at = page.folded.indexOf(end, at + 1)) {
    const after = at + end.length;
    if (bounded(page, at) && bounded(page, after) && suffixFollows(page, suffix, after)) return after;
  }
  return undefined;
}

function suffixFollows(page: FoldedPage, suffix: string | undefined, at: number): boolean {
  if (suffix === undefined) return true;
  const from = page.folded[at] === ' ' ? at + 1 : at;
  return page.folded.startsWith(suffix, from) && bounded(page, from + suffix.length);
}

function bounded(page: FoldedPage, at: number): boolean {
  return page.isWordBoundary(page.offsets[at] ?? 0);
}

function encodeDirective({ prefix, start, end, suffix }: Directive): string {
  const parts = [
    prefix === undefined ? undefined : `${encodePart(prefix)}-`,
    encodePart(start),
    end === undefined ? undefined : encodePart(end),
    suffix === undefined ? undefined : `-${encodePart(suffix)}`,
  ];
  return `text=${parts.filter((part) => part !== undefined).join(',')}`;
}

/** A hyphen separates prefix and suffix in the syntax, so it is encoded like the comma. */
function encodePart(part: string): string {
  return encodeURIComponent(part).replaceAll('-', '%2D');
}
