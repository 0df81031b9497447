import { FUNCTION_WORDS } from './function-words.ts';
import { hashWord, scanTerms } from './scan-terms.ts';
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

function byFunctionWords(text: string, to: number, { languages, byHash }: WordIndex): string {
  const scores = new Float64Array(languages.length);
  const hits = new Int32Array(languages.length);
  let words = 0;
  scanTerms(text, 0, to, (hash) => {
    words += 1;
    const holders = byHash.get(hash);
    if (holders === undefined) return;
    // A word of many languages says little of each.
    for (const language of holders) {
      scores[language] = (scores[language] as number) + 1 / holders.length;
      hits[language] = (hits[language] as number) + 1;
    }
  });
  let best = 0;
  let second = 0;
  const total = (language: number) => (scores[language] as number) + (hits[language] as number);
  for (let language = 1; language < languages.length; language += 1) {
    if (total(language) > total(best)) [best, second] = [language, best];
    else if (total(language) > total(second) || second === best) second = language;
  }
  const lead =
    second === best || total(second) === 0 ? Number.POSITIVE_INFINITY : total(best) / total(second);
  const coverage = lead >= FAR_AHEAD ? LEAST_COVERAGE_FAR_AHEAD : LEAST_COVERAGE;
  const sure = (hits[best] as number) >= Math.max(FEWEST_HITS, words * coverage) && lead >= LEAST_LEAD;
  return sure ? (languages[best] as string) : 'und';
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
