import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, transform } from 'esbuild';
import { LANGUAGES, type Labels, type Language, labelsFor, textDirection } from '../core/labels.ts';

const WIDGET_FOLDER = fileURLToPath(new URL('../widget/', import.meta.url));

/** What browsers must understand: constructed style sheets and private fields, so 2023. */
const TARGET = ['chrome111', 'firefox115', 'safari16.4'];

/** Names that core and panel use between themselves: the page never sees them, so they may be short. */
const INNER_NAMES: Readonly<Record<string, string>> = {
  loadPanel: 'l',
  service: 's',
  ask: 'a',
  rest: 'r',
  hostElement: 'h',
  hostInternals: 'i',
  boxElement: 'b',
  discloseArea: 'd',
  toolBar: 't',
  pointArea: 'p',
  footLine: 'f',
  statusLine: 'u',
  articleElement: 'm',
  serviceUrl: 'v',
  textLanguage: 'g',
  emitEvent: 'e',
  markReady: 'y',
  shownAddress: 'w',
  sourceMarks: 'k',
  endings: 'n',
};

/** Codes that pages carry and that another language's texts serve; the same texts twice cost a few bytes. */
const SERVED_TOO = ['no', 'nn'];

/** In the order that `src/widget/build-values.d.ts` gives. */
const FAULT_KEYS = ['loading', 'failed', 'offline', 'none', 'busy', 'retry', 'openPage'] as const;

/** File names and their bytes. */
export type WidgetFiles = Map<string, Uint8Array>;

/**
 * Bundles the widget: for each language, and for all together, the core, its panel and both in one file.
 *
 * The core names its panel as `../<version>/panel…`, so the same bytes serve under the version and under the floating
 * path, and an old core finds its own panel for as long as its version stands.
 *
 * @param languages - Those to build alone; the file of all languages is always built.
 */
export async function buildWidget(
  version: string,
  languages: readonly Language[] = LANGUAGES,
): Promise<WidgetFiles> {
  const files: WidgetFiles = new Map();
  for (const language of [undefined, ...languages]) {
    const suffix = language === undefined ? '' : `.${language}`;
    const panel = await bundle('panel.ts', 'esm', language, {});
    const panelName = `panel${suffix}.${createHash('sha256').update(panel).digest('hex').slice(0, 8)}.js`;
    files.set(panelName, panel);
    const values = {
      PANEL_FILE: `../${version}/${panelName}`,
      PANEL_INTEGRITY: `sha256-${createHash('sha256').update(panel).digest('base64')}`,
    };
    files.set(`standfirst${suffix}.js`, await bundle('standfirst.ts', 'iife', language, values));
    files.set(`standfirst.full${suffix}.js`, await bundle('standfirst-full.ts', 'iife', language, {}));
  }
  return files;
}

/** Subresource integrity, as the `integrity` attribute holds it. */
export function integrityOf(bytes: Uint8Array): string {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}

async function bundle(
  entry: string,
  format: 'esm' | 'iife',
  language: Language | undefined,
  values: Readonly<Record<string, string>>,
): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [resolve(WIDGET_FOLDER, entry)],
    bundle: true,
    write: false,
    format,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    target: TARGET,
    mangleProps: new RegExp(`^(?:${Object.keys(INNER_NAMES).join('|')})$`),
    mangleCache: { ...INNER_NAMES },
    define: {
      IDLE_TEXTS: JSON.stringify(idleTexts(language)),
      FAULT_TEXTS: JSON.stringify(faultTexts(language)),
      ONLY_LANGUAGE: language === undefined ? 'undefined' : JSON.stringify(language),
      ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)])),
    },
    plugins: [cssAsText],
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error(`esbuild wrote nothing for ${entry}`);
  return output.contents;
}

function idleTexts(only: Language | undefined) {
  return textsByLanguage(only, (language, { noTime, getSummary }) =>
    textDirection(language) === 'rtl' ? [noTime, getSummary, 'rtl'] : [noTime, getSummary],
  );
}

function faultTexts(only: Language | undefined) {
  return textsByLanguage(only, (_, labels) => FAULT_KEYS.map((key) => labels[key]));
}

function textsByLanguage(
  only: Language | undefined,
  choose: (language: string, labels: Labels) => readonly string[],
): Record<string, readonly string[]> {
  const languages = only === undefined ? [...LANGUAGES, ...SERVED_TOO] : [only];
  return Object.fromEntries(
    languages.map((language) => [language, choose(language, labelsFor(language).labels)]),
  );
}

/** `import { css } from './box.css'` is its minified text. */
const cssAsText: Plugin = {
  name: 'css-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), {
        loader: 'css',
        minify: true,
        target: TARGET,
      });
      return { contents: `export const css = ${JSON.stringify(tighten(code))}`, loader: 'js' };
    });
  },
};

/** Spaces that the minifier has to keep, since custom properties may hold anything; ours mean nothing by them. */
function tighten(css: string): string {
  return css
    .trim()
    .replace(/([,:]) /gu, '$1')
    .replace(/;\}/gu, '}');
}
