import { t } from '../base/language.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { ownProfileId } from '../workload/own-profile.ts';
import type { Profile } from '../workload/profile.ts';
import { parseProfile } from '../workload/profile.ts';
import { indexEntry } from '../workload/profile-index.ts';
import type { OwnEntry, OwnProgram } from './own-profiles.ts';

// Checking profiles takes the schema, which listing those that are kept does without.

/** The entry of `profile`, whose file has `bytes` bytes. */
export function ownEntry(profile: Profile, bytes: number, addedAt: number): OwnEntry {
  return { ...indexEntry(profile, bytes), id: ownProfileId(profile), own: true, addedAt };
}

/** The program in the JSON of a profile file; the error says what is wrong with it. */
export function ownProgram(
  file: unknown,
  bytes: number,
  addedAt: number,
): Result<OwnProgram, string> {
  const profile = parseProfile(file);
  if (profile.ok) return ok({ entry: ownEntry(profile.value, bytes, addedAt), file });
  const [first] = profile.error;
  return err(`${first?.path ?? ''} ${first?.message ?? t('is no profile')}`.trim());
}
