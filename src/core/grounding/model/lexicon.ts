import type { LanguagePack } from '../language/language-pack.ts';

/** What training took from the judged summaries, as it is stored; English. */
export interface StoredLexicon {
  /** Words of summaries, joined by spaces. */
  words: string;
  /** Log-odds that a word which an editor of the training put in made the summary wrong, in tenths. */
  odds: readonly number[];
}

export const UNRELATED = 0;
export const SAME_SENSE = 1;
export const OPPOSITE = 2;

/** Related stems with {@link SAME_SENSE} or {@link OPPOSITE}. */
type Relatives = ReadonlyMap<number, number>;

/** What stands for what, and what excludes what; read when it is first asked for. */
export class Lexicon {
  readonly #language: string;
  readonly #stored: StoredLexicon;
  #odds: Map<string, number> | undefined;
  readonly #known = new Map<LanguagePack, Map<number, Relatives>>();

  constructor(language: string, stored: StoredLexicon) {
    this.#language = language;
    this.#stored = stored;
  }

  #findRelatives(pack: LanguagePack, stem: number): Relatives {
    const found = new Map<number, number>();
    // The first list that has a word wins.
    for (const { group, side } of [...(pack.places.get(stem) ?? [])].reverse())
      for (const member of pack.groups.get(group) ?? [])
        found.set(member.stem, member.side === side ? SAME_SENSE : OPPOSITE);
    found.delete(stem);
    return found;
  }

  /** The stems that can stand for a stem, or exclude it. */
  relativesOf(pack: LanguagePack, stem: number): Relatives {
    let known = this.#known.get(pack);
    if (known === undefined) {
      known = new Map();
      this.#known.set(pack, known);
    }
    let found = known.get(stem);
    if (found === undefined) {
      found = this.#findRelatives(pack, stem);
      known.set(stem, found);
    }
    return found;
  }

  /** What training learned of a word by itself, in tenths of the natural logarithm; 0 for unknown words. */
  oddsOf(pack: LanguagePack, form: string): number {
    if (pack.language !== this.#language) return 0;
    this.#odds ??= new Map(
      this.#stored.words.split(' ').map((word, at) => [word, this.#stored.odds[at] as number]),
    );
    return this.#odds.get(form) ?? 0;
  }
}
