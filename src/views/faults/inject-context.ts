import type { FaultSpec } from '../../scenario/scenario.ts';
import { useApp } from '../shell/app-context.ts';

/**
 * What a click says about the fault to inject; the dialog fills in the rest for the instant that is
 * shown. `{ app, replica }` opens it for a register of that replica, `{ app, replica, target: 'mem',
 * address }` for a byte of its memory, `{ app, replica, target: 'utcb' }` for its UTCB, `{ app,
 * replica, message }` for that replica's next message of the kind (`at` a cycle before it is sent for
 * one that is in flight), `{ core }` for a core, `{ app, target: 'romain' }` for Romain.
 */
export type InjectTarget = Partial<FaultSpec>;

/** Opens the dialog that injects a fault. */
export function useInject(): (target?: InjectTarget) => void {
  return useApp().faults.openInject;
}
