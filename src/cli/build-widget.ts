import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, transform } from 'esbuild';
import { minify } from 'terser';
import { ASK_TEXTS } from '../core/labels/ask-texts.ts';
import { type Labels, loadLabelsOf } from '../core/labels/labels.ts';
import { LANGUAGES, type Language, textDirection } from '../core/labels/languages.ts';

const WIDGET_FOLDER = fileURLToPath(new URL('../widget/', import.meta.url));

/** What browsers must understand: nested rules and ARIA properties, so December 2023. */
const TARGET = ['chrome120', 'firefox121', 'safari17.2'];

/** Names that core and panel use between themselves: the page never sees them, so they may be short. */
const INNER_NAMES: Readonly<Record<string, string>> = {
  askPanel: 'o',
  watchIntent: 'w',
  fetchModule: 'q',
  serviceUrl: 's',
  hostInternals: 'i',
  boxElement: 'b',
  rowButton: 'r',
  discloseArea: 'd',
  textLanguage: 'g',
  endings: 'n',
  sourceMarks: 'k',
  toolBar: 't',
  pointArea: 'p',
  footLine: 'f',
  statusLine: 'u',
  articleElement: 'm',
  shownAddress: 'a',
  awaitedAnswer: 'y',
  labelOf: 'l',
  sharedAnswer: 'e',
  abortControl: 'c',
  waitingCount: 'x',
};
const INNER_NAME = new RegExp(`^(?:${Object.keys(INNER_NAMES).join('|')})$`); // esbuild reads no flags.

/** Codes that pages carry and that another language's texts serve; the same texts twice cost a few bytes. */
const SERVED_TOO = ['no', 'nn'];

const labelsOf = await loadLabelsOf(LANGUAGES);

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
  /** A file that others load when it is first needed: where it stands beside them, and its hash. */
  const addLazy = (name: string, bytes: Uint8Array, suffix: string) => {
    const digest = createHash('sha256').update(bytes).digest();
    const file = `${name}${suffix}.${digest.toString('hex').slice(0, 8)}.js`;
    files.set(file, bytes);
    const constant = name.toUpperCase();
    return {
      [`${constant}_FILE`]: `../${version}/${file}`,
      [`${constant}_INTEGRITY`]: `sha256-${digest.toString('base64')}`,
    };
  };
  for (const language of [undefined, ...languages]) {
    const suffix = language === undefined ? '' : `.${language}`;
    const ask = addLazy('ask', await bundle('ask.ts', 'esm', language, {}), suffix);
    const more = addLazy('more', await bundle('more.ts', 'esm', language, ask), suffix);
    const panel = addLazy('panel', await bundle('panel.ts', 'esm', language, more), suffix);
    files.set(`standfirst${suffix}.js`, await bundle('standfirst.ts', 'iife', language, panel));
    files.set(`standfirst.full${suffix}.js`, await bundle('standfirst-full.ts', 'iife', language, more));
  }
  files.set('standfirst.measure.js', await bundle('measure.ts', 'iife', undefined, {}));
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
    minifySyntax: true,
    minifyWhitespace: true, // Names are left to terser, which sees how often each is used.
    charset: 'utf8',
    legalComments: 'none',
    target: TARGET,
    tsconfigRaw: { compilerOptions: { strict: false } }, // Or "use strict" stands in every file.
    mangleProps: INNER_NAME,
    mangleCache: { ...INNER_NAMES },
    define: {
      ONLY_ROW: JSON.stringify(language === undefined ? [] : idleRow(language)),
      IDLE_ROWS: JSON.stringify(language === undefined ? idleRows() : ''),
      FAULT_TEXTS: JSON.stringify(faultTexts(language)),
      ASK_TEXTS: JSON.stringify(askTexts(language)),
      ONLY_LANGUAGE: language === undefined ? 'undefined' : JSON.stringify(language),
      ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)])),
    },
    plugins: [cssAsText],
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error(`esbuild wrote nothing for ${entry}`);
  return minifyFurther(output.text, format === 'esm');
}

/** What terser still finds after esbuild's minifier: 2 % less after gzip. */
async function minifyFurther(code: string, module: boolean): Promise<Uint8Array> {
  const { code: result = '' } = await minify(code, {
    module,
    ecma: 2020,
    toplevel: true,
    compress: {
      passes: 6,
      hoist_vars: true,
      sequences: false,
      unsafe: true,
      unsafe_arrows: true,
      unsafe_methods: true,
      keep_fargs: false,
    },
  });
  return new TextEncoder().encode(result);
}

function idleRow(language: string): string[] {
  const { noTime, getSummary } = labelsOf(language);
  return [language, noTime, getSummary, ...(textDirection(language) === 'rtl' ? ['rtl'] : [])];
}

/**
 * By their texts, since what begins alike compresses better side by side; English last: it is what a page of any other
 * language gets.
 */
function idleRows(): string {
  const languages = LANGUAGES.filter((language) => language !== 'en').flatMap((language) =>
    language === 'nb' ? [language, ...SERVED_TOO] : language,
  );
  const rows = languages.map(idleRow).sort(([, a = ''], [, b = '']) => (a < b ? -1 : 1));
  return [...rows, idleRow('en')].map((row) => row.join('|')).join('/');
}

function faultTexts(only: Language | undefined) {
  return textsByLanguage(only, (_, labels) => FAULT_KEYS.map((key) => labels[key]));
}

function askTexts(only: Language | undefined) {
  return textsByLanguage(only, (language) => {
    const { question, ask, notSaid, failed, closed } =
      ASK_TEXTS[SERVED_TOO.includes(language) ? 'nb' : (language as Language)];
    return [question, ask, notSaid, failed, closed];
  });
}

function textsByLanguage<Texts>(
  only: Language | undefined,
  choose: (language: string, labels: Labels) => Texts,
): Record<string, Texts> {
  const languages = only === undefined ? [...LANGUAGES, ...SERVED_TOO] : [only];
  return Object.fromEntries(languages.map((language) => [language, choose(language, labelsOf(language))]));
}

/** `import { css } from './box.css'` is its minified text. */
const cssAsText: Plugin = {
  name: 'css-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), {
        loader: 'css',
        minifySyntax: true,
        minifyWhitespace: true, // Names are left to terser, which sees how often each is used.
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
    .replace(/ ([*/<]) /gu, '$1')
    .replace(/\( | (?=\))/gu, (found) => found.trim())
    .replace(/;\}/gu, '}');
}
