import release from './widget-release.json' with { type: 'json' };

/** The released widget that our pages and snippets name: service and widget are one release. */
export const WIDGET_VERSION = release.version;

/** Where `sha384-…` of each file of that version stands: 70 incompressible bytes a file, which readers never need. */
export const INTEGRITY_PATH = `/widget/${WIDGET_VERSION}/integrity.json`;

/** The floating core for a page whose box speaks `language`, one of the languages that we hold. */
export function widgetScript(language: string): string {
  return `/widget/v1/standfirst.${language}.js`;
}
