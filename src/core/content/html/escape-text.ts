const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\u00A0': '&nbsp;',
};

/** Escapes text to stand between tags. */
export function escapeText(text: string): string {
  return text.replace(/[&<>\u00A0]/g, (character) => ESCAPES[character] ?? character);
}
