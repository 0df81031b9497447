import type { Article } from '../article/read-article.ts';
import { CAPITAL_NOUNS } from '../language/capital-nouns.ts';
import { type FunctionWords, functionWordsOf } from '../language/word-holders.ts';
import { hashWords, listTerms } from '../terms/scan-terms.ts';
import { TERM_CAPITAL, TERM_DIGIT } from '../terms/term-list.ts';

/**
 * Who is named where: by the full name, or by the surname or a short form alone. Names go by the term number of their
 * last word.
 */
export interface Introductions {
  /** Sentence in which each name is first given in full. */
  introducedIn: ReadonlyMap<number, number>;
  /** Names that each sentence gives in full. */
  full: ReadonlyMap<number, readonly number[]>;
  /** Names that each sentence uses bare, though an earlier one has them in full and the headline has not. */
  bare: ReadonlyMap<number, readonly number[]>;
}

/** Before a surname they introduce nobody. */
const HONORIFICS: ReadonlySet<number> = new Set(
  hashWords(
    'mr mrs ms miss dr sir herr frau mme mlle monsieur madame señor señora signor signora senhor senhora pan pani',
  ),
);

/** Small words within a name, in languages where they say nothing else: "Luis de Miranda", "Ursula von der Leyen". */
const PARTICLES: ReadonlySet<number> = new Set(
  hashWords('de del di da dos van von der den ten bin al el la'),
);

const HYPHENS = '-‐‑';

/** Marks the terms of a headline; undefined where there is none. */
function markTitle({ table, arena }: Article, title: string | undefined): Uint8Array | undefined {
  if (title === undefined) return undefined;
  const marks = arena.uint8(table.size);
  const list = listTerms(title);
  for (let at = 0; at < list.length; at += 1) {
    const term = table.find(list.hashAt(at));
    if (term >= 0) marks[term] = 1;
  }
  return marks;
}

function push(lists: Map<number, number[]>, sentence: number, name: number): void {
  const list = lists.get(sentence);
  if (list === undefined) lists.set(sentence, [name]);
  else if (!list.includes(name)) list.push(name);
}

class NameFinder {
  readonly introducedIn: Map<number, number> = new Map();
  readonly full: Map<number, number[]> = new Map();
  readonly bare: Map<number, number[]> = new Map();
  readonly #article: Article;
  readonly #isFunctionWord: FunctionWords;
  readonly #inTitle: Uint8Array | undefined;
  readonly #nounsAreNames: boolean;

  constructor(article: Article, title: string | undefined) {
    this.#article = article;
    this.#isFunctionWord = functionWordsOf(article.language);
    this.#inTitle = markTitle(article, title);
    this.#nounsAreNames = !CAPITAL_NOUNS.has(article.language);
  }

  /** Function words, and what stands before a surname and introduces nobody. */
  #isCommon(at: number): boolean {
    const { table, terms } = this.#article;
    const hash = table.hashAt(terms[at] as number);
    return this.#isFunctionWord(hash) || HONORIFICS.has(hash);
  }

  #isNameWord(at: number): boolean {
    const isCapital =
      ((this.#article.list.shapes[at] as number) & (TERM_CAPITAL | TERM_DIGIT)) === TERM_CAPITAL;
    return isCapital && !this.#isCommon(at);
  }

  /** "Norris-Jones", "al-Douri": the parts of one word. */
  #isJoined(at: number): boolean {
    const { list, text } = this.#article;
    const end = list.offsetAt(at) + list.lengthAt(at);
    return list.offsetAt(at + 1) === end + 1 && HYPHENS.includes(text.charAt(end));
  }

  /** Whether two neighbouring terms are parted by a space or a hyphen, or by the full stop of an initial. */
  #stand(at: number): boolean {
    const { list } = this.#article;
    const gap = list.offsetAt(at + 1) - list.offsetAt(at) - list.lengthAt(at);
    return gap === 1 || (gap === 2 && list.lengthAt(at) <= 2);
  }

  /** "(IMF)" stands behind the name in full. */
  #isShortForm(at: number): boolean {
    const { list, text } = this.#article;
    const offset = list.offsetAt(at);
    const end = offset + list.lengthAt(at);
    if (end - offset === 1 || text.charAt(offset - 1) !== '(' || text.charAt(end) !== ')') return false;
    const name = text.slice(offset, end);
    return name === name.toUpperCase();
  }

  /** The next word of a name, past its particles; the last one where the name ends. */
  #nextOfName(last: number, to: number): number {
    let next = last + 1;
    while (next < to && this.#stand(next - 1) && this.#isParticle(next)) next += 1;
    return next < to && this.#stand(next - 1) && this.#isNameWord(next) ? next : last;
  }

  #isParticle(at: number): boolean {
    const { table, terms } = this.#article;
    const hash = table.hashAt(terms[at] as number);
    return PARTICLES.has(hash) && !this.#isFunctionWord(hash);
  }

  /** Reads the names of one sentence: runs of words with capitals. */
  read(sentence: number): void {
    const { starts, list } = this.#article;
    const { shapes } = list;
    const to = starts[sentence + 1] as number;
    let at = starts[sentence] as number;
    while (at < to) {
      if (((shapes[at] as number) & TERM_CAPITAL) === 0 || !this.#isNameWord(at)) {
        at += 1;
        continue;
      }
      let last = at;
      let next = this.#nextOfName(last, to);
      while (next > last) {
        last = next;
        next = this.#nextOfName(last, to);
      }
      this.#take(sentence, at, last);
      at = last + 1;
    }
  }

  #take(sentence: number, first: number, last: number): void {
    const { starts, terms } = this.#article;
    const name = terms[last] as number;
    const behindArticle = first > (starts[sentence] as number) && this.#isCommon(first - 1);
    let words = behindArticle && !this.#nounsAreNames ? 0 : 1;
    for (let at = first; at < last; at += 1) if (!this.#isJoined(at)) words += 1;
    if (words > 1 || this.#isShortForm(last)) {
      if (!this.introducedIn.has(name)) this.introducedIn.set(name, sentence);
      push(this.full, sentence, name);
      return;
    }
    const introduced = this.introducedIn.get(name);
    if (introduced !== undefined && introduced < sentence && this.#inTitle?.[name] !== 1)
      push(this.bare, sentence, name);
  }
}

/** Finds who is introduced where, and which sentences rely on it. Linear. */
export function findIntroductions(article: Article, title: string | undefined): Introductions {
  const finder = new NameFinder(article, title);
  for (let sentence = 0; sentence < article.sentences.length; sentence += 1) finder.read(sentence);
  return finder;
}
