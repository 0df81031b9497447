import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadPages } from '../../../src/cli/evaluation/extraction-pages.ts';
import { joinParagraphs, joinSeams, renderContent } from '../../../src/core/content/render-content.ts';
import { extractArticle } from '../../../src/core/extraction/extract-article.ts';
import { decodePage } from '../../../src/core/extraction/page/decode-page.ts';
import { detectLanguage, splitSentences } from '../../../src/core/summarizer/index.ts';
import { linkSentences as linkAll } from '../../../src/core/summary/link-sentences.ts';

const suites = process.env.SUITES ?? fileURLToPath(new URL('../../../../shared/suites', import.meta.url));

export interface LinkedPage {
  name: string;
  html: string;
}

/** One sentence of a page, its link, and what stands beside it in its paragraph. */
export interface SentenceLink {
  sentence: string;
  before: string;
  after: string;
  fragment: string | undefined;
}

function readFolder(folder: string): LinkedPage[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((name) => ({ name, html: readFileSync(`${folder}/${name}`, 'utf8') }));
}

/** Undefined, with a line that says so, where the suite is absent. */
export function readHandedPages(): LinkedPage[] | undefined {
  const folder = `${suites}/kinds/fragment-pages`;
  if (existsSync(folder)) return readFolder(folder);
  console.log(`skipped: no pages at ${folder} (the folder is taken from SUITES)`);
  return undefined;
}

const realPages = `${suites}/pages`;

export function hasRealPages(): boolean {
  if (existsSync(realPages)) return true;
  console.log(`skipped: no pages at ${realPages} (the folder is taken from SUITES)`);
  return false;
}

/** Every `step`th of the real pages. */
export async function readRealPages(step: number): Promise<LinkedPage[]> {
  const pages = await loadPages(realPages);
  return pages
    .filter((_, index) => index % step === 0)
    .map(({ truth, bytes }) => ({
      name: truth.id,
      html: decodePage(bytes, `text/html; charset=${truth.encoding ?? 'utf-8'}`),
    }));
}

/** The links that the service gives to the sentences of a page that it has read. */
export function linkSentences({ html }: LinkedPage): SentenceLink[] {
  const { title, description, language, body } = extractArticle(html, 'https://news.example/story');
  const rendered = renderContent(body.kind, body.source);
  if (!rendered.ok) return [];
  const { paragraphs, elsewhere } = rendered.content;
  const text = joinParagraphs(paragraphs);
  const code = language ?? detectLanguage(text);
  const sentences = splitSentences(text, code).map((sentence) => ({
    ...sentence,
    rankScore: 1,
    paragraph: text.slice(0, sentence.offset).split('\n\n').length,
  }));
  const page = { seams: joinSeams(paragraphs), elsewhere };
  const input = { text, title, description, language: code, pinned: [], excluded: [], linked: true, page };
  return linkAll(sentences, input).map(({ text: sentence, offset, length, fragment }) => {
    const start = offset ?? 0;
    const end = start + (length ?? 0);
    const paragraphEnd = text.indexOf('\n\n', end);
    return {
      sentence,
      before: text.slice(text.lastIndexOf('\n\n', start) + 1, start),
      after: text.slice(end, paragraphEnd === -1 ? text.length : paragraphEnd),
      fragment: fragment ?? undefined,
    };
  });
}
