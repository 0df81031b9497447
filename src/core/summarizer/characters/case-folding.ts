/**
 * One-unit case folding as a table that is filled unit by unit, since a text holds few. Two units that a reader takes for the same letter fold together: case, Turkish dotless i, the forms of Arabic alef and yeh.
 */
const folded = new Uint16Array(0x1_0000);

const SAME: Readonly<Record<string, string>> = {
  ı: 'i',
  İ: 'i',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ۀ: 'ه',
  ё: 'е',
  Ё: 'е',
  ς: 'σ',
};

const LAST_ASCII = 127;
const CAPITAL_A = 65;
const CAPITAL_Z = 90;
const TO_SMALL = 32;

function foldUnit(code: number): number {
  if (code <= LAST_ASCII) return code >= CAPITAL_A && code <= CAPITAL_Z ? code + TO_SMALL : code;
  const character = String.fromCharCode(code);
  const same = SAME[character];
  if (same !== undefined) return same.charCodeAt(0);
  const lower = character.toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

export function foldCode(code: number): number {
  const known = folded[code] as number;
  if (known !== 0) return known;
  const fold = foldUnit(code);
  folded[code] = fold;
  return fold;
}

/** Arabic vowel signs, tatweel and invisible joiners carry nothing for matching. */
export function isIgnored(code: number): boolean {
  return (
    (code >= 0x064b && code <= 0x0652) ||
    code === 0x0640 ||
    code === 0x200c ||
    code === 0x200d ||
    code === 0xad
  );
}
