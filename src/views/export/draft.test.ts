import { expect, it } from 'vitest';

import { record } from '../../run/record.ts';
import { holdRun } from '../../store/held.ts';
import { presentCode } from '../../store/late-code.ts';
import { LOOKING } from '../../store/looking.ts';
import { crafted, craftPlan } from '../../testing/plans.ts';
import { defaultScenario } from '../../scenario/default-scenario.ts';
import { initialDraft, rangeOf } from './draft.ts';

const plan = craftPlan({ apps: [{ workload: crafted('syscall', 3) }] });
const run = holdRun(
  { scenario: defaultScenario(), plan, recording: record(plan) },
  presentCode(LOOKING),
);
const end = run.recording.summary.totalCycles;
const area = { kind: 'area', from: 10.4, to: 20.2, cores: [0] } as const;

it('begins with the selected area, or the window where none is selected', () => {
  expect(initialDraft({ selection: area }).stretch).toBe('area');
  expect(initialDraft({ selection: null }).stretch).toBe('window');
});

it('turns a stretch into whole cycles within the run, never none', () => {
  const window = [5.5, 5.6] as const;
  expect(rangeOf('run', run, { window, selection: area })).toEqual({ from: 0, to: end + 1 });
  expect(rangeOf('window', run, { window, selection: area })).toEqual({ from: 5, to: 6 });
  expect(rangeOf('area', run, { window, selection: area })).toEqual({ from: 10, to: 21 });
  expect(rangeOf('area', run, { window, selection: null })).toEqual({ from: 5, to: 6 });
  const outside = [-100, end + 100] as const;
  expect(rangeOf('window', run, { window: outside, selection: null })).toEqual({
    from: 0,
    to: end + 1,
  });
});
