import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { profileIdsOf } from '../scenario/compile.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { didYouMean } from '../scenario/suggest.ts';
import type { Profile } from '../workload/profile.ts';
import { parseProfile } from '../workload/profile.ts';
import type { Files } from './io.ts';

/** The shipped profiles that `scenario` needs; the error names a missing or broken one. */
export function loadProfiles(
  scenario: Scenario,
  files: Files,
): Result<ReadonlyMap<string, Profile>, string> {
  const ids = files.workloadIds();
  if (!ids.ok) return ids;
  const profiles = new Map<string, Profile>();
  for (const id of profileIdsOf(scenario)) {
    // Only names found in the folder are opened: an id is input, not a path.
    if (!ids.value.includes(id)) {
      return err(`unknown workload "${id}"${didYouMean(id, ids.value) || '; see: workloads'}`);
    }
    const profile = loadProfile(id, files);
    if (!profile.ok) return profile;
    profiles.set(id, profile.value);
  }
  return ok(profiles);
}

function loadProfile(id: string, files: Files): Result<Profile, string> {
  const text = files.readWorkload(`${id}.json`);
  if (!text.ok) return text;
  const profile = parseProfile(JSON.parse(text.value));
  if (profile.ok) return profile;
  const [first] = profile.error;
  return err(`the shipped workload "${id}" is damaged at ${first.path}: ${first.message}`);
}
