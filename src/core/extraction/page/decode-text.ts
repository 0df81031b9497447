/** What is read of one field of metadata: an address and twenty tags fit twice, and no expression sees more. */
export const FIELD_MAX_LENGTH = 4096;

/**
 * One line: systems escape twice, and put markup and line breaks into fields that hold none.
 *
 * @param text - Read up to {@link FIELD_MAX_LENGTH}, whatever comes after.
 */
export function decodeText(text: string): string {
  return text
    .slice(0, FIELD_MAX_LENGTH)
    .replace(/<[^<>]{0,200}>/g, ' ')
    .replace(
      /&(?:(amp|quot|apos|lt|gt|nbsp|hellip|ndash|mdash|[lr][sd]quo)|#(\d{1,6})|#x([\da-f]{1,5}));/gi,
      readEntity,
    )
    .replace(/[\p{Cc}\s\u2028\u2029]+/gu, ' ')
    .toWellFormed()
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

function readEntity(entity: string, name?: string, decimal?: string, hexadecimal?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? entity;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

export function clip(text: string | undefined, maxLength: number): string | undefined {
  const line = decodeText(text ?? '');
  return line === '' ? undefined : line.slice(0, maxLength).toWellFormed();
}
