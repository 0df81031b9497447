/** The language whose word lists serve a text: Nynorsk, and Norwegian that names no form, are read with those of Bokmål. */
export const listedAs = (language: string): string =>
  language === 'nn' || language === 'no' ? 'nb' : language;
