/**
 * XML by template. The libraries for feeds bring a general XML writer and still leave characters that XML 1.0 cannot
 * hold to the caller; what a feed needs of XML is one function.
 */

/** Everything outside the `Char` production of XML 1.0, section 2.2: no escape can write it. */
const NOT_XML = /(?![\t\n\r\x7f-\x9f])\p{Cc}|\ufffe|\uffff/gu;

/** Text of an element or of a quoted attribute. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(NOT_XML, '')
    .replace(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`);
}

export function element(name: string, text: string | null | undefined, attributes = ''): string {
  return text === null || text === undefined || text === ''
    ? ''
    : `<${name}${attributes}>${escapeXml(text)}</${name}>`;
}

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
