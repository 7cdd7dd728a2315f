import { PARTS } from '../base/vocabulary.ts';
import { partsUntilNow } from '../kernel/accounting.ts';
import type { Machine } from '../kernel/machine.ts';
import type { AppPlan } from '../kernel/plan.ts';
import { COMPARED, COMPLETED, HANDLED, MET, TRAPPED } from '../kernel/trace-sink.ts';
import { cut } from './growable.ts';
import type { OverheadSeries, RendezvousColumns } from './recording.ts';

/** Most samples of an overhead series. */
export const MAX_SERIES_SAMPLES = 1024;

/** Milestones of one app's externalization events, and samples of how its overhead grew. */
export class ProgressWriter {
  private readonly plan: AppPlan;
  private readonly stride: number;
  private readonly columns: RendezvousColumns;
  private samples = 0;
  private readonly event: Float64Array;
  private readonly time: Float64Array;
  private readonly native: Float64Array;
  private readonly nativeWait: Float64Array;
  private readonly nominal: Float64Array;
  /** Events for which a replica has trapped. */
  private begun = 0;
  private nominalCycles = 0;
  private readonly parts: Float64Array[];

  constructor(plan: AppPlan) {
    this.plan = plan;
    const n = plan.program.length;
    this.stride = Math.ceil(n / MAX_SERIES_SAMPLES);
    this.columns = {
      length: n,
      trapped: new Float64Array(n).fill(-1),
      arrived: new Float64Array(n).fill(Infinity),
      met: new Float64Array(n).fill(Infinity),
      compared: new Float64Array(n).fill(Infinity),
      handled: new Float64Array(n).fill(Infinity),
      completed: new Float64Array(n).fill(Infinity),
      trap: plan.program.trap.slice(),
      leader: new Int8Array(n).fill(-1),
      metStep: new Int32Array(n).fill(-1),
    };
    const samples = Math.ceil(n / this.stride);
    this.event = new Float64Array(samples);
    this.time = new Float64Array(samples);
    this.native = new Float64Array(samples);
    this.nativeWait = new Float64Array(samples);
    this.nominal = new Float64Array(samples);
    this.parts = PARTS.map(() => new Float64Array(samples));
  }

  /** Event number `event` reached `milestone` at `machine.now`. */
  milestone(machine: Machine, event: number, milestone: number): void {
    const c = this.columns;
    const now = machine.now;
    switch (milestone) {
      case TRAPPED:
        if (c.trapped[event] === -1) c.trapped[event] = now;
        this.begun = Math.max(this.begun, event + 1);
        return;
      case MET:
        c.met[event] = now;
        this.noteArrival(machine, event);
        c.leader[event] = machine.apps[this.plan.id].leader;
        c.metStep[event] = machine.steps;
        return;
      case COMPARED:
        c.compared[event] = now;
        return;
      case HANDLED:
        c.handled[event] = now;
        if (this.plan.redundancy === 'native') this.fillNative(machine, event);
        return;
      case COMPLETED:
        c.completed[event] = now;
        this.nominalCycles += this.plan.program.cycles[event];
        if ((event + 1) % this.stride === 0 || event + 1 === c.length)
          this.sample(machine, event + 1);
        return;
      default:
    }
  }

  /** The first in order of arrival has waited longest. */
  private noteArrival(machine: Machine, event: number): void {
    const [first = -1] = machine.apps[this.plan.id].order;
    const group = machine.replicas[this.plan.id];
    if (first !== -1) this.columns.arrived[event] = group[first].arrivedAt;
  }

  /** A native trap has no rendezvous: it is met and compared when it is raised. */
  private fillNative(machine: Machine, event: number): void {
    const c = this.columns;
    c.arrived[event] = c.trapped[event];
    c.met[event] = c.trapped[event];
    c.compared[event] = c.trapped[event];
    c.metStep[event] = machine.steps;
  }

  private sample(machine: Machine, events: number): void {
    const i = this.samples++;
    this.event[i] = events;
    this.time[i] = machine.now;
    this.native[i] = this.plan.nativeAt[events];
    this.nativeWait[i] = this.plan.nativeWaitAt?.[events] ?? 0;
    this.nominal[i] = this.nominalCycles;
    const app = machine.apps[this.plan.id];
    const group = machine.replicas[this.plan.id];
    for (const replica of group) {
      const parts = partsUntilNow(machine, app, replica);
      for (let p = 0; p < PARTS.length; p++) this.parts[p][i] += parts[p] / group.length;
    }
  }

  /** Milestones of all events for which a replica has trapped, in a run that `machine` ends. */
  finishRendezvous(machine: Machine): RendezvousColumns {
    const { event } = machine.apps[this.plan.id];
    // Who has arrived where the group never met waits until the end.
    if (event < this.begun && this.columns.met[event] === Infinity)
      this.noteArrival(machine, event);
    const { begun: length, columns: c } = this;
    return {
      length,
      trapped: cut(c.trapped, length),
      arrived: cut(c.arrived, length),
      met: cut(c.met, length),
      compared: cut(c.compared, length),
      handled: cut(c.handled, length),
      completed: cut(c.completed, length),
      trap: cut(c.trap, length),
      leader: cut(c.leader, length),
      metStep: cut(c.metStep, length),
    };
  }

  /** The samples taken. */
  finishSeries(): OverheadSeries {
    const { samples: length } = this;
    return {
      length,
      event: cut(this.event, length),
      time: cut(this.time, length),
      native: cut(this.native, length),
      nativeWait: cut(this.nativeWait, length),
      nominal: cut(this.nominal, length),
      parts: this.parts.map((part) => cut(part, length)),
    };
  }
}
