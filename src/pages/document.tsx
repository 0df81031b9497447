import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { textDirection } from '../core/labels.ts';
import { HeadLink, Meta, Title } from './head-tags.tsx';
import { STYLE_SHEET } from './styles.ts';

export interface DocumentProps {
  title: string;
  description?: string | undefined;
  language: string;
  publicationName: string;
  canonical: string;
  /** Text of the link that leads keyboards past the masthead. */
  skipLabel: string;
  /** More of the head: feeds, Open Graph, JSON-LD. */
  head?: Child;
  children: Child;
}

const DOCTYPE = '<!DOCTYPE html>';

/** Renders a whole page. Text is escaped by the renderer; markup of authors arrives sanitised. */
export function renderDocument(props: DocumentProps): string {
  return `${DOCTYPE}${String(<Document {...props} />)}`;
}

function Document({
  title,
  description,
  language,
  publicationName,
  canonical,
  skipLabel,
  head,
  children,
}: DocumentProps) {
  const lang = language === 'und' ? undefined : language;
  return (
    <html lang={lang} dir={textDirection(language)}>
      <head>
        <Meta charset="utf-8" />
        <Meta name="viewport" content="width=device-width,initial-scale=1" />
        <Title text={title} />
        {description === undefined ? null : <Meta name="description" content={description} />}
        <HeadLink rel="canonical" href={canonical} />
        <Meta property="og:site_name" content={publicationName} />
        <HeadLink rel="alternate" type="application/rss+xml" title={publicationName} href="/feed.xml" />
        <HeadLink rel="alternate" type="application/feed+json" title={publicationName} href="/feed.json" />
        {head}
        <style>{raw(STYLE_SHEET)}</style>
      </head>
      <body>
        <a class="skip" href="#content">
          {skipLabel}
        </a>
        <header class="mast">
          <a href="/">{publicationName}</a>
        </header>
        <main id="content">{children}</main>
        <footer class="foot">
          <a href="/">{publicationName}</a>
          <a href="/feed.xml">RSS</a>
          <a href="/docs">API</a>
        </footer>
      </body>
    </html>
  );
}

/** JSON-LD: only `<` could end the element or open a comment, so only it has to be written otherwise. */
export function JsonLd({ data }: { data: unknown }) {
  return raw(
    `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`,
  );
}
