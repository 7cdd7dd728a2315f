import { readFileSync } from 'node:fs';
import type { MachinePlan } from '../../src/kernel/plan.ts';
import { compilePlan, profileIdsOf } from '../../src/scenario/compile.ts';
import { findPreset } from '../../src/scenario/presets.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { Profile } from '../../src/workload/profile.ts';
import { parseProfile } from '../../src/workload/profile.ts';

/** The scenario of preset `id`. */
export function presetScenario(id: string): Scenario {
  const preset = findPreset(id);
  if (!preset.ok) throw new Error(preset.error.message);
  return preset.value.scenario;
}

/** What the kernel runs of `scenario`; the working folder must be the root of the repository. */
export function planFor(scenario: Scenario): MachinePlan {
  const plan = compilePlan(scenario, profilesFor(scenario));
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

/** The profiles that `scenario` needs. */
export function profilesFor(scenario: Scenario): Map<string, Profile> {
  return new Map(profileIdsOf(scenario).map((id) => [id, readProfile(id)]));
}

function readProfile(id: string) {
  const profile = parseProfile(JSON.parse(readFileSync(`public/workloads/${id}.json`, 'utf8')));
  if (!profile.ok) throw new Error(`${id}: ${JSON.stringify(profile.error)}`);
  return profile.value;
}
