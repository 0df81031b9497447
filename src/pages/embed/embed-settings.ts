import * as z from 'zod/mini';
import { LANGUAGES } from '../../core/labels/languages.ts';
import { orElse } from '../../core/or-else.ts';

export const FEATURES = ['length', 'jump', 'copy', 'listen', 'share', 'feedback', 'ask'] as const;
const DEFAULT_FEATURES: readonly string[] = ['length', 'jump', 'copy', 'listen'];

/** Colours as a browser's colour field sends them: nothing else reaches the page's sheet. */
const colour = orElse(z.string().check(z.regex(/^#[0-9a-f]{6}$/iu)), '');

/**
 * What the configurator's form sends. Pages are linked to from everywhere, so whatever does not fit counts as not chosen.
 */
const embedSettingsSchema = z.object({
  language: orElse(z.enum(['all', ...LANGUAGES] as ['all', ...typeof LANGUAGES]), 'en'),
  file: orElse(z.enum(['split', 'full']), 'split'),
  position: orElse(z.enum(['both', 'top', 'bottom']), 'both'),
  length: orElse(z.enum(['short', 'medium', 'long']), 'short'),
  theme: orElse(z.enum(['page', 'brand']), 'page'),
  accent: colour,
  onAccent: colour,
  background: colour,
  color: colour,
  features: orElse(z.array(z.enum(FEATURES)), []),
});
export type EmbedSettings = z.infer<typeof embedSettingsSchema>;

export function parseEmbedSettings(query: URLSearchParams): EmbedSettings {
  const isSent = query.has('language');
  return embedSettingsSchema.parse({
    ...Object.fromEntries(query),
    features: isSent ? query.getAll('feature') : DEFAULT_FEATURES,
  });
}

export function isDefaultFeatures(features: readonly string[]): boolean {
  return features.join() === DEFAULT_FEATURES.join();
}

const PROPERTIES = {
  accent: '--standfirst-accent',
  onAccent: '--standfirst-on-accent',
  background: '--standfirst-background',
  color: '--standfirst-color',
} as const;

/** Declarations of the chosen theme; none where the page's own colours are to be followed. */
export function themeDeclarations(settings: EmbedSettings): string {
  if (settings.theme === 'page') return '';
  return (Object.keys(PROPERTIES) as (keyof typeof PROPERTIES)[])
    .filter((name) => settings[name] !== '')
    .map((name) => `${PROPERTIES[name]}:${settings[name]}`)
    .join(';');
}
