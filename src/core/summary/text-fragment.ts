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
      if (found !== undefined && found.start === placeOf(page, offset) && found.end === placeOf(page, end))
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
  // A line break ends a match: the words named have to stand on one line each.
  const lines = sentence.split('\n').map((line) => line.split(' '));
  const [first = [], last = []] = [lines[0], lines.at(-1)];
  if (sentence.length > WHOLE_SENTENCE_MAX_LENGTH || lines.length > 1) {
    const count = lines.reduce((sum, line) => sum + line.length, 0);
    for (const named of FIRST_AND_LAST_WORDS) {
      if (count < named * 2) break;
      yield { start: first.slice(0, named).join(' '), end: last.slice(-named).join(' ') };
    }
  }
  if (lines.length === 1) yield { start: sentence };
  else yield { start: first.join(' '), end: last.join(' ') };
}

/** Whole words before the sentence on its line, at most {@link CONTEXT_MAX_LENGTH} characters. */
function contextBefore(text: string, offset: number): string {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(from, offset).trimEnd();
  return before.length <= CONTEXT_MAX_LENGTH
    ? before
    : before.slice(-CONTEXT_MAX_LENGTH).replace(/^\S*\s+/u, '');
}

function contextAfter(text: string, end: number): string {
  const lineEnd = text.indexOf('\n', end);
  const after = text.slice(end, lineEnd === -1 ? text.length : lineEnd).trimStart();
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

/**
 * Letters that the root collation holds for the same at its first level, though they do not decompose; and marks that a
 * search takes for one another. Seen in Chromium 156.
 */
const SAME_CHARACTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'ss',
  ø: 'o',
  Ø: 'o',
  ł: 'l',
  Ł: 'l',
  đ: 'd',
  Đ: 'd',
  ħ: 'h',
  Ħ: 'h',
  æ: 'ae',
  Æ: 'ae',
  œ: 'oe',
  Œ: 'oe',
  ı: 'i',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
};
/** Characters without width do not count: soft hyphen, joiners, marks of direction, byte order mark. */
const WITHOUT_WIDTH = /^[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]$/u;
const FIRST_KATAKANA = 0x30a1;
const LAST_KATAKANA = 0x30f6;
const TO_HIRAGANA = 0x60;

function toHiragana(character: string): string {
  const code = character.charCodeAt(0);
  return code >= FIRST_KATAKANA && code <= LAST_KATAKANA
    ? String.fromCharCode(code - TO_HIRAGANA)
    : character;
}

const foldedCharacters = new Map<string, string>();
const FOLDED_CHARACTERS_MAX_COUNT = 4096;

/** Base characters in lower case: the primary level of the Unicode collation (UTS 10), near enough to find rivals. */
function foldCharacter(character: string): string {
  const known = foldedCharacters.get(character);
  if (known !== undefined) return known;
  const folded = WITHOUT_WIDTH.test(character) ? '' : foldLetter(SAME_CHARACTERS[character] ?? character);
  if (foldedCharacters.size < FOLDED_CHARACTERS_MAX_COUNT) foldedCharacters.set(character, folded);
  return folded;
}

const LONGEST_FOLDED = 4;

const foldLetter = (letter: string): string =>
  Array.from(letter.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, ''), toHiragana)
    .join('')
    .slice(0, LONGEST_FOLDED);

function foldText(text: string): string {
  return [...text].map(foldCharacter).join('');
}

/** Where the first unit at `offset` or behind it stands in the folded text; what has no width stands nowhere. */
function placeOf({ offsets, folded }: FoldedPage, offset: number): number {
  let low = 0;
  let high = folded.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first match of a directive, as a browser would find it; places in the folded text. */
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
    return { start: startAt, end: endAt };
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
