import { t } from '../base/language.ts';
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Scenario, ScenarioProblem } from '../scenario/scenario.ts';
import { profileIdsOf } from '../scenario/compile.ts';
import { isOwnProfileId } from '../workload/own-id.ts';
import { parseProfile } from '../workload/profile.ts';
import type { Profile } from '../workload/profile.ts';

/** Reads a JSON file below the base address; the error is a sentence. */
export type FetchJson = (path: string) => Promise<Result<unknown, string>>;

/** Reads the file of a program of one's own; `null` = this browser has none of that id. */
export type ReadOwn = (id: string) => Promise<Result<unknown, string>>;

/** Gives the profiles that a scenario needs, each fetched and checked once. */
export type ProfileLoader = (
  scenario: Scenario,
) => Promise<Result<ReadonlyMap<string, Profile>, ScenarioProblem[]>>;

/** A loader with its own cache; a failed fetch is tried again the next time. */
export function createProfileLoader(
  fetchJson: FetchJson,
  readOwn: ReadOwn = () => Promise.resolve(ok(null)),
): ProfileLoader {
  const cache = new Map<string, Profile>();
  return async (scenario) => {
    const problems: ScenarioProblem[] = [];
    const missing = profileIdsOf(scenario).filter((id) => !cache.has(id));
    const loaded = await Promise.all(
      missing.map((id) =>
        isOwnProfileId(id)
          ? loadOwn(id, nameOf(scenario, id), readOwn)
          : loadProfile(id, fetchJson),
      ),
    );
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
  if (!json.ok)
    return err(t('The workload "{id}" could not be loaded: {why}', { id, why: json.error }));
  return parsed(json.value, t('The file of workload "{id}"', { id }));
}

async function loadOwn(
  id: string,
  name: string,
  readOwn: ReadOwn,
): Promise<Result<Profile, string>> {
  const file = await readOwn(id);
  if (!file.ok)
    return err(t('The program "{name}" could not be looked up: {why}', { name, why: file.error }));
  if (file.value !== null)
    return parsed(file.value, t('What this browser keeps of "{name}"', { name }));
  return err(
    t(
      '"{name}" was made from a log in another browser, or deleted in this one: its program is not here, and a link only names it. Ask for its profile or for the scenario as a file, drop that on this page, and try again.',
      { name },
    ),
  );
}

function parsed(json: unknown, what: string): Result<Profile, string> {
  const profile = parseProfile(json);
  if (profile.ok) return profile;
  const first = profile.error[0];
  if (first === undefined) return err(t('{what} is not a valid profile.', { what }));
  const { path, message } = first;
  return err(t('{what} is not a valid profile: {path} {message}.', { what, path, message }));
}

function indexOf(scenario: Scenario, id: string): number {
  const index = scenario.apps.findIndex(
    ({ workload }) => workload.kind === 'profile' && workload.id === id,
  );
  return Math.max(index, 0);
}

function nameOf(scenario: Scenario, id: string): string {
  return scenario.apps[indexOf(scenario, id)]?.name ?? id;
}

function pathOf(scenario: Scenario, id: string): string {
  return `apps[${indexOf(scenario, id)}].workload.id`;
}
