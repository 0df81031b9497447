/**
 * One-unit case folding as a table filled page by page, like the classes in `character-classes.ts`. Two units that a
 * reader takes for the same letter fold together: case, Turkish dotless i, the forms of Arabic alef and yeh.
 */
const folded = new Uint16Array(0x1_0000);
const pageKnown = new Uint8Array(0x100);

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

function foldUnit(code: number): number {
  const character = String.fromCharCode(code);
  const same = SAME[character];
  if (same !== undefined) return same.charCodeAt(0);
  const lower = character.toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

export function foldCode(code: number): number {
  const page = code >> 8;
  if (pageKnown[page] === 0) {
    for (let unit = page << 8; unit < (page + 1) << 8; unit += 1) folded[unit] = foldUnit(unit);
    pageKnown[page] = 1;
  }
  return folded[code] as number;
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
