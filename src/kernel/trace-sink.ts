import type { Cycles } from '../base/units.ts';
import type { KernelEvent } from './events.ts';
import type { Incident } from './faults/incidents.ts';
import type { Machine } from './machine.ts';

/*
 * Milestones of an externalization event, in order: first trap, all arrived, vote done, handled for
 * the whole group, all back in user code.
 */
export const TRAPPED = 0;
export const MET = 1;
export const COMPARED = 2;
export const HANDLED = 3;
export const COMPLETED = 4;

/**
 * Who listens to a run. The kernel tells and never asks: with no listener the run is the same.
 * Everything is told at `machine.now`, in order.
 */
export interface TraceSink {
  /** A kernel step is about to be applied. */
  step(machine: Machine, event: KernelEvent): void;
  /** `core` begins an activity (index) for `app`'s `replica` (-1 = nobody, Romain's thread). */
  span(core: number, time: Cycles, activity: number, app: number, replica: number): void;
  /** A message leaves `from`; it reaches `to` at `arrival`. */
  message(message: SentMessage): void;
  /** `app`'s externalization event number `event` reached a milestone: `TRAPPED` … `COMPLETED`. */
  milestone(machine: Machine, app: number, event: number, milestone: number): void;
  /** A fault did something, or had something done about it. */
  incident(incident: Incident): void;
  /** `app`'s `replica` has `count` wrong values from now on. */
  divergence(time: Cycles, app: number, replica: number, count: number): void;
}

export interface SentMessage {
  /** Index into `MESSAGE_KINDS`. */
  readonly kind: number;
  readonly sent: Cycles;
  readonly arrival: Cycles;
  readonly from: number;
  readonly to: number;
  readonly app: number;
  readonly replica: number;
  /** 0 = delivered; else 1 + index into `FAULT_MODES`. */
  readonly fault: number;
}
