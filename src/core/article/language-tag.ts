/** A BCP 47 tag in its canonical case (`PT-br` is `pt-BR`); undefined for what is none. */
export function canonicalLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined; // RangeError: not a well-formed tag.
  }
}
