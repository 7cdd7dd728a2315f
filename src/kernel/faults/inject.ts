import { assert, assertUnreachable } from '../../base/assert.ts';
import { hash32 } from '../../base/hash.ts';
import { FATES, FAULT_TARGETS } from '../../base/vocabulary.ts';
import type { Fate, FaultTarget } from '../../base/vocabulary.ts';
import type { Kernel } from '../context.ts';
import { schedule } from '../context.ts';
import type { KernelEvent } from '../events.ts';
import { failRcb, isOver } from '../over.ts';
import { armNextFault, coreOf } from './arm.ts';
import { breakCore } from './cores.ts';
import { hitKernel, hitSlot } from './rcb.ts';
import type { Deviation } from './deviation.ts';
import { bitMask, wordAddress } from './deviation.ts';
import { deviate, placeOf } from './divergence.ts';
import type { FaultPlan } from './fault-plan.ts';
import { anyMask, drawFate, fatesOf, unit } from './flow.ts';
import { PLACE_PAGE, PLACE_UTCB } from './incidents.ts';
import { REGISTER_INDEX, registerValue } from './registers.ts';
import { tell } from './tell.ts';
import { stretchLeft } from '../user-code.ts';

const INSTR_FATES = fatesOf('instr');
const ROMAIN_FATES = fatesOf('romain');

/** Half way through the stretch that `replica` begins now: the faults before its next event. */
export function scheduleEventFaults(k: Kernel, app: number, replica: number): void {
  const { segment } = k.m.replicas[app][replica];
  const half = Math.floor(stretchLeft(k, app, replica) / 2);
  for (const fault of k.plan.faults.atEvent) {
    if (fault.app !== app || fault.replica !== replica || fault.event !== segment) continue;
    schedule(k, {
      time: k.m.now + half,
      kind: 'fault-injected',
      core: coreOf(k.plan, fault),
      thread: k.plan.apps[app].replicaThreads[replica],
      token: -1,
      arg: fault.index,
    });
  }
}

/** Applies `fault-injected`. */
export function injectFault(k: Kernel, event: KernelEvent): void {
  const next = k.plan.faults.atCycle[k.m.nextFault];
  const due = next !== undefined && next.index === event.arg;
  const fault = due ? next : k.plan.faults.atEvent.find(({ index }) => index === event.arg);
  assert(fault !== undefined, `there is no fault ${event.arg}`);
  if (due) {
    k.m.nextFault++;
    armNextFault(k);
  }
  if (isOver(k, fault.app)) return;
  const a = k.m.apps[fault.app];
  if (a.injected++ === 0) {
    a.injectedAt = k.m.now;
    a.injectedEvent = a.event;
  }
  hit(k, fault, FAULT_TARGETS[fault.target]);
}

function hit(k: Kernel, fault: FaultPlan, target: FaultTarget): void {
  switch (target) {
    case 'gpr':
      return hitPlace(k, fault, { place: fault.register, at: 0, mask: bitMask(fault.bit) });
    case 'alu':
      return hitPlace(k, fault, { place: fault.register, at: 0, mask: draw(fault, 1) });
    case 'rat':
      return hitPlace(k, fault, { place: fault.register, at: 0, mask: renamed(k, fault) });
    case 'instr':
      return hitInstruction(k, fault);
    case 'mem':
      return hitPlace(k, fault, {
        place: PLACE_PAGE,
        at: fault.address,
        mask: bitMask(fault.bit),
      });
    case 'utcb':
      return hitPlace(k, fault, {
        place: PLACE_UTCB,
        at: fault.address,
        mask: bitMask(fault.bit),
      });
    case 'message':
      tellInjected(k, fault);
      k.m.armed = [...k.m.armed, fault];
      return undefined;
    case 'core':
      tellInjected(k, fault);
      return breakCore(k, fault);
    case 'kernel':
      tellInjected(k, fault);
      return hitKernel(k, fault);
    case 'slot':
      tellInjected(k, fault);
      return hitSlot(k, fault);
    case 'romain':
      tellInjected(k, fault);
      return hitRomain(k, fault);
    default:
      return assertUnreachable(target);
  }
}

function tellInjected(k: Kernel, fault: FaultPlan): void {
  tell(k, { kind: 'injected', app: fault.app, replica: fault.replica, fault: fault.index });
}

/** 32 bits that are not 0, decided by the fault. */
function draw(fault: FaultPlan, purpose: number): number {
  return anyMask(hash32(fault.salt, purpose));
}

function hitPlace(
  k: Kernel,
  fault: FaultPlan,
  where: Pick<Deviation, 'place' | 'at' | 'mask'>,
): void {
  const { app, replica, fate } = fault;
  const added = { ...where, salt: hash32(fault.salt, 2), fate, fault: fault.index };
  tell(k, { kind: 'injected', app, replica, fault: fault.index, ...placeOf(added) });
  deviate(k, app, replica, added);
}

/** A renaming fault: the value of another register, else a random one (facts 4.8). */
function renamed(k: Kernel, fault: FaultPlan): number {
  const random = draw(fault, 3);
  if (unit(hash32(fault.salt, 4)) >= k.plan.faults.flow.rat_register) return random;
  const { segment } = k.m.replicas[fault.app][fault.replica];
  const other = (fault.register + 1 + (random % 8)) % 9;
  const own = registerValue(segment, fault.register);
  return anyMask((own ^ registerValue(segment, other)) >>> 0);
}

/** One bit of an instruction that runs once: what it does wrong is drawn, or forced. */
function hitInstruction(k: Kernel, fault: FaultPlan): void {
  const u = unit(hash32(fault.salt, 5));
  const drawn = drawFate(k.plan.faults.flow, INSTR_FATES, u);
  const fate: Fate = fault.fate === -1 ? drawn : FATES[fault.fate];
  const mask = draw(fault, 6);
  const data = draw(fault, 7) % 6;
  if (fate === 'dies') {
    tellInjected(k, fault);
    tell(k, { kind: 'died', app: fault.app, replica: fault.replica, fault: fault.index });
    return;
  }
  const forced = fate === 'trap' || fate === 'crash' || fate === 'hang';
  const place = forced ? REGISTER_INDEX.ip : fate === 'stores' ? PLACE_PAGE : data;
  const at = place === PLACE_PAGE ? wordAddress(mask, k.plan.apps[fault.app].writableBytes) : 0;
  const next = forced || fate === 'argument' || fate === 'spreads' ? FATES.indexOf(fate) : -1;
  hitPlace(k, { ...fault, fate: next }, { place, at, mask });
}

/** By assumption a Res core never lets this happen; the model shows what would follow. */
function hitRomain(k: Kernel, fault: FaultPlan): void {
  const u = unit(hash32(fault.salt, 8));
  const drawn = drawFate(k.plan.faults.flow, ROMAIN_FATES, u);
  const fate: Fate = fault.fate === -1 ? drawn : FATES[fault.fate];
  if (fate === 'dies') {
    tell(k, { kind: 'died', app: fault.app, replica: -1, fault: fault.index });
  } else if (fate === 'crash') {
    failRcb(k, fault.app, 'Romain crashes');
  } else {
    failRcb(k, fault.app, 'Romain computes a wrong result');
  }
}
