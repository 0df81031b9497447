import { FUNCTION_WORDS } from './function-words.ts';
import { hashWord, listTerms } from './scan-terms.ts';
import { SCRIPTS, scriptOf } from './scripts.ts';

/** Enough of a text to tell its language (some 250 words); more costs time and changes nothing. */
const SAMPLE_LENGTH = 1600;
/** A language whose list covers a smaller share of the words is not the language of the text … */
const LEAST_COVERAGE = 0.13;
/** … unless it is far ahead of all others: languages that build long words have few function words. */
const LEAST_COVERAGE_FAR_AHEAD = 0.04;
const FAR_AHEAD = 1.7;
const FEWEST_HITS = 3;
/** Close relatives share most words; the winner has to be ahead of the next by this factor. */
const LEAST_LEAD = 1.02;

/** A first look at this many units decides when so many words speak for a language so far ahead of all others. */
const GLANCE_LENGTH = 400;
const GLANCE_HITS = 12;
const GLANCE_LEAD = 2;

interface WordIndex {
  languages: readonly string[];
  /** Languages, by number, whose list has the word. */
  byHash: ReadonlyMap<number, readonly number[]>;
}

const indexes = new Map<string, WordIndex>();

/** The word lists of the languages that share a script, turned round; built on first use. */
function indexOf(script: string, languages: readonly string[]): WordIndex {
  const known = indexes.get(script);
  if (known !== undefined) return known;
  const byHash = new Map<number, number[]>();
  languages.forEach((language, number) => {
    for (const word of new Set((FUNCTION_WORDS[language] ?? '').split(' '))) {
      const hash = hashWord(word);
      const holders = byHash.get(hash);
      if (holders === undefined) byHash.set(hash, [number]);
      else if (holders.at(-1) !== number) holders.push(number);
    }
  });
  const index = { languages, byHash };
  indexes.set(script, index);
  return index;
}

interface Verdict {
  language: string;
  hits: number;
  /** Share of the words that the language's list holds. */
  coverage: number;
  /** How many times as much speaks for it as for the next. */
  lead: number;
}

function compareFunctionWords(text: string, to: number, { languages, byHash }: WordIndex): Verdict {
  const scores = new Float64Array(languages.length);
  const hits = new Int32Array(languages.length);
  const list = listTerms(text, to);
  for (let at = 0; at < list.length; at += 1) {
    const holders = byHash.get(list.hashAt(at));
    if (holders === undefined) continue;
    // A word of many languages says little of each.
    for (const language of holders) {
      scores[language] = (scores[language] as number) + 1 + 1 / holders.length;
      hits[language] = (hits[language] as number) + 1;
    }
  }
  const best = scores.indexOf(Math.max(...scores));
  const first = scores[best] as number;
  scores[best] = 0;
  const second = Math.max(...scores);
  return {
    language: languages[best] as string,
    hits: hits[best] as number,
    coverage: (hits[best] as number) / Math.max(1, list.length),
    lead: second === 0 ? Number.POSITIVE_INFINITY : first / second,
  };
}

/** Reads a few lines first: most texts are in a language that is far ahead by then. */
function byFunctionWords(text: string, to: number, index: WordIndex): string {
  const glance = compareFunctionWords(text, Math.min(to, GLANCE_LENGTH), index);
  if (glance.hits >= GLANCE_HITS && glance.lead >= GLANCE_LEAD) return glance.language;
  const { language, hits, coverage, lead } = compareFunctionWords(text, to, index);
  const enough = lead >= FAR_AHEAD ? LEAST_COVERAGE_FAR_AHEAD : LEAST_COVERAGE;
  return hits >= FEWEST_HITS && coverage >= enough && lead >= LEAST_LEAD ? language : 'und';
}

/** The script most letters of the sample are in, and whether it holds Japanese letters. */
function findScript(text: string, to: number): { script: number; hasKana: boolean } {
  const counts = new Int32Array(SCRIPTS.length);
  for (let index = 0; index < to; index += 1) {
    const script = scriptOf(text.charCodeAt(index));
    if (script >= 0) counts[script] = (counts[script] as number) + 1;
  }
  let best = -1;
  counts.forEach((count, script) => {
    if (count > (counts[best] ?? 0)) best = script;
  });
  const kana = counts[SCRIPTS.findIndex(({ name }) => name === 'kana')] as number;
  return { script: best, hasKana: kana > 0 };
}

/**
 * Tells the language of a text from its script and its function words.
 *
 * @returns A BCP 47 primary tag, `und` when not sure. Deterministic; looks at the first 1,600 units, whatever the
 * length of the text.
 */
export function detectLanguage(text: string): string {
  const to = Math.min(text.length, SAMPLE_LENGTH);
  const { script, hasKana } = findScript(text, to);
  const found = SCRIPTS[script];
  if (found === undefined) return 'und';
  if (found.name === 'han' && hasKana) return 'ja';
  if (found.languages.length === 1) return found.languages[0] as string;
  return byFunctionWords(text, to, indexOf(found.name, found.languages));
}
