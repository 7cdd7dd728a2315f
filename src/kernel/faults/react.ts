import { isSplit } from '../../base/vocabulary.ts';
import { ACTIVITY_INDEX } from '../activities.ts';
import { enterPartTogether, PART_INDEX } from '../accounting.ts';
import type { Kernel } from '../context.ts';
import type { KernelEvent } from '../events.ts';
import { STATE_BYTES } from '../handling.ts';
import type { Replica } from '../machine.ts';
import { failRcb, haltMachine, noteDetected, stopApp } from '../over.ts';
import type { Verdict } from '../vote.ts';
import { vote } from '../vote.ts';
import { sameState } from './deviation.ts';
import { overwrite } from './divergence.ts';
import { leadsNowhere } from './rcb.ts';
import { registerSum } from './registers.ts';
import { tell } from './tell.ts';
import { run } from '../work.ts';

/*
 * What Romain sees of a group's states, and what it does when they differ (facts 4.4, 4.5).
 */

/** The vote of the group; without a wrong value anywhere nobody is asked. */
export function voteOf(k: Kernel, app: number): Verdict | null {
  const group = k.m.replicas[app];
  if (group.every((r) => r.deviations.length === 0 && !r.garbled)) return null;
  const { comparison, strictMajority } = k.plan.faults.protection;
  const equal = comparison === 'full' ? fullyEqual : equalSums;
  return vote(group.length, (a, b) => equal(group[a], group[b]), strictMajority);
}

function equalSums(a: Replica, b: Replica): boolean {
  if (a.garbled || b.garbled) return false;
  return registerSum(a.segment, a.deviations) === registerSum(b.segment, b.deviations);
}

function fullyEqual(a: Replica, b: Replica): boolean {
  if (a.garbled || b.garbled) return false;
  return a.raised === b.raised && sameState(a.deviations, b.deviations);
}

/** A replica whose slot is corrupted and whose pointer leads nowhere takes Romain with it. */
export function followPointers(k: Kernel, app: number): boolean {
  const garbled = k.m.replicas[app].findIndex((r) => r.garbled);
  if (garbled === -1 || !leadsNowhere(k, app, garbled)) return true;
  failRcb(k, app, 'Romain follows a wrong pointer');
  return false;
}

/**
 * The states differ: recovery begins on the core that compares, or the app or the machine stops.
 * True when it began: the app is `recovering` until `recovered` of its last outvoted replica.
 */
export function reactToMismatch(k: Kernel, event: KernelEvent, verdict: Verdict): boolean {
  const { app } = k.plan.threads[event.thread];
  noteDetected(k, app);
  tell(k, { kind: 'mismatch', app });
  if (isSplit(k.plan.apps[app].signalling) && !k.plan.faults.protection.splitRecovers) {
    haltMachine(k, app, 'debugger');
    return false;
  }
  if (verdict.kind !== 'majority') {
    const two = k.m.replicas[app].length === 2;
    stopApp(k, app, event.core, two ? 'fail-stop' : 'no-majority');
    return false;
  }
  beginRecovery(k, event, verdict);
  return true;
}

function beginRecovery(
  k: Kernel,
  event: KernelEvent,
  verdict: Extract<Verdict, { kind: 'majority' }>,
): void {
  const { app } = k.plan.threads[event.thread];
  const a = k.m.apps[app];
  const { donor } = verdict;
  for (const replica of verdict.outvoted) tell(k, { kind: 'outvoted', app, replica, other: donor });
  for (const replica of verdict.overlooked) tell(k, { kind: 'overlooked', app, replica });
  a.stage = 'recovering';
  a.outvoted = [...verdict.outvoted];
  a.donor = donor;
  enterPartTogether(k, app, PART_INDEX.recover);
  recoverNext(k, event);
}

/** Cycles and bytes to overwrite one replica: registers, UTCB and all writable memory. */
export function recoveryCost(
  k: Pick<Kernel, 'plan'>,
  app: number,
): { readonly cycles: number; readonly bytes: number } {
  const { put, get, memcpy_bw } = k.plan.costs;
  const { writableBytes } = k.plan.apps[app];
  return {
    cycles: put + get + Math.round(writableBytes / memcpy_bw),
    bytes: STATE_BYTES + writableBytes,
  };
}

function recoverNext(k: Kernel, event: KernelEvent): void {
  const { app } = k.plan.threads[event.thread];
  const a = k.m.apps[app];
  const { cycles, bytes } = recoveryCost(k, app);
  const [replica] = a.outvoted;
  a.bytesCopied += bytes;
  run(
    k,
    event.core,
    event.thread,
    { activity: ACTIVITY_INDEX.recover, cycles, kind: 'recovered', arg: replica },
    replica,
  );
}

/** Applies `recovered`; true when no outvoted replica is left. */
export function finishRecovery(k: Kernel, event: KernelEvent): boolean {
  const { app } = k.plan.threads[event.thread];
  const a = k.m.apps[app];
  overwrite(k, app, event.arg, a.donor);
  a.recoveries++;
  a.outvoted = a.outvoted.filter((replica) => replica !== event.arg);
  if (a.outvoted.length === 0) return true;
  recoverNext(k, event);
  return false;
}
