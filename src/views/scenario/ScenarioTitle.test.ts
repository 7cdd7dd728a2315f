import { expect, it } from 'vitest';

import { findPreset } from '../../scenario/presets.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { shownTitle } from './ScenarioTitle.tsx';

function presetOf(id: string): Scenario {
  const preset = findPreset(id);
  if (!preset.ok) throw new Error(id);
  return preset.value.scenario;
}

it('is that of a preset until the scenario is changed', () => {
  const naive = presetOf('driver-counter-naive');
  expect(shownTitle(naive)).toBe(naive.title);
  expect(shownTitle({ ...naive, seed: naive.seed + 1 })).toBe('');
  expect(shownTitle({ ...naive, title: '' })).toBe('');
});

it('is not said again where it is what the sentence says', () => {
  expect(presetOf('crc32-tmr-ipc').title).not.toBe('');
  expect(shownTitle(presetOf('crc32-tmr-ipc'))).toBe('');
});

it('is that of a file, as it stands there', () => {
  expect(shownTitle({ ...presetOf('crc32-tmr-ipc'), title: 'Tuesday, {part 2}' })).toBe(
    'Tuesday, {part 2}',
  );
});
