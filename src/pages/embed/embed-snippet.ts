import type { Labels } from '../../core/labels/labels.ts';
import { escapeHtml } from '../../core/summary/summary-format.ts';
import { WIDGET_VERSION } from '../widget-release.ts';
import { type EmbedSettings, isDefaultFeatures, themeDeclarations } from './embed-settings.ts';

/**
 * Keeps the place of the closed box, so that nothing moves when the script comes. The second rule tells a parent that is only
 * as wide as what it holds how wide the box would be, as its own sheet does.
 *
 * @param theme - Further declarations for the element.
 */
export function reservedStyle(theme = ''): string {
  const place =
    'display:block;place-self:stretch;min-block-size:calc(max(4.25rem,68px) + 1px);margin-block:1.75rem';
  const width = 'content:"";display:grid;grid:auto/minmax(0,99em)';
  return `stand-first{${place}${theme === '' ? '' : `;${theme}`}}stand-first::before{${width}}`;
}

/** The file of the widget that these settings ask for. */
export function scriptName({ language, file }: EmbedSettings): string {
  return `standfirst${file === 'full' ? '.full' : ''}${language === 'all' ? '' : `.${language}`}.js`;
}

export interface SnippetParts {
  labels: Pick<Labels, 'noTime' | 'getSummary'>;
  origin: string;
  /** Of the script. */
  integrity: string;
}

/** What a site copies into its page. */
export function writeSnippet(settings: EmbedSettings, parts: SnippetParts): string {
  const { origin, integrity } = parts;
  const { position } = settings;
  const name = scriptName(settings);
  const style = `<style>${reservedStyle(themeDeclarations(settings))}</style>`;
  const places = position === 'both' ? ['top', 'bottom'] : [position];
  const boxes = places.map((place) => writeBox(settings, parts, place));
  const script = `<script async src="${origin}/widget/${WIDGET_VERSION}/${name}" integrity="${integrity}" crossorigin="anonymous"></script>`;
  return [style, ...boxes, script].join('\n');
}

function writeBox(
  { length, features }: EmbedSettings,
  { labels, origin }: SnippetParts,
  position: string,
): string {
  const chosenLength = length === 'short' ? '' : ` length="${length}"`;
  const chosenFeatures = isDefaultFeatures(features) ? '' : ` features="${features.join(' ') || 'none'}"`;
  const text = escapeHtml(`${labels.noTime} ${labels.getSummary}`);
  return `<stand-first position="${position}"${chosenLength}${chosenFeatures}><a href="${origin}/s?url=ADDRESS-OF-THE-PAGE">${text}</a></stand-first>`;
}

/** What a site adds to its Content-Security-Policy: nothing but our host, twice. */
export function writePolicy(origin: string): string {
  return `script-src ${origin}; connect-src ${origin}`;
}
