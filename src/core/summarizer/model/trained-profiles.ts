import { openProfile, type PackedProfile, type Profile } from './language-profile.ts';
import packed from './packed-weights.json' with { type: 'json' };

/** The profile of every language without one of its own: features that no language owns, no lexicon. */
const GENERAL_PROFILE = 'general';

const profiles = new Map<string, Profile>();
const packedProfiles = packed as unknown as Readonly<Record<string, PackedProfile>>;

/** The profile of a language, read on first use. */
export function profileOf(language: string): Profile {
  const name = Object.hasOwn(packedProfiles, language) ? language : GENERAL_PROFILE;
  const known = profiles.get(name);
  if (known !== undefined) return known;
  const profile = openProfile(packedProfiles[name] as PackedProfile);
  profiles.set(name, profile);
  return profile;
}
