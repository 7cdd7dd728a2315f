import { assertUnreachable } from '../../base/assert.ts';
import type { Cycles } from '../../base/units.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import type { ActivityId } from '../../kernel/activities.ts';
import { ACTIVITIES, ACTIVITY_IDS } from '../../kernel/activities.ts';
import { createMachine } from '../../kernel/create.ts';
import type { Machine } from '../../kernel/machine.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { advance, isEnded } from '../../kernel/reducer.ts';
import type { TraceSink } from '../../kernel/trace-sink.ts';
import { TRAPPED } from '../../kernel/trace-sink.ts';

/*
 * Who watches the watchmen: which of the cycles that an externalization event costs run code of the
 * Reliable Computing Base, on which kind of core, and what would notice a fault there (facts 1.3, 1.4).
 */

/** What would notice a wrong value: the comparison of replicas, hardware that has none, or nobody. */
export const PROTECTIONS = ['vote', 'resilient', 'none'] as const;
export type Protection = (typeof PROTECTIONS)[number];

/** Whose code a step runs; `poll` is RCB code too, but waits rather than works. */
export const CODES = ['user', 'rcb', 'poll'] as const;
export type Code = (typeof CODES)[number];

/** One activity on one kind of core. */
export interface ExposureStep {
  readonly activity: ActivityId;
  /** Does it run on a Res core? */
  readonly resilient: boolean;
  readonly code: Code;
  readonly protection: Protection;
  /** Mean over the events measured, summed over all replicas. */
  readonly cyclesPerEvent: number;
}

/** What one externalization event of an app costs, by who watches it. */
export interface Exposure {
  readonly signalling: SignallingMethod;
  readonly redundancy: 'native' | number;
  /** Externalization events measured. */
  readonly events: number;
  /** In the order of an event, user code first; steps that never ran are left out. */
  readonly steps: readonly ExposureStep[];
  /** RCB cycles per event on NonRes and on Res cores, polling apart. */
  readonly unprotected: number;
  readonly resilient: number;
  /** Cycles per event spent polling on NonRes and on Res cores. */
  readonly polledUnprotected: number;
  readonly polledResilient: number;
}

/** Events after which a run is representative enough; its start-up is part of them. */
const MAX_EXPOSURE_EVENTS = 4000;
const CHUNK_STEPS = 8192;

/** Runs `plan`, in which nothing may go wrong, as far as needed and measures its app number `app`. */
export function measureExposure(plan: MachinePlan, app: number = 0): Exposure {
  const counter = new ExposureCounter(plan, app);
  let machine = createMachine(plan, counter);
  while (!isEnded(machine) && machine.apps[app].completed < MAX_EXPOSURE_EVENTS) {
    machine = advance(plan, machine, { steps: machine.steps + CHUNK_STEPS }, counter);
  }
  return counter.finish(machine);
}

/** Share of the RCB's cycles, polling apart, that run on unreliable cores: 0..1. */
export function unprotectedShare({ unprotected, resilient }: Exposure): number {
  const all = unprotected + resilient;
  return all === 0 ? 0 : unprotected / all;
}

interface OpenSpan {
  readonly time: Cycles;
  readonly activity: number;
  readonly mine: boolean;
}

interface Sum {
  cycles: Cycles;
  count: number;
  /** Of the instants at which it began, counted from the event's first trap. */
  offset: number;
}

/** Listens to a run and sums up cycles by activity and kind of core. */
class ExposureCounter implements TraceSink {
  private readonly plan: MachinePlan;
  private readonly app: number;
  private readonly open: OpenSpan[];
  /** `[activity][0 = NonRes, 1 = Res]`. */
  private readonly sums: Sum[][];
  private trappedAt: Cycles = 0;
  private event = -1;

  constructor(plan: MachinePlan, app: number) {
    this.plan = plan;
    this.app = app;
    this.open = plan.resilient.map(() => ({ time: 0, activity: 0, mine: false }));
    this.sums = ACTIVITIES.map(() => [0, 1].map(() => ({ cycles: 0, count: 0, offset: 0 })));
  }

  span(core: number, time: Cycles, activity: number, app: number): void {
    this.close(core, time);
    this.open[core] = { time, activity, mine: app === this.app };
  }

  milestone(machine: Machine, app: number, event: number, milestone: number): void {
    if (app !== this.app || milestone !== TRAPPED || event === this.event) return;
    this.event = event;
    this.trappedAt = machine.now;
  }

  step(): void {}
  message(): void {}
  incident(): void {}
  divergence(): void {}

  private close(core: number, time: Cycles): void {
    const span = this.open[core];
    if (!span.mine || span.time === time) return;
    const sum = this.sums[span.activity][this.plan.resilient[core] ? 1 : 0];
    sum.cycles += time - span.time;
    sum.count++;
    sum.offset += Math.max(0, span.time - this.trappedAt);
  }

  finish(machine: Machine): Exposure {
    this.open.forEach((_, core) => this.close(core, machine.now));
    const { signalling, redundancy, cores } = this.plan.apps[this.app];
    const events = Math.max(1, machine.apps[this.app].completed);
    const steps = this.stepsOf(events, cores.length > 1);
    const sumOf = (code: Code, resilient: boolean): number =>
      steps
        .filter((step) => step.code === code && step.resilient === resilient)
        .reduce((sum, step) => sum + step.cyclesPerEvent, 0);
    return {
      signalling,
      redundancy,
      events,
      steps,
      unprotected: sumOf('rcb', false),
      resilient: sumOf('rcb', true),
      polledUnprotected: sumOf('poll', false),
      polledResilient: sumOf('poll', true),
    };
  }

  private stepsOf(events: number, compared: boolean): ExposureStep[] {
    const found = this.sums.flatMap((kinds, activity) =>
      kinds.flatMap(({ cycles, count, offset }, kind) => {
        const code = codeOf(activity);
        if (code === null || cycles === 0) return [];
        const resilient = kind === 1;
        const step: ExposureStep = {
          activity: ACTIVITY_IDS[activity],
          resilient,
          code,
          protection: protectionOf(code, resilient, compared),
          cyclesPerEvent: cycles / events,
        };
        return [{ step, order: code === 'user' ? -1 : offset / count }];
      }),
    );
    return found.toSorted((a, b) => a.order - b.order).map(({ step }) => step);
  }
}

/** `null` = the core halts: no code runs. */
function codeOf(activity: number): Code | null {
  const { mode } = ACTIVITIES[activity];
  switch (mode) {
    case 'user':
      return 'user';
    case 'kernel':
    case 'manager':
      return 'rcb';
    case 'polling':
      return 'poll';
    case 'halted':
      return null;
    default:
      return assertUnreachable(mode);
  }
}

function protectionOf(code: Code, resilient: boolean, compared: boolean): Protection {
  if (resilient) return 'resilient';
  return code === 'user' && compared ? 'vote' : 'none';
}
