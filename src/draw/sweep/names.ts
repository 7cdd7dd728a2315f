import type { SignallingMethod } from '../../base/vocabulary.ts';

/** Methods as the figures of sweeps name them at line ends and in regions. */
export const SHORT_NAMES: Readonly<Record<SignallingMethod, string>> = {
  local: 'Local',
  migration: 'Migration',
  ipc: 'Sync IPC',
  polling: 'Shared mem',
};
