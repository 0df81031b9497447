import { toDigits, toSignedCharacter } from '../memory/digits.ts';
import { MANY_HASHES_OF_24_BITS, packHashes } from '../memory/packed-hashes.ts';
import { hashWord } from '../terms/scan-terms.ts';
import type { PackedProfiles, StoredProfile } from './language-profile.ts';
import { hashIn, listedWords, type PackedLexica } from './lexicon.ts';
import { TERM_FEATURES } from './term-features.ts';

/** What is kept of a word: two digits, how many documents know it and what it adds to the odds. */
type Told = readonly [spread: string, odds: string];

const RARITY = TERM_FEATURES.indexOf('rarity');

/** Where the bins begin that the models of a profile see a rarity in. */
const rarityCutsOf = ({ firstPass, secondPass }: StoredProfile): readonly number[] => [
  ...(firstPass.cuts[RARITY] ?? []),
  ...(secondPass.cuts[RARITY] ?? []),
];

/** The lowest spread that every model takes for the same: fewer different ones take less room. */
function lowestAlike(spread: number, cuts: readonly number[]): number {
  const rarity = 1 + spread;
  return Math.max(1, ...cuts.filter((cut) => cut <= rarity)) - 1;
}

/** Adds the words of a language, by their hashes; gives how many they are. */
function addLexicon(name: string, profile: StoredProfile, told: Map<number, Told>): number {
  const { lexicon: stored } = profile;
  const cuts = rarityCutsOf(profile);
  const listed = listedWords(stored);
  if (listed.size === 0) return 0;
  const before = told.size;
  const language = hashWord(name);
  for (const hash of new Set(stored.words.split(' ').map(hashWord))) {
    const word = listed.find(hash);
    told.set(hashIn(language, hash) >>> 0, [
      toDigits(lowestAlike(listed.spreadAt(word), cuts), 1),
      toSignedCharacter(listed.oddsAt(word)),
    ]);
  }
  if (told.size !== before + listed.size) throw new RangeError(`a word of ${name} has the hash of another`);
  return listed.size;
}

function packLexica(told: ReadonlyMap<number, Told>): PackedLexica {
  const hashes = [...told.keys()].sort((a, b) => a - b);
  return {
    hashes: packHashes(hashes, MANY_HASHES_OF_24_BITS),
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
    Object.entries(stored).map(([name, profile]) => {
      const { lexicon: _, ...rest } = profile;
      return [name, JSON.stringify({ ...rest, words: addLexicon(name, profile, told) })];
    }),
  );
  return { profiles, lexica: packLexica(told) };
}
