import { expect, it } from 'vitest';
import { SIGNALLING_METHODS } from '../base/vocabulary.ts';
import { defaultScenario } from './default-scenario.ts';
import { findPreset, PRESETS } from './presets.ts';

it('has every combination of benchmark, redundancy and method', () => {
  const ids = PRESETS.map((preset) => preset.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const benchmark of ['crc32', 'susan']) {
    expect(ids).toContain(`${benchmark}-native`);
    for (const redundancy of ['single', 'dmr', 'tmr']) {
      for (const method of SIGNALLING_METHODS)
        expect(ids).toContain(`${benchmark}-${redundancy}-${method}`);
    }
  }
  expect(ids).toEqual(expect.arrayContaining(['talk-migration', 'talk-ipc', 'talk-polling']));
});

it('says in its scenario what its id says', () => {
  const preset = findPreset('susan-dmr-polling');
  expect(preset.ok && preset.value.scenario.apps).toMatchObject([
    { workload: { id: 'susan-e-large.l4re-4k' }, redundancy: 2, signalling: 'polling' },
  ]);
});

it('has the default scenario among the presets', () => {
  const preset = findPreset('crc32-tmr-ipc');
  expect(preset.ok && preset.value.scenario).toEqual(defaultScenario());
});

it('draws the talk with two replicas and one Res core', () => {
  for (const { scenario } of PRESETS.filter((preset) => preset.id.startsWith('talk-'))) {
    expect(scenario.machine.resCores).toEqual([0]);
    expect(scenario.apps.map((app) => app.redundancy)).toEqual([2]);
  }
});

it('suggests near presets for an unknown one', () => {
  const found = findPreset('crc32-tmr-icp');
  expect(found.ok ? '' : found.error.message).toContain('crc32-tmr-ipc');
  expect(findPreset('')).toMatchObject({ ok: false });
});
