import { expect, it } from 'vitest';
import type { Profile } from '../workload/profile.ts';
import { ownEntry } from './own-program.ts';
import { createOwnProfiles } from './own-profiles.ts';
import type { Keep } from './own-profiles.ts';

const profileOf = (name: string, computeCycles: number): Profile => ({
  name,
  title: name,
  variant: 'linux',
  kind: 'measured',
  cpuGHz: 2.6,
  segments: [
    { computeCycles, trap: { kind: 'syscall', name: 'exit_group', bytesIn: 0, bytesOut: 0 } },
  ],
});

function mapKeep(values = new Map<string, unknown>()): Keep {
  return {
    keys: () => Promise.resolve([...values.keys()]),
    get: (keys) => Promise.resolve(keys.map((key) => values.get(key))),
    set: (pairs) => Promise.resolve(pairs.forEach(([key, value]) => values.set(key, value))),
    remove: (keys) => Promise.resolve(keys.forEach((key) => values.delete(key))),
  };
}

it('keeps programs, lists the last one first, and removes them', async () => {
  const own = createOwnProfiles(mapKeep(new Map([['something else', 1]])));
  const a = { entry: ownEntry(profileOf('a', 1), 10, 100), file: { segments: 'a' } };
  const b = { entry: ownEntry(profileOf('b', 2), 10, 200), file: { segments: 'b' } };
  await own.put(a);
  await own.put(b);
  expect(await own.list()).toEqual({ ok: true, value: [b.entry, a.entry] });
  expect(await own.read(a.entry.id)).toEqual({ ok: true, value: a });
  await own.remove(a.entry.id);
  expect(await own.read(a.entry.id)).toEqual({ ok: true, value: null });
  expect(await own.list()).toEqual({ ok: true, value: [b.entry] });
});

it('keeps one program once, under its last name', async () => {
  const own = createOwnProfiles(mapKeep());
  await own.put({ entry: ownEntry(profileOf('a', 1), 10, 100), file: 1 });
  await own.put({ entry: ownEntry(profileOf('new name', 1), 10, 200), file: 2 });
  expect(await own.list()).toMatchObject({ value: [{ name: 'new name' }] });
});

function failing(error: DOMException) {
  const set = async () => {
    throw error;
  };
  return createOwnProfiles({ ...mapKeep(), set });
}

it('says when there is no room, and when nothing may be kept', async () => {
  const program = { entry: ownEntry(profileOf('a', 1), 10, 100), file: 1 };
  const full = await failing(new DOMException('', 'QuotaExceededError')).put(program);
  expect(full.ok ? '' : full.error).toContain('no more room');
  const blocked = await failing(new DOMException('', 'SecurityError')).put(program);
  expect(blocked.ok ? '' : blocked.error).toContain('keep no programs');
});
