import release from './widget-release.json' with { type: 'json' };

/** The released widget that our pages and snippets name: service and widget are one release. */
export const WIDGET_VERSION = release.version;

/** `sha384-…` of a file of that version. */
export function integrityOf(file: string): string {
  const integrity = (release.integrity as Readonly<Record<string, string>>)[file];
  if (integrity === undefined) throw new Error(`no such widget file: ${file}`);
  return integrity;
}

/** The floating core for a page whose box speaks `language`, one of the languages that we hold. */
export function widgetScript(language: string): string {
  return `/widget/v1/standfirst.${language}.js`;
}
