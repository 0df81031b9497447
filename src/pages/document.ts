import { html, raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { textDirection } from '../core/labels/languages.ts';
import { headLink, meta } from './head-tags.ts';
import { STYLE_SHEET } from './styles.ts';

export interface DocumentProps {
  title: string;
  description?: string | undefined;
  language: string;
  publicationName: string;
  /** Undefined for what stands for no page. */
  canonical: string | undefined;
  /** Text of the link that leads keyboards past the masthead. */
  skipLabel: string;
  /** More of the head, written by `head-tags.ts`: Open Graph, JSON-LD. */
  head?: readonly string[];
  children: Child;
}

/**
 * Renders a whole page. Text is escaped by the renderer; markup of authors arrives sanitised.
 *
 * @returns UTF-8, put together from parts: half of a page is the style sheet, and a string that holds one curly quote is
 *   encoded unit by unit, all of it, at 2 ns each.
 */
export function renderDocument({
  title,
  description,
  language,
  publicationName,
  canonical,
  skipLabel,
  head = [],
  children,
}: DocumentProps): Blob {
  const { feeds, masthead, footer } = frameOf(publicationName);
  const lang = language === 'und' ? '' : html` lang="${language}"`;
  const about = description === undefined ? '' : meta({ name: 'description', content: description });
  const itself = canonical === undefined ? '' : headLink({ rel: 'canonical', href: canonical });
  const tags = [about, itself, feeds, ...head].join('');
  const opening = html`<!DOCTYPE html><html${lang} dir="${textDirection(language)}"><head>${OPENING}<title>${title}</title>${raw(tags)}`;
  const body = html`<body><a class="skip" href="#content">${skipLabel}</a>${masthead}<main id="content">${children}</main>${footer}</body></html>`;
  return new Blob([String(opening), STYLE, String(body)]);
}

/** The box's rule and tab above two lines; in the page, or every first visit would ask for `/favicon.ico`. */
const ICON =
  "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%2016%2016'%20fill='%23267a96'%3E%3Cpath%20d='M0%201h16v1.5H7V5H0zM0%208h16v2H0zM0%2012h11v2H0z'/%3E%3C/svg%3E";

const OPENING = raw(
  meta({ charset: 'utf-8' }) +
    meta({ name: 'viewport', content: 'width=device-width,initial-scale=1' }) +
    headLink({ rel: 'icon', href: ICON }),
);
const STYLE = new TextEncoder().encode(`<style>${STYLE_SHEET}</style></head>`);

/** What stands around every page of the publication. */
type Frame = ReturnType<typeof makeFrame>;

let frame: { of: string; made: Frame } | undefined;

/** A deployment serves one publication, so its frame is made once. */
function frameOf(publicationName: string): Frame {
  if (frame?.of !== publicationName) frame = { of: publicationName, made: makeFrame(publicationName) };
  return frame.made;
}

function makeFrame(name: string) {
  const feed = (type: string, href: string) => headLink({ rel: 'alternate', type, title: name, href });
  return {
    feeds: [
      meta({ property: 'og:site_name', content: name }),
      feed('application/rss+xml', '/feed.xml'),
      feed('application/feed+json', '/feed.json'),
    ].join(''),
    masthead: html`<header class="mast"><a href="/">${name}</a></header>`,
    footer: html`<footer class="foot"><a href="/">${name}</a><a href="/feed.xml">RSS</a><a href="/docs">API</a></footer>`,
  };
}
