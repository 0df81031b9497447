import type { Labels } from '../labels/labels.ts';
import { escapeHtml } from '../summary/summary-format.ts';

/** What goes into a page, in ASCII, so that it reads the same in whatever encoding the page is. */
export interface BoxMarkup {
  /** Attributes of the element around the disclosure. */
  attributes: string;
  /** The disclosure: native, so it works without script, by keyboard and by voice. */
  disclosure: string;
  /** JSON-LD that tells search engines the summary of the page. */
  data: string;
}

export interface BoxProps {
  pageUrl: string;
  title: string;
  language: string;
  direction: 'ltr' | 'rtl';
  sentences: readonly string[];
  /** Who made the summary. */
  credit: string;
  /** Members of the page's JSON-LD. */
  abstract: object;
  labels: Pick<Labels, 'noTime' | 'getSummary'>;
}

export function writeBox(props: BoxProps): BoxMarkup {
  const { pageUrl, title, language, direction, sentences, credit, abstract, labels } = props;
  const lang = language === 'und' ? '' : ` lang="${escapeHtml(language)}"`;
  const items = sentences.map((sentence) => `<li>${escapeHtml(sentence)}</li>`).join('');
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    url: pageUrl,
    headline: title,
    ...abstract,
  };
  return {
    attributes: toAscii(` url="${escapeHtml(pageUrl)}"${lang}`),
    disclosure: toAscii(
      `<details${lang} dir="${direction}"><summary><b>${escapeHtml(labels.noTime)}</b> <span>${escapeHtml(labels.getSummary)}</span></summary><ul>${items}</ul><p>${escapeHtml(credit)}</p></details>`,
    ),
    data: `<script type="application/ld+json">${toAsciiJson(data)}</script>`,
  };
}

function toAscii(html: string): string {
  return html.replace(/[^\0-\x7f]/gu, (character) => `&#${character.codePointAt(0)};`);
}

/** `<` could end the element or open a comment; the rest is for pages of other encodings. */
function toAsciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\x7f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The path that every page's boxes have their look from, on the page's own host. */
export const ASSETS_PATH = '/.standfirst/';
/** Part of the address, since the sheet is kept for a year. */
export const STYLE_VERSION = 1;
export const STYLE_PATH = `${ASSETS_PATH}${STYLE_VERSION}/box.css`;

/**
 * What is put at one place: a box of our own, or what fills a `<stand-first>` of the page's.
 *
 * The `div` around a box ends a paragraph that the page has left open (HTML standard, "optional tags"); a custom element
 * alone would land in it.
 */
export function writePiece(
  { attributes, disclosure, data }: BoxMarkup,
  piece: 'above' | 'below',
  isOwn: boolean,
  stylePath = STYLE_PATH,
): string {
  const isAbove = piece === 'above';
  const head = isAbove ? `<link rel="stylesheet" href="${escapeHtml(stylePath)}">` : '';
  const foot = isAbove ? data : '';
  if (isOwn) return `${head}${disclosure}${foot}`;
  const position = isAbove ? 'top' : 'bottom';
  return `<div>${head}<stand-first data-filled position="${position}"${attributes}>${disclosure}</stand-first>${foot}</div>`;
}
