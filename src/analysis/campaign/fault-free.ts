import { assert } from '../../base/assert.ts';
import type { Cycles } from '../../base/units.ts';
import { createMachine } from '../../kernel/create.ts';
import type { Machine } from '../../kernel/machine.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { advance, isEnded } from '../../kernel/reducer.ts';

/** Kernel steps between two states kept of a short run; doubled whenever `MAX_KEPT` is full. */
const STRIDE = 256;
/** Most states kept: a few kilobytes each, for every variant of a campaign. */
const MAX_KEPT = 64;

/** The run of a variant in which nothing goes wrong, from which all its runs branch off. */
export interface FaultFreeRun {
  readonly plan: MachinePlan;
  /** When each app ends. */
  readonly endedAt: readonly Cycles[];
  /** States on the way, ascending; the first is that at time 0. */
  readonly kept: readonly Machine[];
}

/** Runs `plan`, which must be without faults, to its end. */
export function runFaultFree(plan: MachinePlan): FaultFreeRun {
  let stride = STRIDE;
  let machine = createMachine(plan);
  let kept = [machine];
  while (!isEnded(machine)) {
    const { steps } = machine;
    machine = advance(plan, machine, { steps: steps + stride });
    assert(machine.steps > steps, `the run without faults stalls at ${machine.now} cycles`);
    if (machine.steps % stride === 0) kept.push(machine);
    if (kept.length <= MAX_KEPT) continue;
    stride *= 2;
    kept = kept.filter((state) => state.steps % stride === 0);
  }
  return { plan, endedAt: machine.apps.map((app) => app.endedAt), kept };
}

/** Walks along a fault-free run, forward only: a sorted list of instants costs one run at most. */
export interface Walk {
  /** The machine before anything of `cycle` happens. Cycles must ascend. */
  readonly before: (cycle: Cycles) => Machine;
}

/** A walk that begins at time 0. */
export function walkAlong({ plan, kept }: FaultFreeRun): Walk {
  let machine = kept[0];
  let next = 1;
  return {
    before(cycle) {
      while (next < kept.length && kept[next].now < cycle) {
        if (kept[next].steps > machine.steps) machine = kept[next];
        next++;
      }
      if (cycle > 0) machine = advance(plan, machine, { time: cycle - 1 });
      return machine;
    },
  };
}
