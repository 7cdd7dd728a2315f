import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { profileIdsOf } from '../scenario/compile.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { didYouMean } from '../scenario/suggest.ts';
import type { Profile } from '../workload/profile.ts';
import { parseProfile } from '../workload/profile.ts';
import type { Files } from './io.ts';
import { problemLine, readJsonFile } from './resolve-scenario.ts';

/** The profiles that `scenario` needs, shipped or of one's own; the error names a missing or broken one. */
export function loadProfiles(
  scenario: Scenario,
  files: Files,
): Result<ReadonlyMap<string, Profile>, string> {
  const ids = files.workloadIds();
  if (!ids.ok) return ids;
  const profiles = new Map<string, Profile>();
  for (const id of profileIdsOf(scenario)) {
    if (!ids.value.includes(id) && !isOwnProfile(id, ids.value)) {
      return err(`unknown workload "${id}"${didYouMean(id, ids.value) || '; see: workloads'}`);
    }
    const profile = isOwnProfile(id, ids.value) ? ownProfile(id, files) : loadProfile(id, files);
    if (!profile.ok) return profile;
    profiles.set(id, profile.value);
  }
  return ok(profiles);
}

/** Is `id` the path of a file of one's own? No shipped workload ends like that. */
function isOwnProfile(id: string, shipped: readonly string[]): boolean {
  return id.endsWith('.json') && !shipped.includes(id);
}

function ownProfile(path: string, files: Files): Result<Profile, string> {
  const json = readJsonFile(path, files);
  if (!json.ok) return json;
  const profile = parseProfile(json.value);
  if (profile.ok) return profile;
  return err(`"${path}" is no workload profile: ${problemLine(profile.error)}`);
}

function loadProfile(id: string, files: Files): Result<Profile, string> {
  const text = files.readWorkload(`${id}.json`);
  if (!text.ok) return text;
  const profile = parseProfile(JSON.parse(text.value));
  if (profile.ok) return profile;
  const [first] = profile.error;
  return err(`the shipped workload "${id}" is damaged at ${first.path}: ${first.message}`);
}
