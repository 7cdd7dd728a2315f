import { expect, it, vi } from 'vitest';

import { SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import { defaultScenario } from '../../scenario/default-scenario.ts';
import { planOf } from '../../testing/plans.ts';
import { shippedProfiles } from '../../testing/profiles.ts';
import { chainOf } from './chain-of.ts';
import { criticalPath } from './critical-path.ts';
import { trace } from './testing.ts';

// Long enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 240_000 });

const base = defaultScenario();
const profiles = shippedProfiles();

it.each(SIGNALLING_METHODS)('explains all of CRC32 large as TMR under %s', (signalling) => {
  const apps = base.apps.map((app) => ({ ...app, signalling }));
  const run = trace(planOf({ ...base, apps }, profiles));
  const { recording } = run;
  // More than one checkpoint, so that causes lie before the stretch that is replayed.
  expect(recording.checkpoints.length).toBeGreaterThan(50);
  const { length, costs, compute, rest } = criticalPath(run);
  expect(length).toBe(recording.summary.totalCycles);
  expect(rest).toBe(0);
  expect(costs.reduce((sum, { cycles }) => sum + cycles, compute)).toBe(length);
  const { trapped, completed, length: events } = recording.rendezvous[0];
  for (let event = 0; event < events; event += 97) {
    const chain = chainOf(run, { kind: 'event', app: 0, event });
    const sum = chain?.links.reduce((total, { from, to }) => total + to - from, 0);
    expect(sum).toBe(completed[event] - trapped[event]);
  }
});
