import { type Content, joinParagraphs, joinSeams, pinnedParagraphs } from '../content/render-content.ts';
import { detectLanguage } from '../summarizer/index.ts';
import type { PageWords } from './fragment/text-fragment.ts';

/** What a digest is worked out from of a rendered body. */
interface BodyWords {
  text: string;
  language: string;
  pinned: number[];
  page: PageWords;
}

/** @param language - As the publisher says it; undefined: what title and text are in. */
export function wordsOfBody(
  { paragraphs, elsewhere }: Content,
  title: string,
  language: string | null | undefined,
): BodyWords {
  const text = joinParagraphs(paragraphs);
  return {
    text,
    language: language ?? detectLanguage(`${title}\n\n${text}`),
    pinned: pinnedParagraphs(paragraphs),
    page: { seams: joinSeams(paragraphs), elsewhere },
  };
}
