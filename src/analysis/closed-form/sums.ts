import type { Cycles } from '../../base/units.ts';
import type { Walk } from './walk.ts';

/** Cycles summed over events; the parts are means over the replicas. What has no part here is 0. */
export interface Sums {
  compute: Cycles;
  trap: Cycles;
  signalIn: Cycles;
  wait: Cycles;
  compare: Cycles;
  handle: Cycles;
  signalOut: Cycles;
  resume: Cycles;
  /** Cycles that the Res core, and all other cores, work: neither polling nor user code. */
  resBusy: Cycles;
  otherBusy: Cycles;
  ipis: number;
}

/** Sums over no event. */
export function emptySums(): Sums {
  return {
    compute: 0,
    trap: 0,
    signalIn: 0,
    wait: 0,
    compare: 0,
    handle: 0,
    signalOut: 0,
    resume: 0,
    resBusy: 0,
    otherBusy: 0,
    ipis: 0,
  };
}

/** Adds `events` times `event`, of which `released` are followed by the group's release. */
export function addEvents(sums: Sums, event: Sums, events: number, released: number): void {
  sums.compute += events * event.compute;
  sums.trap += events * event.trap;
  sums.signalIn += events * event.signalIn;
  sums.wait += events * event.wait;
  sums.compare += events * event.compare;
  sums.handle += events * event.handle;
  sums.resBusy += events * event.resBusy;
  sums.otherBusy += events * event.otherBusy;
  sums.ipis += events * event.ipis;
  sums.signalOut += released * event.signalOut;
  sums.resume += released * event.resume;
}

/** Adds the event that `walk` has just walked, with the release after it, by `weight`. */
export function addWalk(sums: Sums, walk: Walk, weight: number): void {
  const { ready, arrived, ownCore, back, skewed, met, compared, handled } = walk;
  const { replicas } = walk.shape;
  let skew = 0;
  let signalIn = 0;
  let wait = 0;
  let signalOut = 0;
  let resume = 0;
  for (let i = 0; i < replicas; i++) {
    skew += skewed[i];
    signalIn += arrived[i] - ready[i];
    wait += met - arrived[i];
    signalOut += ownCore[i];
    resume += back[i] - ownCore[i];
  }
  const share = weight / replicas;
  sums.compute += skew * share;
  sums.trap += walk.costs.trap_entry * weight;
  sums.signalIn += signalIn * share;
  sums.wait += wait * share;
  sums.compare += (compared - met) * weight;
  sums.handle += (handled - compared) * weight;
  sums.signalOut += signalOut * share;
  sums.resume += resume * share;
  sums.resBusy += walk.resBusy * weight;
  sums.otherBusy += walk.otherBusy * weight;
  sums.ipis += walk.ipis * weight;
}
