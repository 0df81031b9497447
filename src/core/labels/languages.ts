/** Languages whose texts we hold, as ISO 639-1 codes in alphabetical order. */
export const LANGUAGES = [
  'ar',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'es',
  'fa',
  'fi',
  'fr',
  'he',
  'hi',
  'hu',
  'it',
  'ja',
  'ko',
  'nb',
  'nl',
  'pl',
  'pt',
  'ro',
  'ru',
  'sv',
  'tr',
  'uk',
  'zh',
] as const;
export type Language = (typeof LANGUAGES)[number];

/** Tags of readers whom another language's texts serve: both written Norwegians, and written Cantonese. */
const SERVED_BY: Readonly<Record<string, Language>> = { nn: 'nb', no: 'nb', yue: 'zh' };

/** Of the languages that we hold. */
const RIGHT_TO_LEFT_LANGUAGES: readonly Language[] = ['ar', 'fa', 'he'];

/** Scripts that run from right to left (Unicode bidi classes R and AL) and are written today. */
const RIGHT_TO_LEFT_SCRIPTS = new Set([
  'Adlm',
  'Arab',
  'Aran',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
]);

/**
 * The language whose texts serve a reader of `language`: `en` when we hold none for the tag.
 *
 * @param language - A BCP 47 tag in any case, with hyphens or underscores, region and script ignored.
 *   Retired codes count as what replaced them (`iw` is `he`).
 */
export function heldLanguage(language: string): Language {
  if (isHeld(language)) return language;
  const subtag = parseTag(language)?.language ?? 'en';
  const code = SERVED_BY[subtag] ?? subtag;
  return isHeld(code) ? code : 'en';
}

function isHeld(code: string): code is Language {
  return (LANGUAGES as readonly string[]).includes(code);
}

/**
 * The way a text in `language` runs, for `dir` attributes.
 *
 * @param language - A BCP 47 tag, as tolerant as {@link heldLanguage}. A script subtag decides (`az-Arab`, `ar-Latn`);
 *   without one, the script the language is most likely written in (UTS 35, likely subtags). Unreadable tags are `ltr`.
 */
export function textDirection(language: string): 'ltr' | 'rtl' {
  // Most tags are these, and the platform would load its table of all languages for them.
  if (isHeld(language)) return RIGHT_TO_LEFT_LANGUAGES.includes(language) ? 'rtl' : 'ltr';
  const script = parseTag(language)?.maximize().script;
  return script !== undefined && RIGHT_TO_LEFT_SCRIPTS.has(script) ? 'rtl' : 'ltr';
}

const PARSED_MAX_COUNT = 200;
const parsedTags = new Map<string, Intl.Locale | undefined>();

/** A publication speaks a few languages, and each page asks several times. */
function parseTag(tag: string): Intl.Locale | undefined {
  if (parsedTags.has(tag)) return parsedTags.get(tag);
  const parsed = readTag(tag);
  if (parsedTags.size < PARSED_MAX_COUNT) parsedTags.set(tag, parsed);
  return parsed;
}

/** Reads the whole tag or, since pages carry tags like `de_DE.UTF-8`, at least its language. */
function readTag(tag: string): Intl.Locale | undefined {
  const hyphenated = tag.trim().replaceAll('_', '-');
  return tryLocale(hyphenated) ?? tryLocale(/^[a-z]{2,3}(?![a-z])/i.exec(hyphenated)?.[0] ?? '');
}

/** `Intl.Locale` reports a malformed tag by throwing `RangeError` (ECMA-402, section 15.1.1). */
function tryLocale(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}
