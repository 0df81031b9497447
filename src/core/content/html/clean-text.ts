// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is dropped
const UNPRINTABLE = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\uFEFF]/g;

/**
 * Drops what no reader sees: control characters (tab, line breaks and NEL stay: they are spaces), byte order marks
 * and soft hyphens, which would cut words in two for the summariser. Unpaired surrogates become U+FFFD.
 */
export function cleanText(text: string): string {
  return text.replace(UNPRINTABLE, '').toWellFormed();
}
