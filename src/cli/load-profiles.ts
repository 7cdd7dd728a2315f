import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { profileIdsOf } from '../scenario/compile.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { parseScenarioFile } from '../scenario/scenario-file.ts';
import { didYouMean } from '../scenario/suggest.ts';
import { isOwnProfileId } from '../workload/own-id.ts';
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
    if (isOwnProfileId(id)) {
      return err(
        `the program ${id} was imported in a browser: a link only names it; run the scenario saved there as a file`,
      );
    }
    if (!ids.value.includes(id) && !isOwnProfile(id, ids.value)) {
      return err(`unknown workload "${id}"${didYouMean(id, ids.value) || '; see: workloads'}`);
    }
    const profile = isOwnProfile(id, ids.value) ? ownProfile(id, files) : loadProfile(id, files);
    if (!profile.ok) return profile;
    profiles.set(id, profile.value);
  }
  return ok(profiles);
}

/** Does `id` name a file of one's own, or a program that a file of a scenario carries? */
export function isInFile(id: string): boolean {
  return /\.json(?:#own-[0-9a-f]{16})?$/.test(id);
}

/** No shipped workload ends like a file. */
function isOwnProfile(id: string, shipped: readonly string[]): boolean {
  return isInFile(id) && !shipped.includes(id);
}

function ownProfile(id: string, files: Files): Result<Profile, string> {
  const [path = id, program] = id.split(/#(?=own-[0-9a-f]{16}$)/);
  const json = readJsonFile(path, files);
  if (!json.ok) return json;
  if (program !== undefined) return carriedProgram(path, json.value, program);
  const profile = parseProfile(json.value);
  if (profile.ok) return profile;
  return err(`"${path}" is no workload profile: ${problemLine(profile.error)}`);
}

function carriedProgram(path: string, json: unknown, id: string): Result<Profile, string> {
  const file = parseScenarioFile(json);
  if (!file.ok) return err(`"${path}": ${problemLine(file.error)}`);
  const program = file.value.programs.get(id);
  return program === undefined ? err(`"${path}" carries no program ${id}`) : ok(program.profile);
}

function loadProfile(id: string, files: Files): Result<Profile, string> {
  const text = files.readWorkload(`${id}.json`);
  if (!text.ok) return text;
  const profile = parseProfile(JSON.parse(text.value));
  if (profile.ok) return profile;
  const [first] = profile.error;
  return err(`the shipped workload "${id}" is damaged at ${first.path}: ${first.message}`);
}
