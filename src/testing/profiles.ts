import { readdirSync, readFileSync } from 'node:fs';
import type { Profile } from '../workload/profile.ts';
import { parseProfile, profileId } from '../workload/profile.ts';

/** Where the shipped profiles are. */
export const PROFILES_FOLDER = new URL('../../public/workloads/', import.meta.url);

/** Names of all shipped profile files, sorted. */
export function profileFiles(): string[] {
  return readdirSync(PROFILES_FOLDER)
    .filter((file) => file.endsWith('.json') && file !== 'index.json')
    .toSorted();
}

/** One shipped profile by file name; throws when it is none. */
export function readProfile(file: string): Profile {
  const parsed = parseProfile(JSON.parse(readFileSync(new URL(file, PROFILES_FOLDER), 'utf8')));
  if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}

/** All shipped profiles by id. */
export function shippedProfiles(): Map<string, Profile> {
  return new Map(
    profileFiles().map((file) => {
      const profile = readProfile(file);
      return [profileId(profile), profile];
    }),
  );
}
