import type { Kernel } from '../context.ts';
import { AssertionError } from '../../base/assert.ts';
import type { KernelEvent } from '../events.ts';

/**
 * One signalling method: how a trapped replica reaches Romain, and what each completed activity
 * leads to until the replica's own core runs for it again. All take the kernel and the event that
 * has just been applied; the app and replica are those of the event's thread.
 */
export interface Method {
  /** The replica's trap is entered on its own core: begin to signal. */
  readonly signal: (k: Kernel, event: KernelEvent) => void;
  /** A completion that belongs to this method's protocol. */
  readonly advance: (k: Kernel, event: KernelEvent) => void;
  /** The interrupt handler for a message of this method is done on `event.core`; arg = message kind. */
  readonly deliver: (k: Kernel, event: KernelEvent) => void;
}

/** A completion that a method never schedules: the program is wrong. */
export function unexpected(method: string, event: KernelEvent): never {
  throw new AssertionError(
    `${method} does not know ${event.kind} (time ${event.time}, core ${event.core})`,
  );
}
