import type { Article } from './article.ts';
import { TERM_CAPITAL, TERM_DIGIT, TERM_FIRST } from './scan-terms.ts';

/** What is known of each distinct term of an article before any sentence is judged. */
export const TERM_FEATURES = [
  'frequency',
  'sentences',
  'first sentence',
  'first place',
  'last sentence',
  'capital',
  'digit',
  'letters',
  'title',
  'article size',
  'company',
  'quoted',
  'mean place',
  'rarity',
] as const;

/** Added once sentences have been judged by a first pass. */
export const SENTENCE_TERM_FEATURES = [
  ...TERM_FEATURES,
  'best sentence',
  'mean sentence',
  'best title match',
  'mean title match',
] as const;

/** Terms of a headline or a question that occur in the article, as marks by term number. */
export type TermMarks = Uint8Array;

const QUOTE = /["“”«»]|(?:^|\s)['‘]/u;
/** Weight of a sentence's own length against its content; sentences of a few words say little. */
export const LENGTH_PRIOR = 8;
export const TITLE_LENGTH_PRIOR = 20;

interface Counts {
  frequency: Int32Array;
  sentences: Int32Array;
  first: Int32Array;
  firstPlace: Int32Array;
  last: Int32Array;
  capitals: Int32Array;
  inner: Int32Array;
  digit: Uint8Array;
  quoted: Int32Array;
  places: Float64Array;
}

function makeCounts(size: number): Counts {
  return {
    frequency: new Int32Array(size),
    sentences: new Int32Array(size),
    first: new Int32Array(size),
    firstPlace: new Int32Array(size),
    last: new Int32Array(size).fill(-1),
    capitals: new Int32Array(size),
    inner: new Int32Array(size),
    digit: new Uint8Array(size),
    quoted: new Int32Array(size),
    places: new Float64Array(size),
  };
}

function countSentence(counts: Counts, article: Article, sentence: number): void {
  const { starts, terms, shapes } = article;
  const count = article.sentences.length;
  const place = sentence / Math.max(1, count - 1);
  const quoted = QUOTE.test(article.sentences[sentence]?.text ?? '') ? 1 : 0;
  const to = starts[sentence + 1] as number;
  for (let at = starts[sentence] as number; at < to; at += 1) {
    const term = terms[at] as number;
    const shape = shapes[at] as number;
    if (counts.frequency[term] === 0) {
      counts.first[term] = sentence;
      counts.firstPlace[term] = at;
    }
    counts.frequency[term] = (counts.frequency[term] as number) + 1;
    counts.quoted[term] = (counts.quoted[term] as number) + quoted;
    if (counts.last[term] !== sentence) {
      counts.last[term] = sentence;
      counts.sentences[term] = (counts.sentences[term] as number) + 1;
      counts.places[term] = (counts.places[term] as number) + place;
    }
    if ((shape & TERM_DIGIT) !== 0) counts.digit[term] = 1;
    if ((shape & TERM_FIRST) !== 0) continue;
    counts.inner[term] = (counts.inner[term] as number) + 1;
    if ((shape & TERM_CAPITAL) !== 0) counts.capitals[term] = (counts.capitals[term] as number) + 1;
  }
}

/** Mean log frequency of the terms beside each term: high for words that stand in central sentences. */
function measureCompany(article: Article, frequency: Int32Array): Float64Array {
  const { starts, terms } = article;
  const company = new Float64Array(frequency.length);
  const logs = new Float64Array(frequency.length);
  for (let term = 0; term < logs.length; term += 1)
    logs[term] = Math.log(Math.max(1, frequency[term] as number));
  for (let sentence = 0; sentence < article.sentences.length; sentence += 1) {
    const from = starts[sentence] as number;
    const to = starts[sentence + 1] as number;
    let sum = 0;
    for (let at = from; at < to; at += 1) sum += logs[terms[at] as number] as number;
    const mean = to > from ? sum / (to - from) : 0;
    for (let at = from; at < to; at += 1)
      company[terms[at] as number] = (company[terms[at] as number] as number) + mean;
  }
  return company;
}

/** Counts once over the article and lays the features out row by row, `width` numbers a row. */
export function measureTerms(
  article: Article,
  title: TermMarks | undefined,
  rarity: (term: number) => number,
  width: number,
): Float32Array {
  const size = article.table.size;
  const counts = makeCounts(size);
  const sentences = article.sentences.length;
  for (let sentence = 0; sentence < sentences; sentence += 1) countSentence(counts, article, sentence);
  const company = measureCompany(article, counts.frequency);
  const total = article.starts[sentences] as number;
  const rows = new Float32Array(size * width);
  for (let term = 0; term < size; term += 1) {
    const at = term * width;
    const frequency = Math.max(1, counts.frequency[term] as number);
    const inner = counts.inner[term] as number;
    rows[at] = frequency;
    rows[at + 1] = counts.sentences[term] as number;
    rows[at + 2] = counts.first[term] as number;
    rows[at + 3] = counts.firstPlace[term] as number;
    rows[at + 4] = sentences - 1 - (counts.last[term] as number);
    rows[at + 5] = inner === 0 ? -1 : (counts.capitals[term] as number) / inner;
    rows[at + 6] = counts.digit[term] as number;
    rows[at + 7] = article.table.lengthAt(term);
    rows[at + 8] = title === undefined ? 0 : 1 + (title[term] as number);
    rows[at + 9] = total;
    rows[at + 10] = (company[term] as number) / frequency;
    rows[at + 11] = (counts.quoted[term] as number) / frequency;
    rows[at + 12] = (counts.places[term] as number) / Math.max(1, counts.sentences[term] as number);
    rows[at + 13] = rarity(term);
  }
  return rows;
}

/** Expected use of a sentence's words per word. */
export function measureSentences(article: Article, chances: Float64Array): Float64Array {
  const { starts, terms } = article;
  const values = new Float64Array(article.sentences.length);
  const seen = new Int32Array(chances.length);
  for (let sentence = 0; sentence < values.length; sentence += 1) {
    const from = starts[sentence] as number;
    const to = starts[sentence + 1] as number;
    let sum = 0;
    for (let at = from; at < to; at += 1) {
      const term = terms[at] as number;
      if (seen[term] === sentence + 1) continue;
      seen[term] = sentence + 1;
      sum += chances[term] as number;
    }
    values[sentence] = sum / (to - from + LENGTH_PRIOR);
  }
  return values;
}

/** How much of the headline each sentence holds, 0 to 1; -1 everywhere when there is no headline. */
export function measureTitleMatch(article: Article, title: TermMarks | undefined): Float64Array {
  const { starts, terms } = article;
  const values = new Float64Array(article.sentences.length);
  if (title === undefined) return values.fill(-1);
  const seen = new Int32Array(title.length);
  for (let sentence = 0; sentence < values.length; sentence += 1) {
    const from = starts[sentence] as number;
    const to = starts[sentence + 1] as number;
    let hits = 0;
    for (let at = from; at < to; at += 1) {
      const term = terms[at] as number;
      if (title[term] === 0 || seen[term] === sentence + 1) continue;
      seen[term] = sentence + 1;
      hits += 1;
    }
    values[sentence] = (2 * hits) / (to - from + TITLE_LENGTH_PRIOR);
  }
  return values;
}

/** Best and mean of a sentence value over the sentences that hold each term, into columns `column` and `column + 1`. */
export function spreadToTerms(
  article: Article,
  values: Float64Array,
  rows: Float32Array,
  width: number,
  column: number,
): void {
  const { starts, terms } = article;
  const size = article.table.size;
  for (let term = 0; term < size; term += 1) rows[term * width + column] = -1;
  for (let sentence = 0; sentence < values.length; sentence += 1) {
    const value = values[sentence] as number;
    const to = starts[sentence + 1] as number;
    for (let at = starts[sentence] as number; at < to; at += 1) {
      const row = (terms[at] as number) * width;
      if (value > (rows[row + column] as number)) rows[row + column] = value;
      rows[row + column + 1] = (rows[row + column + 1] as number) + value;
    }
  }
  for (let term = 0; term < size; term += 1) {
    const row = term * width;
    rows[row + column + 1] = (rows[row + column + 1] as number) / (rows[row] as number);
  }
}
