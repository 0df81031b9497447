/** M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980; the stemmer of ROUGE-1.5.5 `-m`. */
const CONSONANT = '[^aeiou]';
const VOWEL = '[aeiouy]';
const CONSONANTS = `${CONSONANT}[^aeiouy]*`;
const VOWELS = `${VOWEL}[aeiou]*`;

const MEASURE_ABOVE_0 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}`);
const MEASURE_IS_1 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}(?:${VOWELS})?$`);
const MEASURE_ABOVE_1 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}${VOWELS}${CONSONANTS}`);
const HAS_VOWEL = new RegExp(`^(?:${CONSONANTS})?${VOWEL}`);
const SHORT_END = new RegExp(`^${CONSONANTS}${VOWEL}[^aeiouwxy]$`);

const STEP_2: Readonly<Record<string, string>> = {
  ational: 'ate',
  tional: 'tion',
  enci: 'ence',
  anci: 'ance',
  izer: 'ize',
  bli: 'ble',
  alli: 'al',
  entli: 'ent',
  eli: 'e',
  ousli: 'ous',
  ization: 'ize',
  ation: 'ate',
  ator: 'ate',
  alism: 'al',
  iveness: 'ive',
  fulness: 'ful',
  ousness: 'ous',
  aliti: 'al',
  iviti: 'ive',
  biliti: 'ble',
  logi: 'log',
};
const STEP_3: Readonly<Record<string, string>> = {
  icate: 'ic',
  ative: '',
  alize: 'al',
  iciti: 'ic',
  ical: 'ic',
  ful: '',
  ness: '',
};
const STEP_2_SUFFIX =
  /^(.+?)(ational|tional|enci|anci|izer|bli|alli|entli|eli|ousli|ization|ation|ator|alism|iveness|fulness|ousness|aliti|iviti|biliti|logi)$/;
const STEP_3_SUFFIX = /^(.+?)(icate|ative|alize|iciti|ical|ful|ness)$/;
const STEP_4_SUFFIX = /^(.+?)(?:al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$/;

function stripPlural(word: string): string {
  if (/(?:ss|i)es$/.test(word)) return word.slice(0, -2);
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

function mendStem(stem: string): string {
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (/([^aeiouylsz])\1$/.test(stem)) return stem.slice(0, -1);
  return SHORT_END.test(stem) ? `${stem}e` : stem;
}

function stripPast(word: string): string {
  const agreed = /^(.+?)eed$/.exec(word);
  if (agreed !== null) return MEASURE_ABOVE_0.test(agreed[1] ?? '') ? word.slice(0, -1) : word;
  const stem = /^(.+?)(?:ed|ing)$/.exec(word)?.[1];
  return stem !== undefined && HAS_VOWEL.test(stem) ? mendStem(stem) : word;
}

function replaceSuffix(
  word: string,
  pattern: RegExp,
  replacements: Readonly<Record<string, string>>,
): string {
  const [, stem = '', suffix = ''] = pattern.exec(word) ?? [];
  return stem !== '' && MEASURE_ABOVE_0.test(stem) ? stem + (replacements[suffix] ?? '') : word;
}

function stripStep4(word: string): string {
  const stem = STEP_4_SUFFIX.exec(word)?.[1];
  if (stem !== undefined) return MEASURE_ABOVE_1.test(stem) ? stem : word;
  const ion = /^(.+?[st])ion$/.exec(word)?.[1];
  return ion !== undefined && MEASURE_ABOVE_1.test(ion) ? ion : word;
}

function stripEnd(word: string): string {
  let result = word;
  const stem = /^(.+?)e$/.exec(word)?.[1];
  if (
    stem !== undefined &&
    (MEASURE_ABOVE_1.test(stem) || (MEASURE_IS_1.test(stem) && !SHORT_END.test(stem)))
  )
    result = stem;
  return result.endsWith('ll') && MEASURE_ABOVE_1.test(result) ? result.slice(0, -1) : result;
}

/** Stems one lower-case English word; shorter than three letters it stays. */
export function stemWord(input: string): string {
  if (input.length < 3) return input;
  // A leading y is a consonant; the expressions tell by case.
  let word = input.startsWith('y') ? `Y${input.slice(1)}` : input;
  word = stripPast(stripPlural(word));
  const y = /^(.+?)y$/.exec(word)?.[1];
  if (y !== undefined && HAS_VOWEL.test(y)) word = `${y}i`;
  word = replaceSuffix(word, STEP_2_SUFFIX, STEP_2);
  word = replaceSuffix(word, STEP_3_SUFFIX, STEP_3);
  return stripEnd(stripStep4(word)).toLowerCase();
}
