import { expect, it } from 'vitest';

import { record } from '../../run/record.ts';
import { compilePlan } from '../../scenario/compile.ts';
import { findPreset } from '../../scenario/presets.ts';
import { differingWords } from './DeviceLine.tsx';

function wordsOf(id: string): string {
  const preset = findPreset(id);
  if (!preset.ok) throw new Error(id);
  const plan = compilePlan(preset.value.scenario, new Map());
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return differingWords({ recording: record(plan.value) }, 0);
}

it('says what other inputs make of the comparison', () => {
  expect(wordsOf('driver-counter-naive')).toBe(
    'Without any fault the replicas differ at 200 events of 201; Romain overwrites 200 replicas and lets 200 go on that differ, too.',
  );
  expect(wordsOf('driver-naive')).toMatch(/differ at 185 events of 201; .* lets 15 go on/u);
});

it('says nothing where all replicas get the same', () => {
  expect(wordsOf('driver-proxied')).toBe('');
});
