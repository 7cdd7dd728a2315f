import { t } from '../../base/language.ts';
import { sameState } from '../../kernel/faults/deviation.ts';
import type { Incident } from '../../kernel/faults/incidents.ts';
import { registerSum } from '../../kernel/faults/registers.ts';
import type { Machine, Replica } from '../../kernel/machine.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { COMPARED, HANDLED } from '../../kernel/trace-sink.ts';
import { Violations } from './finding.ts';

/**
 * Invariant 2: when an event is handled, the states of a group are equal as far as the comparison in
 * force looks. Fed with what a run tells.
 */
export class StateCheck {
  readonly violations = new Violations();
  private readonly plan: MachinePlan;
  /** Per app: was it hit since its last vote? */
  private readonly hit: boolean[];
  /** Per app: replicas that the vote passed over. */
  private readonly overlooked: Set<number>[];

  constructor(plan: MachinePlan) {
    this.plan = plan;
    this.hit = plan.apps.map(() => false);
    this.overlooked = plan.apps.map(() => new Set());
  }

  /** What faults do between the vote and its end. */
  incident({ kind, app, replica }: Incident): void {
    if (kind === 'injected' || kind === 'wild-write') this.hit[app] = true;
    if (kind === 'overlooked') this.overlooked[app].add(replica);
  }

  /** The vote begins a check; the end of handling makes it. */
  milestone(machine: Machine, app: number, milestone: number): void {
    if (milestone === COMPARED) {
      this.hit[app] = false;
      this.overlooked[app].clear();
    } else if (milestone === HANDLED) {
      this.check(machine, app);
    }
  }

  private check(machine: Machine, app: number): void {
    if (this.hit[app]) {
      this.violations.leaveOut(t('an event during whose handling a fault hit: nobody looks again'));
      return;
    }
    const passedOver = this.overlooked[app];
    if (passedOver.size > 0) {
      this.violations.leaveOut(t('a replica that the prototype overlooks when all three differ'));
    }
    const group = machine.replicas[app].filter((_, replica) => !passedOver.has(replica));
    const { event } = machine.apps[app];
    this.violations.expect(this.areEqual(group), () =>
      t('app {app}, event {event}: {group}', { app, event, group: wordsOf(group) }),
    );
  }

  private areEqual(group: readonly Replica[]): boolean {
    const [first, ...others] = group;
    if (this.plan.faults.protection.comparison === 'prototype') {
      return others.every((replica) => sumOf(replica) === sumOf(first));
    }
    return others.every((replica) => sameState(replica.deviations, first.deviations));
  }
}

function sumOf({ segment, deviations }: Replica): number {
  return registerSum(segment, deviations);
}

function wordsOf(group: readonly Replica[]): string {
  const sums = group.map(sumOf).join(', ');
  const wrong = group.map(({ deviations }) => deviations.length).join(', ');
  return t('sums {sums}; wrong values {wrong}', { sums, wrong });
}
