import type { Labels } from '../../core/labels/labels.ts';
import { LANGUAGES } from '../../core/labels/languages.ts';
import { renderDocument } from '../document.ts';
import { asyncScript } from '../head-tags.ts';
import type { DemoArticle, DemoLanguage } from './demo-article.ts';
import { DemoList } from './demo-page.tsx';
import { type EmbedSettings, FEATURES, themeDeclarations } from './embed-settings.ts';
import { scriptName, writePolicy, writeSnippet } from './embed-snippet.ts';

export interface EmbedPageProps {
  settings: EmbedSettings;
  /** Of the box's link. */
  labels: Labels;
  origin: string;
  publicationName: string;
  /** Of the script that the settings ask for. */
  integrity: string;
  /** On which the box is shown: see {@link previewLanguage}. */
  sample: DemoArticle;
}

const POSITIONS = {
  both: 'Above and below the article',
  top: 'Above the article',
  bottom: 'Below the article',
};
const LENGTHS = { short: 'Short: 3 sentences', medium: 'Medium: 5 sentences', long: 'Long: 7 sentences' };
const FILES = { split: 'The panel only when needed', full: 'Box and panel in one file' };
const THEMES = { page: 'From the page’s text colour', brand: 'The four chosen here' };
const FEATURE_NAMES = {
  length: 'Choice of length',
  jump: 'Marks that lead to the source',
  copy: 'Copy',
  listen: 'Listen',
  share: 'Share',
  feedback: 'Helpful or not',
  ask: 'Questions about the article',
} satisfies Record<(typeof FEATURES)[number], string>;

/** Each language in its own words, as those who look for theirs will look for it. */
function languageNames(): Record<string, string> {
  const names = LANGUAGES.map((code) => {
    const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
    return [code, `${name} (${code})`];
  });
  return { all: 'All: that of each page', ...Object.fromEntries(names) };
}

/** Sheet of the preview: the chosen theme, on this page alone. */
export function embedStyle(settings: EmbedSettings): string {
  return `#preview stand-first{${themeDeclarations(settings)}}`;
}

/** The configurator: a form, the box as it will look, and the lines to copy. Works without scripts. */
export function renderEmbedPage(props: EmbedPageProps): Blob {
  const { settings, labels, origin, publicationName, integrity, sample } = props;
  return renderDocument({
    title: 'Put the box on your pages',
    description: 'Choose how the box looks and copy the lines that put it on your pages.',
    language: 'en',
    publicationName,
    canonical: `${origin}/embed`,
    skipLabel: 'Settings',
    head: [`<style>${embedStyle(settings)}</style>`, asyncScript(`/widget/v1/${scriptName(settings)}`)],
    children: (
      <div class="try">
        <h1>Put the box on your pages</h1>
        <Settings settings={settings} />
        <h2>How it looks</h2>
        <Preview settings={settings} sample={sample} />
        <h2>Copy this into your article template</h2>
        <pre tabindex={0}>
          <code>{writeSnippet(settings, { labels, origin, integrity })}</code>
        </pre>
        <p>
          The style keeps the place of the box, so that nothing moves. The link is what readers see without
          scripts; put the address of the article into it. The integrity value fits this version for ever. For
          a version that updates itself use <code>/widget/v1/</code> and leave the integrity out.
        </p>
        <h2>Content-Security-Policy</h2>
        <p>If your pages send one, add our host to these two directives. Nothing else is needed.</p>
        <pre tabindex={0}>
          <code>{writePolicy(origin)}</code>
        </pre>
        <h2>Try it on difficult pages</h2>
        <DemoList />
      </div>
    ),
  });
}

function Settings({ settings }: { settings: EmbedSettings }) {
  return (
    <form action="/embed" method="get">
      <Choice
        name="language"
        label="Language of the box"
        value={settings.language}
        options={languageNames()}
      />
      <Choice name="position" label="Position" value={settings.position} options={POSITIONS} />
      <Choice name="length" label="First length" value={settings.length} options={LENGTHS} />
      <Choice name="file" label="Files" value={settings.file} options={FILES} />
      <Choice name="theme" label="Colours" value={settings.theme} options={THEMES} />
      <Colour name="accent" label="Accent" value={settings.accent} unset="#004c65" />
      <Colour name="onAccent" label="Text on accent" value={settings.onAccent} unset="#ffffff" />
      <Colour name="background" label="Background" value={settings.background} unset="#f5f5f5" />
      <Colour name="color" label="Text" value={settings.color} unset="#16181b" />
      <fieldset>
        <legend>Features</legend>
        {FEATURES.map((feature) => (
          <label>
            <input
              type="checkbox"
              name="feature"
              value={feature}
              checked={settings.features.includes(feature)}
            />
            {FEATURE_NAMES[feature]}
          </label>
        ))}
      </fieldset>
      <button type="submit">Show the box</button>
    </form>
  );
}

function Choice({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string;
  /** What is sent, and how it is called. */
  options: Readonly<Record<string, string>>;
}) {
  return (
    <label>
      {label}
      <select name={name}>
        {Object.entries(options).map(([option, text]) => (
          <option value={option} selected={option === value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function Colour({
  name,
  label,
  value,
  unset,
}: {
  name: string;
  label: string;
  value: string;
  unset: string;
}) {
  return (
    <label>
      {label}
      <input type="color" name={name} value={value === '' ? unset : value} />
    </label>
  );
}

/** The article of the preview is written in the direction of the box. */
export function previewLanguage({ language }: EmbedSettings): DemoLanguage {
  return ['ar', 'fa', 'he'].includes(language) ? 'ar' : 'en';
}

function Preview({ settings, sample }: Pick<EmbedPageProps, 'settings' | 'sample'>) {
  const box = (position: string) => (
    <stand-first
      position={position}
      length={settings.length}
      features={settings.features.join(' ') || 'none'}
      endpoint={`/demo/${sample.language}`}
      article="#preview"
    >
      <a href={`/demo/${sample.language}/s`}>No time to read? Get a summary</a>
    </stand-first>
  );
  return (
    <article id="preview" lang={sample.language} dir={sample.language === 'ar' ? 'rtl' : 'ltr'}>
      <h3>{sample.title}</h3>
      {settings.position === 'bottom' ? null : box('top')}
      {sample.paragraphs.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      {settings.position === 'top' ? null : box('bottom')}
    </article>
  );
}
