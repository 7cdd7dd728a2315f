import { expect, it } from 'vitest';

import { indexFaults } from '../../draw/timeline/fault-index.ts';
import { layoutLanes } from '../../draw/timeline/lanes.ts';
import type { TimelineSource } from '../../draw/timeline/layout.ts';
import { indexLanes } from '../../draw/timeline/lod.ts';
import { EVENT_KINDS } from '../../kernel/events.ts';
import { record } from '../../run/record.ts';
import { craftPlan, crafted } from '../../testing/plans.ts';
import { selectionTexts } from './describe-selection.ts';

it('names a kernel step as the event log does', () => {
  const workload = crafted('pagefault', 2);
  const plan = craftPlan({ apps: [{ redundancy: 3, signalling: 'ipc', workload }] });
  const recording = record(plan);
  const source: TimelineSource = {
    plan,
    recording,
    index: indexLanes(recording.spans, recording.summary.totalCycles),
    lanes: layoutLanes(plan, recording.spans),
    faults: indexFaults(plan, recording),
    bracketApp: 0,
  };
  const { kind } = recording.events;
  const step = kind.indexOf(EVENT_KINDS.indexOf('notify-sent')) + 1;
  expect(step).toBeGreaterThan(0);
  const [text] = selectionTexts(source, { kind: 'step', step });
  expect(text?.replaceAll(/\D/gu, '')).toBe(String(step));
  expect(text).toMatch(/, NOTIFY sent$/u);
});
