import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Scenario, ScenarioProblem } from '../scenario/scenario.ts';
import { profileIdsOf } from '../scenario/compile.ts';
import { parseProfile } from '../workload/profile.ts';
import type { Profile } from '../workload/profile.ts';

/** Reads a JSON file below the base address; the error is a sentence. */
export type FetchJson = (path: string) => Promise<Result<unknown, string>>;

/** Gives the profiles that a scenario needs, each fetched and checked once. */
export type ProfileLoader = (
  scenario: Scenario,
) => Promise<Result<ReadonlyMap<string, Profile>, ScenarioProblem[]>>;

/** A loader with its own cache; a failed fetch is tried again the next time. */
export function createProfileLoader(fetchJson: FetchJson): ProfileLoader {
  const cache = new Map<string, Profile>();
  return async (scenario) => {
    const problems: ScenarioProblem[] = [];
    const missing = profileIdsOf(scenario).filter((id) => !cache.has(id));
    const loaded = await Promise.all(missing.map((id) => loadProfile(id, fetchJson)));
    loaded.forEach((profile, index) => {
      const id = missing[index];
      if (profile.ok) cache.set(id, profile.value);
      else problems.push({ path: pathOf(scenario, id), message: profile.error });
    });
    return problems.length > 0 ? err(problems) : ok(cache);
  };
}

async function loadProfile(id: string, fetchJson: FetchJson): Promise<Result<Profile, string>> {
  const json = await fetchJson(`workloads/${encodeURIComponent(id)}.json`);
  if (!json.ok) return err(`The workload "${id}" could not be loaded: ${json.error}`);
  const profile = parseProfile(json.value);
  if (profile.ok) return profile;
  const first = profile.error[0];
  const where = first === undefined ? '' : `: ${first.path} ${first.message}`;
  return err(`The file of workload "${id}" is not a valid profile${where}.`);
}

function pathOf(scenario: Scenario, id: string): string {
  const index = scenario.apps.findIndex(
    ({ workload }) => workload.kind === 'profile' && workload.id === id,
  );
  return `apps[${Math.max(index, 0)}].workload.id`;
}
