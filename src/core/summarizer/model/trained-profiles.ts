import { MANY_HASHES_OF_24_BITS, PackedHashes } from '../memory/packed-hashes.ts';
import { openProfile, type PackedProfiles, type Profile } from './language-profile.ts';
import packed from './packed-weights.json' with { type: 'json' };

/** The profile of every language without one of its own: features that no language owns, no lexicon. */
const GENERAL_PROFILE = 'general';

const opened = new Map<string, Profile>();
const { profiles, lexica }: PackedProfiles = packed;
let hashes: PackedHashes | undefined;

/** The profile of a language, read on first use. */
export function profileOf(language: string): Profile {
  const name = Object.hasOwn(profiles, language) ? language : GENERAL_PROFILE;
  const known = opened.get(name);
  if (known !== undefined) return known;
  hashes ??= new PackedHashes(lexica.hashes, MANY_HASHES_OF_24_BITS);
  const profile = openProfile(name, profiles[name] as string, hashes, lexica);
  opened.set(name, profile);
  return profile;
}
