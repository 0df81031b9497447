import type { PackedHashes } from '../memory/packed-hashes.ts';
import { BinnedModel, type BinnedTables } from './binned-model.ts';
import {
  Lexicon,
  type LexiconWords,
  listedWords,
  type PackedLexica,
  packedWords,
  type StoredLexicon,
} from './lexicon.ts';

/** What training found for one language, as it is stored. */
export interface StoredProfile {
  firstPass: BinnedTables;
  secondPass: BinnedTables;
  pairs: BinnedTables;
  lexicon: StoredLexicon;
  /** Usual length of a reference in lengths of as many mean sentences. */
  referenceShare: number;
  /** Worth of a pair of words against a word. */
  pairWorth: number;
  /** Worth of each of `SENTENCE_FEATURES`, one after the other. */
  sentence: readonly number[];
}

/** A stored profile whose lexicon stands elsewhere. */
type PackedProfile = Omit<StoredProfile, 'lexicon'> & {
  /** How many words its lexicon has. */
  words: number;
};

/** All profiles, their lexica ready for use; see `pack-profiles.ts`. */
export interface PackedProfiles {
  /** A {@link PackedProfile} each, as JSON: an isolate reads the one it needs, and reads JSON quicker than literals. */
  profiles: Readonly<Record<string, string>>;
  lexica: PackedLexica;
}

export interface Profile {
  firstPass: BinnedModel;
  secondPass: BinnedModel;
  pairs: BinnedModel;
  lexicon: Lexicon;
  referenceShare: number;
  pairWorth: number;
  sentence: Float64Array;
}

function toProfile(profile: Omit<StoredProfile, 'lexicon'>, words: LexiconWords): Profile {
  return {
    firstPass: new BinnedModel(profile.firstPass),
    secondPass: new BinnedModel(profile.secondPass),
    pairs: new BinnedModel(profile.pairs),
    lexicon: new Lexicon(words),
    referenceShare: profile.referenceShare,
    pairWorth: profile.pairWorth,
    sentence: Float64Array.from(profile.sentence),
  };
}

/** A profile as training stores it. */
export const readProfile = (profile: StoredProfile): Profile =>
  toProfile(profile, listedWords(profile.lexicon));

/**
 * A profile as it is published.
 *
 * @param hashes - Those of the lexica, which all profiles share.
 */
export const openProfile = (
  name: string,
  packed: string,
  hashes: PackedHashes,
  lexica: PackedLexica,
): Profile => {
  const profile = JSON.parse(packed) as PackedProfile;
  return toProfile(profile, packedWords(name, profile.words, hashes, lexica));
};
