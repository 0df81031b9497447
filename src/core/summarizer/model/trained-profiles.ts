import { type Profile, readProfile, type StoredProfile } from './language-profile.ts';
import stored from './weights.json' with { type: 'json' };

/** The profile of every language without one of its own: features that no language owns, no lexicon. */
const GENERAL_PROFILE = 'general';

const profiles = new Map<string, Profile>();
const storedProfiles = stored as unknown as Readonly<Record<string, StoredProfile>>;

/** The profile of a language, read on first use. */
export function profileOf(language: string): Profile {
  const name = Object.hasOwn(storedProfiles, language) ? language : GENERAL_PROFILE;
  const known = profiles.get(name);
  if (known !== undefined) return known;
  const profile = readProfile(storedProfiles[name] as StoredProfile);
  profiles.set(name, profile);
  return profile;
}
