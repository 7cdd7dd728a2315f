import { nextUint32 } from '../../src/base/rng.ts';
import type { RngState } from '../../src/base/rng.ts';

/*
 * RM12, a small model of the shape of the kernel's: twelve cores run four processes of three
 * replicas each; one manager serves the processes first come, first served.
 *
 *   resume -> compute done -> arrive -> (all of the process arrived: job queued) -> service done -> resume all
 *
 * That is ten events per round of a process. Both contenders draw the same random numbers in the
 * same order and break ties in time by order of scheduling, so they must end at the same instant.
 */

export const PROCESSES = 4;
export const REPLICAS = 3;
export const CORES = PROCESSES * REPLICAS;
export const EVENTS_PER_ROUND = 3 * REPLICAS + 1;
export const SEED = 0x7f3a19c2;
/** Cycles from the end of a computation to its arrival at the manager, and from a service to a resume. */
export const SIGNAL = 700;
/** Cycles of one service at the manager. */
export const SERVICE = 2600;

/** What one run of a contender says; the final times of all must agree. */
export interface Rm12Result {
  readonly events: number;
  readonly endTime: number;
}

/** Cycles of the next computation. */
export function nextCompute(rng: RngState): number {
  return 20_000 + (nextUint32(rng) & 0x3fff);
}
