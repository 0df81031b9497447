import { escapeHtml } from '../core/summary/summary-format.ts';

type Attributes = Readonly<Record<string, string>>;

/*
 * Elements of <head>, written out: a page has two dozen of them, and as nodes of a tree each costs more than its text.
 */

export function meta(attributes: Attributes): string {
  return `<meta${writeAttributes(attributes)}/>`;
}

export function headLink(attributes: Attributes): string {
  return `<link${writeAttributes(attributes)}/>`;
}

export function asyncScript(src: string): string {
  return `<script async="" src="${escapeHtml(src)}"></script>`;
}

/** What stands for a publication without pictures: `public/share.png`, 1,200 by 630 as link previews want it. */
const PUBLICATION_PICTURE = '/share.png';

/** The picture of a link preview (Open Graph): the article's own, else the publication's. */
export function sharePicture(image: { url: string; alt: string } | null, origin: string): string {
  const { url, alt } = image ?? { url: `${origin}${PUBLICATION_PICTURE}`, alt: '' };
  return [
    meta({ property: 'og:image', content: url }),
    alt === '' ? '' : meta({ property: 'og:image:alt', content: alt }),
    meta({ name: 'twitter:card', content: 'summary_large_image' }),
  ].join('');
}

/** JSON-LD: only `<` could end the element or open a comment, so only it has to be written otherwise. */
export function jsonLd(data: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}

function writeAttributes(attributes: Attributes): string {
  let written = '';
  for (const name in attributes) written += ` ${name}="${escapeHtml(attributes[name] ?? '')}"`;
  return written;
}
