import type { Cycles } from '../../base/units.ts';

/*
 * Operational laws of queueing (Denning and Buzen). A Res core that serves every event for D cycles
 * works for a share U = X * D of the time when X events per cycle go through: the utilisation law,
 * true for any order of service. As U <= 1, and as no application is faster than alone,
 *
 *   X(n) <= min(n / (D + Z), 1 / D)        asymptotic bounds
 *   X(n) >= n / (n * D + Z)                when every event queues behind all others
 *
 * with n applications on the Res core and Z the part of an event's cycle that it does not serve. The
 * two upper bounds meet at n = (D + Z) / D, the knee: more applications cannot all run as fast as alone.
 *
 * D is measured where the application is alone. Under load it may grow (ipc: a CALL that finds Romain
 * busy costs a handshake) or shrink (a Res core that never halts need not be woken, `idle_wake`).
 *
 * A run counts whole events until its first application ends. Others, whose skew is drawn apart, are then
 * an event or two behind, so that several Res cores together may stay below the lower bound by as much.
 */

/** What the laws need of an application, per event: measured on a run in which it is alone. */
export interface Law {
  /** D: cycles for which an event keeps the Res core at work, polling apart; 0 = it never does. */
  readonly demand: Cycles;
  /** D + Z: cycles from one event to the next. */
  readonly period: Cycles;
}

/** Applications at which the bounds meet; `null` = there is no such number, as nothing is served. */
export function kneeOf({ demand, period }: Law): number | null {
  return demand === 0 ? null : period / demand;
}

/** Events per cycle that go through one Res core at most and at least, by the laws. */
export interface Bounds {
  readonly most: number;
  readonly least: number;
}

/** The bounds for `apps` applications on a Res core. */
export function boundsAt({ demand, period }: Law, apps: number): Bounds {
  const alone = apps / period;
  return {
    most: demand === 0 ? alone : Math.min(alone, 1 / demand),
    least: apps / (apps * demand + period - demand),
  };
}

/** Share of the time for which a Res core works when `perCycle` events per cycle go through it. */
export function utilisationAt({ demand }: Law, perCycle: number): number {
  return perCycle * demand;
}
