import { expect, it, vi } from 'vitest';
import { compilePlan, profileIdsOf } from '../scenario/compile.ts';
import { findPreset } from '../scenario/presets.ts';
import { readProfile } from '../testing/profiles.ts';
import { measure } from './record.ts';

// Long enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 120_000 });

/** The digest of the run of a preset. */
function digestOf(id: string): string {
  const preset = findPreset(id);
  if (!preset.ok) throw new Error(preset.error.message);
  const { scenario } = preset.value;
  const profiles = new Map(
    profileIdsOf(scenario).map((profile) => [profile, readProfile(`${profile}.json`)]),
  );
  const plan = compilePlan(scenario, profiles);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return measure(plan.value).summary.digest;
}

// Links, notes and saved work rest on these: a kernel that gives another digest for a scenario has
// changed what they show.
it.each([
  ['crc32-tmr-local', '14e54a3ecb4d2880'],
  ['crc32-tmr-migration', '58167b0d0d8e7769'],
  ['crc32-tmr-ipc', '3cca6fe318790376'],
  ['crc32-tmr-polling', 'cd8c75660828b0e3'],
  ['susan-dmr-ipc', 'f724bf3dab7d42ac'],
  ['driver-beside-apps', 'a95dddd54de0c911'],
  ['two-apps-one-res', 'e25aa7bf1565515c'],
  ['fault-corrected', '7bc3e3a60c730712'],
  ['shared-cores-ipc', '80414007ddffb25a'],
  ['shared-cores-polling', '99f1a68d5fd9ac80'],
  ['shared-cores-hog', '827bb46c3ace2015'],
  ['phases-load-compute-store', '6c61b2c646e7b563'],
  ['phases-bursts', 'bd4df3b81b9ca02a'],
  ['driver-naive', '939e1714c362a4a7'],
  ['driver-proxied', 'c61fc5d221d0a733'],
])('%s runs as it always did', (id, digest) => {
  expect(digestOf(id)).toBe(digest);
});
