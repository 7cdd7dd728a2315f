import { hash32 } from '../../base/hash.ts';
import type { Fate } from '../../base/vocabulary.ts';
import { FATES, isSplit } from '../../base/vocabulary.ts';
import type { Kernel } from '../context.ts';
import { failRcb, isOver } from '../over.ts';
import { coreOf } from './arm.ts';
import { stopCore } from './cores.ts';
import { wordAddress } from './deviation.ts';
import { deviate } from './divergence.ts';
import type { FaultPlan } from './fault-plan.ts';
import { anyMask, drawFate, fatesOf, unit } from './flow.ts';
import { PLACE_PAGE, PLACE_UTCB, WILD_VICTIMS } from './incidents.ts';
import { tell } from './tell.ts';

/*
 * Faults in the part of the reliable computing base that runs on unreliable cores: kernel entry code
 * and kernel state on a NonRes core, and the slots, which NonRes cores can write (facts 1.4).
 */

/** The probability table has two kinds of fate of its own: the saved state, and a wild write. */
const PLAIN_FATES = fatesOf('kernel');

type KernelFate = 'dies' | 'state' | 'wild' | 'panic';

function kernelFate(k: Kernel, fault: FaultPlan): KernelFate {
  const { flow } = k.plan.faults;
  const forced: Fate | null = fault.fate === -1 ? null : FATES[fault.fate];
  if (forced === 'dies') return 'dies';
  if (forced === 'spreads') return 'state';
  if (forced === 'stores') return 'wild';
  if (forced !== null) return 'panic';
  const u = unit(hash32(fault.salt, 10));
  if (drawFate(flow, PLAIN_FATES, u) === 'dies') return 'dies';
  if (u < flow.kernel_dies + flow.kernel_state) return 'state';
  return u < flow.kernel_dies + flow.kernel_state + flow.kernel_wild ? 'wild' : 'panic';
}

/** A flip in kernel code or state on the core where a replica lives. */
export function hitKernel(k: Kernel, fault: FaultPlan): void {
  const { app, replica } = fault;
  switch (kernelFate(k, fault)) {
    case 'dies':
      tell(k, { kind: 'died', app, replica, fault: fault.index });
      return;
    case 'state':
      deviate(k, app, replica, {
        place: hash32(fault.salt, 11) % 10,
        at: 0,
        mask: anyMask(hash32(fault.salt, 12)),
        salt: hash32(fault.salt, 13),
        fate: -1,
        fault: fault.index,
      });
      return;
    case 'wild':
      writeWildly(k, fault);
      return;
    default:
      failRcb(k, app, 'kernel panic on a NonRes core');
  }
}

/** The kernel on a faulty core writes where it should not; memory isolation stops the core instead. */
function writeWildly(k: Kernel, fault: FaultPlan): void {
  const { app, replica } = fault;
  const core = coreOf(k.plan, fault);
  if (k.plan.faults.protection.memoryIsolation) {
    tell(k, { kind: 'contained', app, replica, fault: fault.index, at: core });
    stopCore(k, core);
    return;
  }
  const victims = foreignReplicas(k, app, replica);
  const bits = hash32(fault.salt, 14);
  if (victims.length === 0) {
    tell(k, { kind: 'died', app, replica, fault: fault.index });
    return;
  }
  const victim = victims[bits % victims.length];
  const kind = WILD_VICTIMS[(bits >>> 8) % WILD_VICTIMS.length];
  const other = WILD_VICTIMS.indexOf(kind);
  tell(k, { kind: 'wild-write', ...victim, fault: fault.index, other });
  if (kind === 'slot') garble(k, { ...fault, ...victim });
  else hitVictim(k, fault, victim, kind === 'utcb' ? PLACE_UTCB : PLACE_PAGE);
}

interface Victim {
  readonly app: number;
  readonly replica: number;
}

function hitVictim(k: Kernel, fault: FaultPlan, victim: Victim, place: number): void {
  const bits = hash32(fault.salt, 15);
  const { writableBytes } = k.plan.apps[victim.app];
  deviate(k, victim.app, victim.replica, {
    place,
    at: place === PLACE_UTCB ? bits % 63 : wordAddress(bits, writableBytes),
    mask: anyMask(hash32(fault.salt, 16)),
    salt: hash32(fault.salt, 17),
    fate: -1,
    fault: fault.index,
  });
}

function foreignReplicas(k: Kernel, app: number, replica: number): Victim[] {
  return k.m.replicas.flatMap((group, id) => {
    if (isOver(k, id)) return [];
    return group.flatMap((_, other) =>
      id === app && other === replica ? [] : [{ app: id, replica: other }],
    );
  });
}

/** A flip in the slot by which Romain finds the state of a replica. */
export function hitSlot(k: Kernel, fault: FaultPlan): void {
  garble(k, fault);
}

/**
 * The slot of a replica holds a wrong pointer. One that is not filled is written anew at the arrival
 * under ipc; under polling Romain takes any value but 0 for an arrival and follows it.
 */
function garble(k: Kernel, fault: FaultPlan): void {
  const { app, replica } = fault;
  const { signalling } = k.plan.apps[app];
  const r = k.m.replicas[app][replica];
  const filled = signalling === 'polling' ? r.postedAt !== -1 : r.arrivedAt !== -1;
  if (isSplit(signalling) && filled) {
    r.garbled = true;
  } else if (signalling === 'polling' && k.m.replicas[app].length > 1) {
    failRcb(k, app, 'Romain follows a wrong pointer');
  } else {
    tell(k, { kind: 'died', app, replica, fault: fault.index });
  }
}

/** Romain follows the pointer of a replica whose slot is corrupted: does it lead nowhere? */
export function leadsNowhere(k: Kernel, app: number, replica: number): boolean {
  const { segment } = k.m.replicas[app][replica];
  const u = unit(hash32(k.plan.seed, app, replica, segment));
  return u < k.plan.faults.flow.wild_unmapped;
}
