/**
 * Letters beyond the common ones of a script, by language: what a text is full of, its language has. Small letters;
 * from the alphabets that the Unicode CLDR gives as "main" exemplars, those left out that loanwords bring everywhere.
 */
const LETTERS: Readonly<Record<string, string>> = {
  lt: 'ėįųūąęščž',
  lv: 'āēīūņļķģščž',
  et: 'õäöü',
  fi: 'äö',
  sv: 'åäö',
  da: 'æøå',
  nb: 'æøå',
  nn: 'æøå',
  de: 'äöüß',
  is: 'þðæöáéíóúý',
  pl: 'ąęłńśźżćó',
  cs: 'ěřůščžýáíéúňťď',
  sk: 'ľĺŕôäščžýáíéúňťď',
  sl: 'ščž',
  hr: 'ščžćđ',
  bs: 'ščžćđ',
  srl: 'ščžćđ',
  hu: 'őűöüóáéíú',
  ro: 'ăâîșțşţ',
  tr: 'ığşöüç',
  az: 'əığşöüç',
  vi: 'ơưđăạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩỏốồổỗộớờởỡợủũứừửữựỳỵỷỹ',
  es: 'ñáéíóú',
  pt: 'ãõçáéíóúâêôà',
  gl: 'ñáéíóú',
  ca: 'àèéíòóúç',
  fr: 'éèêàçùœîôëû',
  it: 'àèìòùé',
  oc: 'àèòçáéíóú',
  ht: 'èòé',
  lb: 'éëä',
  sq: 'ëç',
  mt: 'ħġċż',
  eo: 'ĉĝĥĵŝŭ',
  cy: 'ŵŷâêô',
  yo: 'ẹọṣ',
  ku: 'êîûşç',
  fy: 'úûâê',
  uk: 'іїєґ',
  be: 'ўіыэё',
  ru: 'ыэёъ',
  bg: 'ъ',
  mk: 'ѓќѕјљњџ',
  sr: 'ђћјљњџ',
  kk: 'қғңөұүһәіы',
  ky: 'ңөүы',
  tt: 'әөүңһҗы',
  tg: 'ӣӯҳҷқғ',
  mn: 'өүы',
  mr: 'ळ',
  ckb: 'ێۆەڵڕ',
  ur: 'ٹڈڑےںہھ',
  fa: 'پچژگ',
  ps: 'ښځړږټډ',
};

const LETTERS_FROM = 0x80;
let holders: ReadonlyMap<number, readonly string[]> | undefined;

function holdersOfLetters(): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (const [language, letters] of Object.entries(LETTERS)) {
    for (let index = 0; index < letters.length; index += 1) {
      const code = letters.charCodeAt(index);
      const known = found.get(code);
      if (known === undefined) found.set(code, [language]);
      else known.push(language);
    }
  }
  return found;
}

/**
 * How much the letters of a text speak for each language: a letter of one language alone counts 1, of three a third.
 *
 * @param length - As much of the text as is looked at (UTF-16 units).
 */
export function weighLetters(text: string, length: number): ReadonlyMap<string, number> {
  holders ??= holdersOfLetters();
  const weights = new Map<string, number>();
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < LETTERS_FROM) continue;
    const languages = holders.get(code);
    if (languages === undefined) continue;
    for (const language of languages)
      weights.set(language, (weights.get(language) ?? 0) + 1 / languages.length);
  }
  return weights;
}
