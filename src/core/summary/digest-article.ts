import type { Digest } from './digest.ts';
import { digestText } from './digest-text.ts';
import { linkSentences } from './link-sentences.ts';
import type { Override } from './override.ts';
import { type DigestInput, rankInput } from './rank-text.ts';

/** What the digest of an article is worked out from. */
interface DigestedArticle extends Omit<DigestInput, 'excluded' | 'linked' | 'page'> {
  /**
   * Said by whoever asks, also where nothing is known: without it links would mark other words. A stored article's
   * digest keeps it.
   */
  page: DigestInput['page'];
  /** The publisher's page, where the text stands on one. */
  url: string | null;
  override: Override | null;
}

/** The digest that readers get: the editor's sentences where they stand, else the engine's. */
export function digestWithOverride(article: DigestedArticle): Digest {
  const { text, title, description, language, pinned, url, override, page } = article;
  const excluded = override?.exclude ?? [];
  const input = { text, title, description, language, pinned, excluded, linked: url !== null, page };
  const digest = digestText(input);
  if (override === null || override.sentences === null) return digest;
  if (override.stale) return { ...digest, stale: true };
  const sentences = placeSentences(
    override.sentences.map((sentence) => sentence.text),
    input,
  );
  const firstOnes = sentences.map((_, index) => Array.from({ length: index + 1 }, (_, place) => place));
  return { ...digest, label: 'edited', sentences, whole: firstOnes, opening: firstOnes };
}

/** Verbatim sentences get their place in the article; free ones have none. */
function placeSentences(texts: readonly string[], input: DigestInput): Digest['sentences'] {
  const ranked = rankInput(input).sentences;
  const placed = linkSentences(
    texts.flatMap((text) => {
      const offset = input.text.indexOf(text);
      if (offset === -1) return [];
      const paragraph = input.text.slice(0, offset).split('\n\n').length;
      const rankScore = ranked.find((sentence) => sentence.offset === offset)?.rankScore ?? 1;
      return [{ text, offset, length: text.length, rankScore, paragraph }];
    }),
    input,
  );
  const free = { offset: null, length: null, rankScore: 1, paragraph: null, fragment: null };
  return texts.map((text) => placed.find((sentence) => sentence.text === text) ?? { text, ...free });
}
