import { functionWordsOf } from '../language/word-holders.ts';
import { lateExpression } from '../memory/late-expression.ts';
import { TERM_CAPITAL, TERM_FIRST } from '../terms/term-list.ts';
import { DETAILS, type Ranking } from './ranking.ts';
import { WordGroups } from './word-groups.ts';

const DEFAULT_KEYWORDS = 5;
const SHORTEST_KEYWORD = 3;
/** Scripts without spaces are read in pairs of characters. */
const SHORTEST_PAIR = 2;
const letter = lateExpression('\\p{L}', 'u');
const SPACED_SCRIPT = /^[^\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/u;
const LONGEST_KEYWORD = 40;
/** A name says more than a common word that is as likely in the summary. */
const NAME_SHARE = 1.3;

interface Term {
  /** Index into the article's terms where it is best spelled: inside a sentence if it ever stands there. */
  at: number;
  first: number;
  frequency: number;
}

function collectTerms({ article }: Ranking[typeof DETAILS]): Map<number, Term> {
  const found = new Map<number, Term>();
  const total = article.starts.at(-1) ?? 0;
  for (let at = 0; at < total; at += 1) {
    const number = article.terms[at] as number;
    const term = found.get(number);
    const inner = (article.list.shapeAt(at) & TERM_FIRST) === 0;
    if (term === undefined) found.set(number, { at, first: at, frequency: 1 });
    else {
      term.frequency += 1;
      if (inner && (article.list.shapeAt(term.at) & TERM_FIRST) !== 0) term.at = at;
    }
  }
  return found;
}

/**
 * The names, phrases and words that carry the text, weightiest first, spelled as the text spells them; never half of a
 * name, a function word or a bare number.
 */
export function extractKeywords(ranking: Ranking, limit: number = DEFAULT_KEYWORDS): string[] {
  const details = ranking[DETAILS];
  const { article, estimate } = details;
  const isFunctionWord = functionWordsOf(article.language);
  const isCommon = (term: number): boolean => isFunctionWord(article.table.hashAt(term));
  const weight = (number: number, { at, frequency }: Term) =>
    (estimate.chances[number] as number) *
    Math.log2(1 + frequency) *
    ((article.list.shapeAt(at) & (TERM_CAPITAL | TERM_FIRST)) === TERM_CAPITAL ? NAME_SHARE : 1);
  const ordered = [...collectTerms(details)]
    .filter(([number]) => !isCommon(number))
    .map(([number, term]) => ({ number, term, weight: weight(number, term) }))
    .sort((a, b) => b.weight - a.weight || a.term.first - b.term.first);
  const groups = new WordGroups(article, isCommon);
  const said = new Set<number>();
  const keywords: string[] = [];
  for (const { number, term } of ordered) {
    if (keywords.length >= limit) break;
    if (said.has(number)) continue;
    const { first, last } = groups.groupOf(number, term.at);
    const from = article.list.offsetAt(first);
    const to = article.list.offsetAt(last) + article.list.lengthAt(last);
    if (last > first && to - from > LONGEST_KEYWORD) continue;
    const word = article.text.slice(from, Math.min(to, from + LONGEST_KEYWORD));
    const shortest = SPACED_SCRIPT.test(word) ? SHORTEST_KEYWORD : SHORTEST_PAIR;
    if (word.length < shortest || !letter().test(word)) continue;
    for (let at = first; at <= last; at += 1) said.add(article.terms[at] as number);
    keywords.push(word);
  }
  return keywords;
}
