import type { AppStore } from '../../store/app-store.ts';
import { createOwnPrograms } from '../../store/own-programs.ts';
import type { OwnPrograms } from '../../store/own-programs.ts';
import { openOwnProfiles } from '../../worker/own-profiles.ts';

/** The programs of the person's own that this browser keeps. */
export async function ownPrograms(app: AppStore): Promise<OwnPrograms> {
  return createOwnPrograms(app, await openOwnProfiles());
}
