import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PROFILES_FOLDER, profileFiles, readProfile } from '../testing/profiles.ts';
import { expandProfile } from './expand.ts';
import type { ProfileIndexEntry } from './profile-index.ts';
import { indexEntry } from './profile-index.ts';
import { profileId } from './profile.ts';
import { SHIPPED_TITLES } from './shipped-titles.ts';

interface Totals {
  readonly computeCycles: number;
  readonly traps: number;
  readonly syscalls?: number;
  readonly pagefaults?: number;
  readonly ipc?: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
}

const sum = (column: Float64Array) => column.reduce((a, b) => a + b, 0);
const bytesOf = (file: string) => readFileSync(new URL(file, PROFILES_FOLDER));
const index = JSON.parse(bytesOf('index.json').toString('utf8')) as ProfileIndexEntry[];

it('ships the profiles of both default benchmarks', () => {
  const ids = index.map((entry) => entry.id);
  expect(ids).toContain('crc32-large.l4re-4k');
  expect(ids).toContain('susan-e-large.l4re-4k');
});

it('has titles that other languages know, all and only those', () => {
  const titles = new Set(index.map(({ title }) => title));
  expect([...titles].toSorted()).toEqual(SHIPPED_TITLES.toSorted());
});

it('has an index that equals what the files say', () => {
  const entries = profileFiles().map((file) => indexEntry(readProfile(file), bytesOf(file).length));
  expect(index).toEqual(entries);
});

it.each(profileFiles())('%s unrolls to the totals it states', (file) => {
  const profile = readProfile(file);
  expect(`${profileId(profile)}.json`).toBe(file);
  const { totals } = JSON.parse(bytesOf(file).toString('utf8')) as { totals: Totals };
  const { events } = indexEntry(profile, 0);
  expect(events).toEqual({
    total: totals.traps,
    pagefault: totals.pagefaults ?? 0,
    syscall: totals.syscalls ?? 0,
    ipc: totals.ipc ?? 0,
  });
  const segments = expandProfile(profile);
  // Means inside loops are rounded in the files: to a ten-thousandth of the sum, or 50 cycles.
  const tolerance = Math.max(50, totals.computeCycles / 10_000);
  expect(Math.abs(sum(segments.cycles) - totals.computeCycles)).toBeLessThan(tolerance);
  expect(Math.abs(sum(segments.bytesIn) - totals.bytesIn)).toBeLessThanOrEqual(
    1 + totals.bytesIn / 10_000,
  );
  expect(Math.abs(sum(segments.bytesOut) - totals.bytesOut)).toBeLessThanOrEqual(
    1 + totals.bytesOut / 10_000,
  );
});
