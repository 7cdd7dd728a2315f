import { assertUnreachable } from '../../base/assert.ts';
import { walkIpc } from './ipc.ts';
import { walkLocal } from './local.ts';
import { walkMigration } from './migration.ts';
import { walkPolling } from './polling.ts';
import type { EventHandling, Walk } from './walk.ts';

/** Strings one event to `walk`, signalled as its shape says. */
export function walkEvent(walk: Walk, handling: EventHandling): void {
  const { signalling } = walk.shape;
  switch (signalling) {
    case 'local':
      return walkLocal(walk, handling);
    case 'migration':
      return walkMigration(walk, handling);
    case 'ipc':
      return walkIpc(walk, handling);
    case 'polling':
      return walkPolling(walk, handling);
    default:
      return assertUnreachable(signalling);
  }
}
