import { expect, it } from 'vitest';
import { isOwnProfileId } from './own-id.ts';
import { ownProfileId } from './own-profile.ts';
import type { Profile, ProfileStep } from './profile.ts';
import { profileId } from './profile.ts';

const trap = { kind: 'syscall', name: 'read', bytesIn: 8, bytesOut: 0 } as const;
const step = { computeCycles: 100, trap };
const profileOf = (segments: readonly ProfileStep[], change: Partial<Profile> = {}): Profile => ({
  name: 'a',
  title: 'A',
  variant: 'linux',
  kind: 'measured',
  cpuGHz: 2.6,
  segments,
  ...change,
});

it('depends on what runs, not on how it is called', () => {
  const id = ownProfileId(profileOf([step]));
  expect(ownProfileId(profileOf([step], { name: 'b', title: 'B' }))).toBe(id);
  const others = [
    profileOf([step, step]),
    profileOf([{ repeat: 2, segments: [step] }]),
    profileOf([{ ...step, computeCycles: 101 }]),
    profileOf([{ ...step, trap: { ...trap, name: 'write' } }]),
    profileOf([{ ...step, trap: { ...trap, bytesIn: 80 } }]),
    profileOf([step], { cpuGHz: 2.7 }),
  ].map(ownProfileId);
  expect(new Set([id, ...others]).size).toBe(7);
});

it('is never that of a shipped profile', () => {
  const profile = profileOf([step], { name: 'own-0123456789abcdef' });
  expect(isOwnProfileId(ownProfileId(profile))).toBe(true);
  expect(isOwnProfileId(profileId(profile))).toBe(false);
});
