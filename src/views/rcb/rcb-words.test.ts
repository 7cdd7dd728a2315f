import { expect, it } from 'vitest';

import type { Exposure } from '../../analysis/rcb/exposure.ts';
import { exposureFinding } from './rcb-words.ts';

const exposure = (signalling: Exposure['signalling'], unprotected: number): Exposure => ({
  signalling,
  redundancy: 3,
  events: 10,
  steps: [],
  unprotected,
  resilient: 1000,
  polledUnprotected: 0,
  polledResilient: 0,
});
const both = [exposure('ipc', 3000), exposure('polling', 1000)];

it('says what share runs unwatched, and where the least does', () => {
  expect(exposureFinding(both, 'ipc')?.replaceAll(/[\u202f\u202F]/gu, ' ')).toBe(
    'Under sync IPC, 3 000 of 4 000 RCB cycles per event (75.0 %) run on NonRes cores, where nothing watches them; fewest under shared memory, 1 000.',
  );
  expect(exposureFinding(both, 'polling')).toMatch(/fewer than under any other method\.$/u);
  expect(exposureFinding(both, 'local')).toBeNull();
});
