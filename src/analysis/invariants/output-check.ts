import { t } from '../../base/language.ts';
import type { FaultTarget } from '../../base/vocabulary.ts';
import { FAULT_TARGETS, isSplit } from '../../base/vocabulary.ts';
import type { Incident } from '../../kernel/faults/incidents.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import type { AppSummary, Recording } from '../../run/recording.ts';
import type { Finding } from './finding.ts';
import { notApplicable, Violations } from './finding.ts';

/** Targets whose faults change the state of a replica and nothing else. */
const STATE_TARGETS: ReadonlySet<FaultTarget> = new Set<FaultTarget>([
  'gpr',
  'instr',
  'alu',
  'rat',
  'mem',
  'utcb',
]);

/** Invariant 9: what Romain promises for one fault in the state of one replica, and when. */
export function checkOutput(plan: MachinePlan, recording: Recording): Finding {
  const hits = recording.incidents.filter(({ kind }) => kind === 'injected');
  const [hit, second] = hits;
  if (hit === undefined) return notApplicable(9, t('no fault hit the run'));
  if (second !== undefined) {
    return notApplicable(
      9,
      t('{length} faults hit the run; the promise is about one', { length: hits.length }),
    );
  }
  const why = noPromise(plan, recording, hit);
  if (why !== null) return notApplicable(9, why);
  return checkPromise(plan, recording.summary.apps[hit.app]);
}

/** Why Romain promises nothing for this fault; `null` = it does. */
function noPromise(plan: MachinePlan, recording: Recording, hit: Incident): string | null {
  const { atCycle, atEvent, protection } = plan.faults;
  const fault = [...atCycle, ...atEvent].find(({ index }) => index === hit.fault);
  const target = fault === undefined ? 'romain' : FAULT_TARGETS[fault.target];
  if (!STATE_TARGETS.has(target)) {
    return t('a fault of target "{target}" does not hit the state of a replica', { target });
  }
  if (plan.apps[hit.app].cores.length === 1) return t('with one replica nothing is compared');
  if (protection.comparison === 'prototype') {
    return t('the prototype compares a sum of seven registers: other wrong values may get out');
  }
  if (isAfterVote(recording, hit)) {
    return t('the fault hit between vote and end of handling: nobody looks again');
  }
  return null;
}

/** Was the event voted on, but not handled, when the fault hit? */
function isAfterVote({ rendezvous }: Recording, { app, event, time }: Incident): boolean {
  const { compared, handled, length } = rendezvous[app];
  return event < length && compared[event] < time && time <= handled[event];
}

function checkPromise(plan: MachinePlan, app: AppSummary): Finding {
  const violations = new Violations();
  const { externalizedAt, externalizedEvent } = app.faults;
  violations.expect(externalizedAt === -1, () =>
    t('app {id}: event {event} let a wrong value out at {time}', {
      id: app.id,
      event: externalizedEvent,
      time: externalizedAt,
    }),
  );
  if (canRecover(plan, plan.apps[app.id])) {
    violations.expect(app.stop === 'none', () =>
      t('app {id} was stopped: {stop}', { id: app.id, stop: app.stop }),
    );
  }
  if (app.outcome === 'hang')
    violations.leaveOut(t('what a group that hangs has still to put out'));
  return violations.finding(9);
}

function canRecover({ faults }: MachinePlan, { cores, signalling }: AppPlan): boolean {
  return cores.length > 2 && (!isSplit(signalling) || faults.protection.splitRecovers);
}
