import { msg } from '../../base/language.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';

/** Methods as the figures of sweeps name them at line ends and in regions. */
export const SHORT_NAMES: Readonly<Record<SignallingMethod, string>> = {
  local: msg('Local'),
  migration: msg('Migration'),
  ipc: msg('Sync IPC'),
  polling: msg('Shared mem'),
};
