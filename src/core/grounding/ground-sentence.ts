import { type GroundingHint, type GroundingModel, judgeSentence } from './judge-sentence.ts';
import { lexicon, THRESHOLD, trees } from './model/trained.ts';
import { type GroundingArticle, readSource, type Source } from './source/read-source.ts';
import type { Verdict } from './verdict/verdict.ts';

const MODEL: GroundingModel = { trees, threshold: THRESHOLD, lexicon };

const sources = new WeakMap<GroundingArticle, Source>();

/** The index of an article, kept as long as the article itself. */
function sourceOf(article: GroundingArticle): Source {
  let source = sources.get(article);
  if (source === undefined) {
    source = readSource(article);
    sources.set(article, source);
  }
  return source;
}

/**
 * Holds one sentence against an article: what in it the article does not say, and where the article says the rest.
 * Pure, and the same for the same input. The article is indexed once for as long as the object lives; after that the
 * cost is linear in the sentence and in the places of its words.
 *
 * @param sentence - One sentence; several are judged as one.
 * @param hint - Where the generator says that it rests.
 */
export function groundSentence(sentence: string, article: GroundingArticle, hint?: GroundingHint): Verdict {
  return judgeSentence(sentence, sourceOf(article), MODEL, hint);
}
