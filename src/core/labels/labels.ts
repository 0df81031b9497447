import { ar } from './ar.ts';
import { cs } from './cs.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { el } from './el.ts';
import { en, type Labels } from './en.ts';
import { es } from './es.ts';
import { fa } from './fa.ts';
import { fi } from './fi.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { hi } from './hi.ts';
import { hu } from './hu.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { nb } from './nb.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ro } from './ro.ts';
import { ru } from './ru.ts';
import { sv } from './sv.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import { zh } from './zh.ts';

export type { Labels } from './en.ts';

const LABELS = {
  ar,
  cs,
  da,
  de,
  el,
  en,
  es,
  fa,
  fi,
  fr,
  he,
  hi,
  hu,
  it,
  ja,
  ko,
  nb,
  nl,
  pl,
  pt,
  ro,
  ru,
  sv,
  tr,
  uk,
  zh,
} satisfies Record<string, () => Labels>;

export type Language = keyof typeof LABELS;

/** Languages whose texts we hold, as ISO 639-1 codes in alphabetical order. */
export const LANGUAGES = Object.keys(LABELS) as readonly Language[];

/** Tags of readers whom another language's texts serve: both written Norwegians, and written Cantonese. */
const SERVED_BY: Readonly<Record<string, Language>> = { nn: 'nb', no: 'nb', yue: 'zh' };

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
 * The texts for a reader of `language`.
 *
 * @param language - A BCP 47 tag in any case, with hyphens or underscores, region and script ignored.
 *   Retired codes count as what replaced them (`iw` is `he`).
 * @returns The texts, and the code of the language they are really in: `en` when we hold none for the tag.
 */
export function labelsFor(language: string): { language: Language; labels: Labels } {
  const subtag = parseTag(language)?.language ?? 'en';
  const code = SERVED_BY[subtag] ?? subtag;
  const held = isHeld(code) ? code : 'en';
  return { language: held, labels: textsIn(held) };
}

const made = new Map<Language, Labels>();

/** Each language is made when a reader of it comes: a cold isolate would make 26 to show one. */
function textsIn(language: Language): Labels {
  let texts = made.get(language);
  if (texts === undefined) {
    texts = LABELS[language]();
    made.set(language, texts);
  }
  return texts;
}

/**
 * The way a text in `language` runs, for `dir` attributes.
 *
 * @param language - A BCP 47 tag, as tolerant as {@link labelsFor}. A script subtag decides (`az-Arab`, `ar-Latn`);
 *   without one, the script the language is most likely written in (UTS 35, likely subtags). Unreadable tags are `ltr`.
 */
export function textDirection(language: string): 'ltr' | 'rtl' {
  const script = parseTag(language)?.maximize().script;
  return script !== undefined && RIGHT_TO_LEFT_SCRIPTS.has(script) ? 'rtl' : 'ltr';
}

function isHeld(code: string): code is Language {
  return Object.hasOwn(LABELS, code);
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
