import { toDigits, toSignedCharacter } from '../memory/digits.ts';
import { packHashes } from '../memory/packed-hashes.ts';
import { hashWord } from '../terms/scan-terms.ts';
import type { PackedProfiles, StoredProfile } from './language-profile.ts';
import { hashIn, listedWords, type PackedLexica, type StoredLexicon } from './lexicon.ts';

/** What is kept of a word: two digits, how many documents know it and what it adds to the odds. */
type Told = readonly [spread: string, odds: string];

/** Adds the words of a language, by their hashes; gives how many they are. */
function addLexicon(name: string, stored: StoredLexicon, told: Map<number, Told>): number {
  const listed = listedWords(stored);
  if (listed.size === 0) return 0;
  const before = told.size;
  const language = hashWord(name);
  for (const hash of new Set(stored.words.split(' ').map(hashWord))) {
    const word = listed.find(hash);
    told.set(hashIn(language, hash) >>> 0, [
      toDigits(listed.spreadAt(word), 1),
      toSignedCharacter(listed.oddsAt(word)),
    ]);
  }
  if (told.size !== before + listed.size) throw new RangeError(`a word of ${name} has the hash of another`);
  return listed.size;
}

function packLexica(told: ReadonlyMap<number, Told>): PackedLexica {
  const hashes = [...told.keys()].sort((a, b) => a - b);
  return {
    hashes: packHashes(hashes),
    spread: hashes.map((hash) => told.get(hash)?.[0]).join(''),
    odds: hashes.map((hash) => told.get(hash)?.[1]).join(''),
  };
}

/**
 * What the service carries of the profiles that training stores: the words of each lexicon become the hashes by which a
 * ranking finds them, so that the first ranking of an isolate reads no list.
 *
 * @throws {RangeError} Where two words have one hash.
 */
export function packProfiles(stored: Readonly<Record<string, StoredProfile>>): PackedProfiles {
  const told = new Map<number, Told>();
  const profiles = Object.fromEntries(
    Object.entries(stored).map(([name, { lexicon, ...profile }]) => [
      name,
      JSON.stringify({ ...profile, words: addLexicon(name, lexicon, told) }),
    ]),
  );
  return { profiles, lexica: packLexica(told) };
}
