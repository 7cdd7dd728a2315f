import { TRAP_KINDS } from '../../base/vocabulary.ts';
import type { Kernel } from '../context.ts';
import { trapAfter, trapNever } from '../user-code.ts';
import type { Deviation } from './deviation.ts';
import { isCopiedState, orHealthy, withDeviation } from './deviation.ts';
import type { Course, Stretch } from './flow.ts';
import { courseOf } from './flow.ts';
import { tell } from './tell.ts';

/*
 * How a replica comes by wrong values and gets rid of them. A replica in user code is on a course
 * that its wrong values decide: it may trap early, elsewhere, or never.
 */

const WATCHDOG = TRAP_KINDS.indexOf('watchdog');

/** From now on these are the wrong values of `replica`. */
export function setDeviations(
  k: Kernel,
  app: number,
  replica: number,
  list: readonly Deviation[],
): void {
  const r = k.m.replicas[app][replica];
  const before = r.deviations.length;
  r.deviations = orHealthy(list);
  if (list.length !== before) k.sink?.divergence(k.m.now, app, replica, list.length);
}

/** One more wrong value; a replica in user code may take another course. */
export function deviate(k: Kernel, app: number, replica: number, added: Deviation): void {
  const before = k.m.replicas[app][replica].deviations;
  setDeviations(k, app, replica, withDeviation(before, added));
  steer(k, app, replica, before);
}

/** The surroundings of the stretch of user code that `replica` runs or has just ended. */
function stretchOf(k: Kernel, app: number, replica: number): Stretch {
  const { program, writableBytes } = k.plan.apps[app];
  const { segment } = k.m.replicas[app][replica];
  return { flow: k.plan.faults.flow, segment, trap: program.trap[segment], writableBytes };
}

/** At the start of a stretch: its wrong values may end it otherwise. */
export function setCourse(k: Kernel, app: number, replica: number): void {
  const r = k.m.replicas[app][replica];
  if (r.deviations.length === 0) return;
  follow(k, app, replica, courseOf(stretchOf(k, app, replica), r.deviations));
}

/** Within a stretch: unless `before` had ended it otherwise already. */
function steer(k: Kernel, app: number, replica: number, before: readonly Deviation[]): void {
  if (!k.m.replicas[app][replica].computing) return;
  const stretch = stretchOf(k, app, replica);
  if (courseOf(stretch, before).end !== 'trap') return;
  follow(k, app, replica, courseOf(stretch, k.m.replicas[app][replica].deviations));
}

function follow(k: Kernel, app: number, replica: number, course: Course): void {
  const { watchdogCycles } = k.plan.faults.protection;
  if (course.end === 'trap') return;
  if (course.end !== 'hang') {
    trapAfter(k, app, replica, { fraction: course.fraction, raised: course.raised });
  } else if (watchdogCycles === 0) {
    trapNever(k, app, replica);
    tell(k, { kind: 'hung', app, replica });
  } else {
    tell(k, { kind: 'hung', app, replica });
    const expiry = k.m.replicas[app][replica].startedAt + watchdogCycles;
    trapAfter(k, app, replica, { at: expiry, raised: WATCHDOG });
  }
}

/** At the trap: applies what became of the wrong values on the way. */
export function arriveWithDeviations(k: Kernel, app: number, replica: number): void {
  const r = k.m.replicas[app][replica];
  const course = courseOf(stretchOf(k, app, replica), r.deviations);
  r.crashed = course.end === 'crash';
  for (const { from, fate, to } of course.moves) {
    const { fault } = from;
    if (fate === 'dies') {
      tell(k, { kind: 'died', app, replica, fault, ...placeOf(from) });
    } else if (to !== null) {
      tell(k, { kind: 'spread', app, replica, fault, ...placeOf(to), other: from.place });
    }
  }
  if (course.end === 'crash') tell(k, { kind: 'crashed', app, replica });
  if (course.end === 'other') tell(k, { kind: 'wrong-trap', app, replica, other: r.raised });
  if (course.end === 'hang') tell(k, { kind: 'watchdog', app, replica });
  setDeviations(k, app, replica, course.deviations);
}

/** Where a wrong value sits, for an incident. */
export function placeOf(d: Deviation): Pick<Deviation, 'place' | 'at' | 'mask'> {
  return { place: d.place, at: d.at, mask: d.mask };
}

/** `replica` takes over the leader's registers and UTCB, right or wrong (facts 4.3); its memory stays. */
export function takeOverState(k: Kernel, app: number, replica: number, leader: number): void {
  const group = k.m.replicas[app];
  const from = group[leader].deviations;
  const own = group[replica].deviations;
  if (from.length === 0 && own.length === 0) return;
  const copied = from.filter(isCopiedState);
  for (const d of own) {
    if (isCopiedState(d)) tell(k, { kind: 'died', app, replica, fault: d.fault, ...placeOf(d) });
  }
  for (const d of copied) {
    tell(k, { kind: 'infected', app, replica, fault: d.fault, ...placeOf(d), other: leader });
  }
  setDeviations(k, app, replica, [...own.filter((d) => !isCopiedState(d)), ...copied]);
}

/** `replica` becomes what `donor` is: registers, UTCB and all writable memory (facts 4.5). */
export function overwrite(k: Kernel, app: number, replica: number, donor: number): void {
  const group = k.m.replicas[app];
  const r = group[replica];
  r.raised = group[donor].raised;
  r.crashed = group[donor].crashed;
  r.garbled = false;
  setDeviations(k, app, replica, group[donor].deviations);
  tell(k, { kind: 'recovered', app, replica, other: donor });
}
