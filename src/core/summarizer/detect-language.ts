import { FUNCTION_WORDS } from './function-words.ts';

/** Enough of a text to tell its language; more costs time and changes nothing. */
const SAMPLE_LENGTH = 4000;
const MINIMUM_HITS = 3;

const SCRIPTS: readonly (readonly [string, RegExp, readonly string[]])[] = [
  ['latin', /[A-Za-z\u00c0-\u024f\u1e00-\u1eff]/gu, []],
  ['cyrillic', /\p{Script=Cyrillic}/gu, ['ru', 'uk', 'bg', 'be', 'sr', 'mk', 'kk']],
  ['arabic', /\p{Script=Arabic}/gu, ['ar', 'fa', 'ur', 'ps', 'ckb']],
  ['devanagari', /\p{Script=Devanagari}/gu, ['hi', 'mr', 'ne']],
  ['kana', /[\u3040-\u30ff]/gu, ['ja']],
  ['han', /\p{Script=Han}/gu, ['zh']],
  ['hangul', /\p{Script=Hangul}/gu, ['ko']],
  ['greek', /\p{Script=Greek}/gu, ['el']],
  ['hebrew', /\p{Script=Hebrew}/gu, ['he']],
  ['bengali', /\p{Script=Bengali}/gu, ['bn']],
  ['thai', /\p{Script=Thai}/gu, ['th']],
  ['lao', /\p{Script=Lao}/gu, ['lo']],
  ['khmer', /\p{Script=Khmer}/gu, ['km']],
  ['myanmar', /\p{Script=Myanmar}/gu, ['my']],
  ['armenian', /\p{Script=Armenian}/gu, ['hy']],
  ['georgian', /\p{Script=Georgian}/gu, ['ka']],
  ['ethiopic', /\p{Script=Ethiopic}/gu, ['am']],
  ['tamil', /\p{Script=Tamil}/gu, ['ta']],
  ['telugu', /\p{Script=Telugu}/gu, ['te']],
  ['kannada', /\p{Script=Kannada}/gu, ['kn']],
  ['malayalam', /\p{Script=Malayalam}/gu, ['ml']],
  ['gujarati', /\p{Script=Gujarati}/gu, ['gu']],
  ['gurmukhi', /\p{Script=Gurmukhi}/gu, ['pa']],
  ['sinhala', /\p{Script=Sinhala}/gu, ['si']],
  ['tibetan', /\p{Script=Tibetan}/gu, ['bo']],
];
const OTHER_SCRIPTS = new Set('ru uk bg be sr mk kk ar fa ur ps ckb hi mr ne bn el he ko'.split(' '));

let wordLanguages: Map<string, string[]> | undefined;

function languagesByWord(): Map<string, string[]> {
  if (wordLanguages !== undefined) return wordLanguages;
  wordLanguages = new Map();
  for (const [language, words] of Object.entries(FUNCTION_WORDS)) {
    for (const word of new Set(words.split(' '))) {
      const languages = wordLanguages.get(word);
      if (languages === undefined) wordLanguages.set(word, [language]);
      else languages.push(language);
    }
  }
  return wordLanguages;
}

function byFunctionWords(sample: string, allowed: (language: string) => boolean): string {
  const scores = new Map<string, number>();
  let hits = 0;
  for (const [word] of sample.toLowerCase().matchAll(/[\p{L}\p{M}]+/gu)) {
    const languages = languagesByWord().get(word)?.filter(allowed);
    if (languages === undefined || languages.length === 0) continue;
    hits += 1;
    for (const language of languages)
      scores.set(language, (scores.get(language) ?? 0) + 1 / Math.sqrt(languages.length));
  }
  const [best] = [...scores].sort((a, b) => b[1] - a[1]);
  return best === undefined || hits < MINIMUM_HITS ? 'und' : best[0];
}

/**
 * Tells the language of a text from its script and its function words.
 *
 * @returns A BCP 47 primary tag, `und` when not sure. Deterministic; looks at the first 4,000 units.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE_LENGTH);
  let best = 0;
  let languages: readonly string[] | undefined;
  for (const [, pattern, candidates] of SCRIPTS) {
    const count = sample.match(pattern)?.length ?? 0;
    if (count > best) {
      best = count;
      languages = candidates;
    }
  }
  if (languages === undefined) return 'und';
  if (languages[0] === 'zh' && /[\u3040-\u30ff]/u.test(sample)) return 'ja';
  if (languages.length === 1) return languages[0] ?? 'und';
  if (languages.length === 0) return byFunctionWords(sample, (language) => !OTHER_SCRIPTS.has(language));
  return byFunctionWords(sample, (language) => languages.includes(language));
}
