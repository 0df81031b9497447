import type en from '../../../public/desk-labels/en.json';

/**
 * What the desk says, in one of 26 languages: `public/desk-labels/` holds the texts, so that the Worker carries none of
 * them. Plain text, never markup. Numbers follow their words, so that no language needs plural forms.
 */
export type DeskLabels = Readonly<typeof en>;

/** Puts values where a text names them in braces. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/gu, (place, name: string) => String(values[name] ?? place));
}
