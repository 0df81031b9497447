import { type GroundingArticle, groundSentence, type Support } from '../grounding/index.ts';
import { splitSentences } from '../summarizer/index.ts';
import type { Digest, DigestSentence } from '../summary/digest.ts';
import { createFragmentFinder } from '../summary/fragment/text-fragment.ts';
import { nameWords, type Proposal, type ProposedSentence } from '../summary/proposal.ts';
import type { PromptedArticle } from './prompt.ts';
import type { Candidate, Draft } from './read-answer.ts';

/** An article, with what is known of the sentences that the engine would choose. */
export interface ProposedArticle extends PromptedArticle {
  revision: number;
  /** The publisher's page, where the text stands on one. */
  url: string | null;
  description: string | null;
  digest: Digest;
}

export interface ProposalOrigin {
  generator: string;
  /** RFC 3339. */
  at: string;
  state: 'waiting' | 'shown';
}

/** Below this share of sentences that the article holds up, nothing that the model wrote is taken. */
const PASSING_MIN_SHARE = 0.5;
/** Of a score in 0-1: how much less the next point says than the one before it. */
const SCORE_STEP = 0.1;
const TENTHS = 10;

/** A proposal that shows nothing, and why: the article is not sent again for the same words. */
export function failedProposal(
  article: ProposedArticle,
  { generator, at }: Omit<ProposalOrigin, 'state'>,
  reason: string,
): Proposal {
  const { revision } = article;
  return { of: nameWords(article), revision, at, generator, state: 'failed', reason, points: [], tldr: null };
}

/**
 * The gate. Each sentence is held against the article: what is not held up gives its place to the best sentence of the
 * article that is not told yet; where fewer than half are held up, nothing is taken. Deterministic.
 *
 * Cost: one index of the article, then linear in each sentence.
 */
export function makeProposal(article: ProposedArticle, draft: Draft, origin: ProposalOrigin): Proposal {
  const describe = createDescriber(article);
  const held: GroundingArticle = { text: article.text, title: article.title, language: article.language };
  const judge = (candidate: Candidate): ProposedSentence | undefined => {
    const support = supportOf(candidate, held, article.language);
    return support && describe(candidate.text, support);
  };
  const judged = draft.points.map(judge);
  const passing = judged.filter((one) => one !== undefined);
  const tldr = draft.tldr === null ? undefined : judge(draft.tldr);
  const asked = judged.length + (draft.tldr === null ? 0 : 1);
  const passed = passing.length + (tldr === undefined ? 0 : 1);
  if (passing.length === 0 || passed < asked * PASSING_MIN_SHARE)
    return failedProposal(article, origin, 'not-grounded');
  const spare = spareSentences(article.digest, passing);
  const points = judged.flatMap((one) => one ?? spare.next().value ?? []);
  return {
    of: nameWords(article),
    revision: article.revision,
    ...origin,
    reason: null,
    points: points.map((point, place) => ({
      ...point,
      rankScore: Math.round((1 - place * SCORE_STEP) * TENTHS) / TENTHS,
    })),
    tldr: tldr ?? null,
  };
}

/** Where the article says all of it; undefined where a part of it stands nowhere. Each sentence is judged by itself. */
function supportOf(
  { text, paragraphs }: Candidate,
  held: GroundingArticle,
  language: string,
): Support[] | undefined {
  const verdicts = splitSentences(text, language).map((sentence) =>
    groundSentence(sentence.text, held, { paragraphs }),
  );
  if (verdicts.length === 0 || verdicts.some(({ grounded }) => !grounded)) return undefined;
  const places = new Map(verdicts.flatMap(({ support }) => support).map((place) => [place.offset, place]));
  const support = [...places.values()].sort((a, b) => a.offset - b.offset);
  return support.length === 0 ? undefined : support; // The headline alone is nothing that a reader could be led to.
}

/** Gives a sentence its places, and the links that lead to them on the publisher's page. */
function createDescriber({ text, title, description, language, url, digest }: ProposedArticle) {
  const page = {
    seams: digest.page?.seams ?? { breaks: [], joints: [] },
    elsewhere: [title, ...(description === null ? [] : [description]), ...(digest.page?.elsewhere ?? [])],
  };
  const findFragment = url === null ? () => undefined : createFragmentFinder(text, language, page);
  return (sentence: string, support: readonly Support[]): ProposedSentence => {
    const offset = text.indexOf(sentence);
    const [first] = support;
    const paragraph = first?.paragraph ?? null;
    if (offset !== -1) {
      const { length } = sentence;
      const fragment = findFragment(offset, length) ?? null;
      return { text: sentence, offset, length, rankScore: 1, paragraph, fragment, support: [] };
    }
    return {
      text: sentence,
      offset: null,
      length: null,
      rankScore: 1,
      paragraph,
      fragment: null,
      support: support.map((place) => ({
        ...place,
        fragment: findFragment(place.offset, place.length) ?? null,
      })),
    };
  };
}

/** What the engine would choose, best first, without what the passing sentences tell already. */
function* spareSentences(
  digest: Digest,
  passing: readonly ProposedSentence[],
): Generator<ProposedSentence, undefined> {
  const told = passing.flatMap(({ offset, length, support }) =>
    offset === null ? support : [{ offset, length: length ?? 0 }],
  );
  const isTold = (sentence: DigestSentence) =>
    told.some(
      (place) =>
        place.offset < (sentence.offset ?? 0) + (sentence.length ?? 0) &&
        (sentence.offset ?? 0) < place.offset + place.length,
    );
  const best = [...digest.sentences]
    .filter(({ offset }) => offset !== null)
    .sort((a, b) => b.rankScore - a.rankScore);
  for (const sentence of best) {
    if (isTold(sentence)) continue;
    told.push({ offset: sentence.offset ?? 0, length: sentence.length ?? 0 });
    yield { ...sentence, support: [] };
  }
  return undefined;
}
