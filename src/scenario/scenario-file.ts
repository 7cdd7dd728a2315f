import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { t } from '../base/language.ts';
import { isOwnProfileId } from '../workload/own-id.ts';
import { ownProfileId } from '../workload/own-profile.ts';
import type { Profile } from '../workload/profile.ts';
import { parseProfile } from '../workload/profile.ts';
import type { Scenario, ScenarioProblem } from './scenario.ts';
import { parseScenario } from './schema.ts';

/*
 * A scenario as a file has it: its fields, and under `programs` by id the profiles of programs of
 * one's own that it runs, so that the file can be opened anywhere. Links have no room for them.
 */

/** A program that a file carries: read, and as it stands in the file. */
export interface CarriedProgram {
  readonly profile: Profile;
  readonly file: unknown;
}

/** What a file of a scenario holds. */
export interface ScenarioFile {
  readonly scenario: Scenario;
  /** By id. */
  readonly programs: ReadonlyMap<string, CarriedProgram>;
}

/** What is written into a file of `scenario`; `programs` holds by id the files of programs of one's own. */
export function scenarioFile(scenario: Scenario, programs: ReadonlyMap<string, unknown>): object {
  return programs.size === 0
    ? scenario
    : { ...scenario, programs: Object.fromEntries(programs.entries()) };
}

/** Reads what `scenarioFile` makes, from parsed JSON of any origin. */
export function parseScenarioFile(json: unknown): Result<ScenarioFile, ScenarioProblem[]> {
  if (typeof json !== 'object' || json === null || !('programs' in json)) {
    const scenario = parseScenario(json);
    return scenario.ok ? ok({ scenario: scenario.value, programs: new Map() }) : scenario;
  }
  const { programs: carried, ...rest } = json;
  const programs = parsePrograms(carried);
  const scenario = parseScenario(rest);
  if (!scenario.ok) return scenario;
  return programs.ok ? ok({ scenario: scenario.value, programs: programs.value }) : programs;
}

function parsePrograms(carried: unknown): Result<Map<string, CarriedProgram>, ScenarioProblem[]> {
  if (typeof carried !== 'object' || carried === null || Array.isArray(carried)) {
    return err([{ path: 'programs', message: t('must be an object of profiles by id') }]);
  }
  const problems: ScenarioProblem[] = [];
  const programs = new Map<string, CarriedProgram>();
  for (const [id, file] of Object.entries(carried as Readonly<Record<string, unknown>>)) {
    const path = `programs.${id.slice(0, 60)}`;
    const profile = parseProfile(file);
    if (!isOwnProfileId(id)) {
      problems.push({ path, message: t('is no id of a program; ids are own- and 16 digits') });
    } else if (!profile.ok) {
      const [first] = profile.error;
      problems.push({ path: `${path}.${first.path}`, message: first.message });
    } else if (ownProfileId(profile.value) === id) {
      programs.set(id, { profile: profile.value, file });
    } else {
      const message = t('is not the program that its id stands for: one of them was changed');
      problems.push({ path, message });
    }
  }
  return problems.length > 0 ? err(problems.slice(0, 20)) : ok(programs);
}
