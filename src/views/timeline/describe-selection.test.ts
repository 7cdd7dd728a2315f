import { expect, it } from 'vitest';

import { EVENT_KINDS } from '../../kernel/events.ts';
import { record } from '../../run/record.ts';
import { craftPlan, crafted } from '../../testing/plans.ts';
import { selectionTexts } from './describe-selection.ts';
import { sourceFrom } from '../../draw/timeline/testing.ts';

it('names a kernel step as the event log does', () => {
  const workload = crafted('pagefault', 2);
  const plan = craftPlan({ apps: [{ redundancy: 3, signalling: 'ipc', workload }] });
  const recording = record(plan);
  const source = sourceFrom({ plan, recording });
  const { kind } = recording.events;
  const step = kind.indexOf(EVENT_KINDS.indexOf('notify-sent')) + 1;
  expect(step).toBeGreaterThan(0);
  const [text] = selectionTexts(source, { kind: 'step', step });
  expect(text?.replaceAll(/\D/gu, '')).toBe(String(step));
  expect(text).toMatch(/, NOTIFY sent$/u);
});
