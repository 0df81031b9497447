import { toDigits, toSignedCharacter } from '../memory/digits.ts';
import { packHashes } from '../memory/packed-hashes.ts';
import { hashWord } from '../terms/scan-terms.ts';
import type { PackedProfile, StoredProfile } from './language-profile.ts';
import { listedWords, type PackedLexicon, type StoredLexicon } from './lexicon.ts';

function packLexicon(stored: StoredLexicon): PackedLexicon {
  const listed = listedWords(stored);
  if (listed.size === 0) return { hashes: '', spread: '', odds: '' };
  const hashes = [...new Set(stored.words.split(' ').map((word) => hashWord(word) >>> 0))].sort(
    (a, b) => a - b,
  );
  const numbers = hashes.map((hash) => listed.find(hash | 0));
  return {
    hashes: packHashes(hashes),
    spread: numbers.map((word) => toDigits(listed.spreadAt(word), 1)).join(''),
    odds: numbers.map((word) => toSignedCharacter(listed.oddsAt(word))).join(''),
  };
}

/**
 * What the service carries of the profiles that training stores: the words of each lexicon become the hashes by which a
 * ranking finds them, so that the first ranking of an isolate reads no list.
 */
export function packProfiles(
  stored: Readonly<Record<string, StoredProfile>>,
): Readonly<Record<string, PackedProfile>> {
  return Object.fromEntries(
    Object.entries(stored).map(([name, profile]) => [
      name,
      { ...profile, lexicon: packLexicon(profile.lexicon) },
    ]),
  );
}
