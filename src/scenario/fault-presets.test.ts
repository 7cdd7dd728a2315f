import { expect, it } from 'vitest';
import { FAULT_OUTCOMES } from '../base/vocabulary.ts';
import type { IncidentKind, StopReason } from '../kernel/faults/incidents.ts';
import { planOf } from '../testing/plans.ts';
import { shippedProfiles } from '../testing/profiles.ts';
import type { Recording } from '../testing/runs.ts';
import { record } from '../testing/runs.ts';
import { FAULT_PRESETS } from './fault-presets.ts';
import { findPreset } from './presets.ts';
import type { Scenario } from './scenario.ts';

const profiles = shippedProfiles();
const runOf = (scenario: Scenario): Recording => record(planOf(scenario, profiles));

function runPreset(id: string): Recording {
  const preset = findPreset(id);
  if (!preset.ok) throw new Error(preset.error.message);
  return runOf(preset.value.scenario);
}

const kindsOf = ({ incidents }: Recording): IncidentKind[] => incidents.map(({ kind }) => kind);

it('reaches every outcome', () => {
  const outcomes = new Set(FAULT_PRESETS.map(({ outcome }) => outcome));
  expect([...outcomes].toSorted()).toEqual([...FAULT_OUTCOMES].toSorted());
});

it.each(FAULT_PRESETS.map(({ id, outcome, scenario }) => [id, outcome, scenario] as const))(
  '%s ends as %s',
  (_, outcome, scenario) => {
    const [app] = runOf(scenario).summary.apps;
    expect(app.outcome).toBe(outcome);
    expect(app.faults.injected).toBeGreaterThan(0);
  },
);

it.each<[string, StopReason]>([
  ['fault-fail-stop', 'fail-stop'],
  ['fault-debugger', 'debugger'],
  ['fault-three-way-strict', 'no-majority'],
  ['fault-crash', 'crash'],
  ['rcb-kernel-entry', 'rcb'],
])('%s stops for the reason %s', (id, stop) => {
  expect(runPreset(id).summary.apps[0].stop).toBe(stop);
});

it.each<[string, readonly IncidentKind[]]>([
  ['fault-masked', ['injected', 'died']],
  ['fault-corrected', ['injected', 'mismatch', 'outvoted', 'recovered']],
  ['fault-what-if', ['injected', 'mismatch', 'outvoted', 'recovered']],
  ['fault-full', ['injected', 'mismatch', 'outvoted', 'recovered']],
  ['fault-hang', ['injected', 'hung', 'stalled']],
  ['fault-lost-message', ['injected', 'message-dropped', 'stalled']],
  ['rcb-isolated', ['injected', 'contained', 'stalled']],
  ['rcb-slot', ['injected', 'rcb-failed', 'stopped']],
])('%s tells its whole story as %j', (id, kinds) => {
  expect(kindsOf(runPreset(id))).toEqual(kinds);
});

it('shows a watchdog that stops the replica that hangs', () => {
  expect(kindsOf(runPreset('fault-watchdog'))).toContain('watchdog');
});

it('shows two flips that no vote sees and that reach all replicas and the outside', () => {
  const run = runPreset('fault-aliasing');
  expect(kindsOf(run)).toEqual(expect.arrayContaining(['infected', 'externalized']));
  expect(run.summary.apps[0].faults).toMatchObject({ detectedAt: -1, recoveries: 0 });
});

it('shows replica 0 overlooked where all three differ', () => {
  const { incidents } = runPreset('fault-three-way');
  const told = incidents.filter(({ kind }) => kind === 'outvoted' || kind === 'overlooked');
  expect(told.map(({ kind, replica }) => [kind, replica])).toEqual([
    ['outvoted', 2],
    ['overlooked', 0],
  ]);
});

it('shows a core whose bit sticks recovered many times', () => {
  expect(runPreset('fault-stuck-core').summary.apps[0].faults.recoveries).toBeGreaterThan(50);
});
