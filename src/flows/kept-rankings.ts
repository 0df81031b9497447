import { type Models, type Ranking, rankAgain } from '../core/summarizer/index.ts';
import { type DigestInput, rankInput } from '../core/summary/rank-text.ts';

/** Who asks something of an article is seldom the last: the box offers to ask more, and a story that is read is asked about. */
const KEPT_MAX = 4;
/** Both bound what is kept of an article: a ranking holds an arena as long as its text, and objects for each sentence. */
const TEXT_MAX_LENGTH = 32_768;
const SENTENCES_MAX = 1_000;

interface Kept {
  input: DigestInput;
  ranking: Ranking;
}

/**
 * Rankings of the articles that were asked about last, so that the next question about one of them does not have its
 * text read again. A ranking follows from its input alone, which is compared whole: nothing has to be told that an
 * article has changed.
 */
export class KeptRankings {
  /** The latest first. */
  #kept: Kept[] = [];

  /** The ranking of a text, for a question if there is one. */
  rank(input: DigestInput, query: string | undefined, models: Models): Ranking {
    if (input.text.length > TEXT_MAX_LENGTH) return rankInput(input, query, models);
    return rankAgain(this.#rankingOf(input), query, models);
  }

  #rankingOf(input: DigestInput): Ranking {
    const known = this.#kept.find((kept) => ranksAlike(kept.input, input));
    const kept = known ?? { input, ranking: rankInput(input) };
    if (kept.ranking.sentences.length <= SENTENCES_MAX)
      this.#kept = [kept, ...this.#kept.filter((other) => other !== kept)].slice(0, KEPT_MAX);
    return kept.ranking;
  }
}

/** Whether two inputs are ranked alike: by all that {@link rankInput} goes by. */
function ranksAlike(one: DigestInput, other: DigestInput): boolean {
  return (
    one.text === other.text &&
    one.title === other.title &&
    one.description === other.description &&
    one.language === other.language &&
    isSameList(one.pinned, other.pinned) &&
    isSameList(one.excluded, other.excluded)
  );
}

const isSameList = <Item>(one: readonly Item[], other: readonly Item[]): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at]);
